package org.parlor.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The request that turns an HTTP connection into a WebSocket (RFC 6455, section 4.1).
 *
 * @param address of the WebSocket, with the scheme {@code ws}
 * @param key 16 random bytes in Base64
 * @param version of the WebSocket protocol; the only one in use is 13
 * @param subprotocol what the client would like to speak
 */
public record Handshake(URI address, String key, int version, Optional<String> subprotocol) {

    /** The version that RFC 6455 defines. */
    public static final int VERSION = 13;

    /** The key that the RFC itself takes as an example. */
    public static final String SAMPLE_KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    /** A constant of RFC 6455, section 1.3. */
    public static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    public static Handshake to(URI address) {
        return new Handshake(address, SAMPLE_KEY, VERSION, Optional.of("parlor.v1.json"));
    }

    public Handshake withKey(String other) {
        return new Handshake(address, other, version, subprotocol);
    }

    public Handshake withVersion(int other) {
        return new Handshake(address, key, other, subprotocol);
    }

    public Handshake withSubprotocol(Optional<String> other) {
        return new Handshake(address, key, version, other);
    }

    public Handshake withAddress(URI other) {
        return new Handshake(other, key, version, subprotocol);
    }

    /** The request's lines, each with its line end, and the empty line after them. */
    public String request() {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return "GET " + address.getRawPath() + query + " HTTP/1.1\r\n"
                + "Host: " + address.getRawAuthority() + "\r\n"
                + "Upgrade: websocket\r\n"
                + "Connection: Upgrade\r\n"
                + "Sec-WebSocket-Key: " + key + "\r\n"
                + "Sec-WebSocket-Version: " + version + "\r\n"
                + subprotocol
                        .map(name -> "Sec-WebSocket-Protocol: " + name + "\r\n")
                        .orElse("")
                + "\r\n";
    }

    /** What the server has to answer in {@code Sec-WebSocket-Accept}. */
    public String expectedAccept() {
        return Base64.getEncoder().encodeToString(sha1());
    }

    /** The step between key and answer, in hexadecimal digits. */
    public String sha1OfKeyAndGuid() {
        return HexFormat.of().formatHex(sha1());
    }

    private byte[] sha1() {
        try {
            return MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-1", e);
        }
    }
}
