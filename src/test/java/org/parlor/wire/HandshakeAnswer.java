package org.parlor.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server answers to a {@link Handshake} (RFC 6455, section 4.2.2).
 *
 * @param status 101 if the server agrees
 * @param headers with names that ignore case
 */
public record HandshakeAnswer(int status, Map<String, String> headers) {

    private static final String END = "\r\n\r\n";

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Reads up to the empty line and no further, since frames follow. */
    public static HandshakeAnswer read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith(END)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server hung up during the handshake: " + head.toString(ISO_8859_1));
            }
            head.write(next);
        }
        return parse(head.toString(ISO_8859_1).lines().toList());
    }

    private static HandshakeAnswer parse(List<String> lines) {
        int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        lines.stream().skip(1).filter(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).trim());
        });
        return new HandshakeAnswer(status, headers);
    }
}
