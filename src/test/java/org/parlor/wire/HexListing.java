package org.parlor.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bytes for people: hexadecimal on the left, the meaning on the right. */
final class HexListing {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final int BYTES_A_LINE = 16;
    private static final int MASKED_BYTES_A_LINE = 8;
    private static final int COLUMN = 3 * BYTES_A_LINE;

    private HexListing() {}

    /** Text such as an HTTP header, each line of it on lines of its own. */
    static String ofText(String text) {
        return text.lines()
                .map(line -> line + "\r\n")
                .flatMap(HexListing::rowsOfText)
                .collect(Collectors.joining("\n"));
    }

    /** A frame, part by part. A masked payload is shown as it is sent, then unmasked. */
    static String ofFrame(WireFrame frame) {
        Stream<String> head = Stream.of(
                row(HEX.formatHex(new byte[] {frame.firstByte()}), firstByte(frame)),
                row(HEX.formatHex(frame.lengthBytes()), length(frame)));
        Stream<String> key = frame.maskingKey().isPresent()
                ? Stream.of(row(HEX.formatHex(frame.keyBytes()), "masking key"))
                : Stream.empty();
        return Stream.of(head, key, payload(frame)).flatMap(rows -> rows).collect(Collectors.joining("\n"));
    }

    private static String firstByte(WireFrame frame) {
        String bits = bits(frame.firstByte());
        String fin = frame.fin() ? "the last piece" : "more to come";
        String opcode = frame.opcode().name().toLowerCase(Locale.ROOT);
        return "%s %s %s: %s, %s".formatted(bits.charAt(0), bits.substring(1, 4), bits.substring(4), fin, opcode);
    }

    private static String length(WireFrame frame) {
        byte[] bytes = frame.lengthBytes();
        String bits = bits(bytes[0]);
        String mask = frame.maskingKey().isPresent() ? "masked" : "not masked";
        String where = bytes.length == 1 ? "" : ", told by the next " + (bytes.length - 1) + " bytes";
        return "%s %s: %s, %d bytes%s"
                .formatted(bits.charAt(0), bits.substring(1), mask, frame.payload().length, where);
    }

    private static Stream<String> payload(WireFrame frame) {
        int length = frame.payload().length;
        int codeLength = frame.opcode() == Opcode.CLOSE ? Math.min(length, Short.BYTES) : 0;
        Stream<String> code = codeLength == 0
                ? Stream.empty()
                : Stream.of(payloadRow(frame, 0, codeLength, "close code " + frame.closeCode()));
        int size = frame.maskingKey().isPresent() ? MASKED_BYTES_A_LINE : BYTES_A_LINE;
        Stream<String> text = IntStream.iterate(codeLength, at -> at < length, at -> at + size)
                .mapToObj(at -> {
                    int end = Math.min(at + size, length);
                    return payloadRow(frame, at, end, readable(Arrays.copyOfRange(frame.payload(), at, end)));
                });
        return Stream.concat(code, text);
    }

    private static String payloadRow(WireFrame frame, int from, int to, String meaning) {
        String sent = HEX.formatHex(frame.payloadBytes(), from, to);
        String plain = HEX.formatHex(frame.payload(), from, to);
        return frame.maskingKey().isPresent() ? row("%-25s%s".formatted(sent, plain), meaning) : row(plain, meaning);
    }

    private static String readable(byte[] chunk) {
        return new String(chunk, UTF_8).replace('\r', '␍').replace('\n', '␊');
    }

    private static String row(String hex, String meaning) {
        return ("%-" + COLUMN + "s  %s").formatted(hex, meaning).stripTrailing();
    }

    private static String bits(byte value) {
        return String.format("%8s", Integer.toBinaryString(Byte.toUnsignedInt(value)))
                .replace(' ', '0');
    }

    private static Stream<String> rowsOfText(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return IntStream.iterate(0, at -> at < bytes.length, at -> at + BYTES_A_LINE)
                .mapToObj(at -> Arrays.copyOfRange(bytes, at, Math.min(at + BYTES_A_LINE, bytes.length)))
                .map(chunk -> row(HEX.formatHex(chunk), readable(chunk)));
    }
}
