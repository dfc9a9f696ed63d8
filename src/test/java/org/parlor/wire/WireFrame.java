package org.parlor.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.OptionalInt;

/** One frame as it goes over the wire (RFC 6455, section 5.2). */
public final class WireFrame {

    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASK = 0x80;
    private static final int SMALL = 125;
    private static final int LENGTH_IN_16_BITS = 126;
    private static final int LENGTH_IN_64_BITS = 127;

    private final boolean fin;
    private final Opcode opcode;
    private final OptionalInt maskingKey;
    private final byte[] payload;

    private WireFrame(boolean fin, Opcode opcode, OptionalInt maskingKey, byte[] payload) {
        this.fin = fin;
        this.opcode = opcode;
        this.maskingKey = maskingKey;
        this.payload = payload;
    }

    public static WireFrame text(String text) {
        return text(text.getBytes(UTF_8));
    }

    /** A text as bytes, which may be no UTF-8. */
    public static WireFrame text(byte[] payload) {
        return new WireFrame(true, Opcode.TEXT, OptionalInt.empty(), payload.clone());
    }

    public static WireFrame binary(byte[] payload) {
        return new WireFrame(true, Opcode.BINARY, OptionalInt.empty(), payload.clone());
    }

    public static WireFrame ping(String payload) {
        return new WireFrame(true, Opcode.PING, OptionalInt.empty(), payload.getBytes(UTF_8));
    }

    public static WireFrame pong(String payload) {
        return new WireFrame(true, Opcode.PONG, OptionalInt.empty(), payload.getBytes(UTF_8));
    }

    public static WireFrame close(int code) {
        return new WireFrame(true, Opcode.CLOSE, OptionalInt.empty(), new byte[] {(byte) (code >> 8), (byte) code});
    }

    /** One of the pieces of a text message; the first says what the message is. */
    public static WireFrame piece(String part, boolean first, boolean last) {
        Opcode opcode = first ? Opcode.TEXT : Opcode.CONTINUATION;
        return new WireFrame(last, opcode, OptionalInt.empty(), part.getBytes(UTF_8));
    }

    /** Takes the next frame from the stream. */
    static WireFrame read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        int first = in.readUnsignedByte();
        if ((first & RESERVED) != 0) {
            throw new IOException("Reserved bits are set though no extension was agreed upon");
        }
        int second = in.readUnsignedByte();
        long length = readLength(in, second & ~MASK);
        OptionalInt key = (second & MASK) == 0 ? OptionalInt.empty() : OptionalInt.of(in.readInt());
        byte[] payload = in.readNBytes(Math.toIntExact(length));
        if (payload.length < length) {
            throw new IOException("The stream ended in the middle of a frame");
        }
        return new WireFrame((first & FIN) != 0, Opcode.of(first & 0x0F), key, applied(bytesOf(key), payload));
    }

    public WireFrame masked(int key) {
        return new WireFrame(fin, opcode, OptionalInt.of(key), payload);
    }

    /** The same frame with another payload. */
    public WireFrame withText(String text) {
        return new WireFrame(fin, opcode, maskingKey, text.getBytes(UTF_8));
    }

    /** Whether it is the last piece of its message. */
    public boolean fin() {
        return fin;
    }

    public Opcode opcode() {
        return opcode;
    }

    /** The 32 bits that hide a client's payload; a server's frame has none. */
    public OptionalInt maskingKey() {
        return maskingKey;
    }

    /** The payload without its mask. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The payload without its mask, as text. */
    public String text() {
        return new String(payload, UTF_8);
    }

    /** The close code; 1005 stands for a close without one. */
    public int closeCode() {
        return payload.length < 2
                ? 1005
                : Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort());
    }

    /** The first byte: fin and opcode. */
    public byte firstByte() {
        return (byte) ((fin ? FIN : 0) | opcode.code());
    }

    /** The mask bit and the length: one byte, three or nine. */
    public byte[] lengthBytes() {
        int mask = maskingKey.isPresent() ? MASK : 0;
        if (payload.length <= SMALL) {
            return new byte[] {(byte) (mask | payload.length)};
        }
        if (payload.length <= 0xFFFF) {
            return ByteBuffer.allocate(3)
                    .put((byte) (mask | LENGTH_IN_16_BITS))
                    .putShort((short) payload.length)
                    .array();
        }
        return ByteBuffer.allocate(9)
                .put((byte) (mask | LENGTH_IN_64_BITS))
                .putLong(payload.length)
                .array();
    }

    /** The masking key: four bytes or none. */
    public byte[] keyBytes() {
        return bytesOf(maskingKey);
    }

    /** The payload as it is sent: masked if there is a key. */
    public byte[] payloadBytes() {
        return applied(keyBytes(), payload);
    }

    /** The frame as it is sent. */
    public byte[] bytes() {
        byte[] length = lengthBytes();
        byte[] key = keyBytes();
        return ByteBuffer.allocate(1 + length.length + key.length + payload.length)
                .put(firstByte())
                .put(length)
                .put(key)
                .put(payloadBytes())
                .array();
    }

    private static long readLength(DataInputStream in, int shortLength) throws IOException {
        return switch (shortLength) {
            case LENGTH_IN_16_BITS -> longerThan(SMALL, in.readUnsignedShort());
            case LENGTH_IN_64_BITS -> longerThan(0xFFFF, in.readLong());
            default -> shortLength;
        };
    }

    /** The shortest form of a length is the only right one, so what is read is what {@link #bytes()} gives. */
    private static long longerThan(int fitsInLess, long length) throws IOException {
        if (length <= fitsInLess) {
            throw new IOException("The length " + length + " is written longer than it need be");
        }
        return length;
    }

    private static byte[] bytesOf(OptionalInt key) {
        return key.isPresent()
                ? ByteBuffer.allocate(Integer.BYTES).putInt(key.getAsInt()).array()
                : new byte[0];
    }

    /** Masking twice gives the original (RFC 6455, section 5.3). */
    private static byte[] applied(byte[] key, byte[] payload) {
        byte[] result = payload.clone();
        for (int i = 0; i < result.length && key.length > 0; i++) {
            result[i] ^= key[i % key.length];
        }
        return result;
    }
}
