package org.parlor.websocket;

import jakarta.websocket.Decoder;
import org.parlor.protocol.FrameReader;
import org.parlor.protocol.Received;

/** Decodes a client's text frame. Never throws, because some servers close the connection of a decoder that does. */
public class FrameDecoder implements Decoder.Text<Received> {

    private final FrameReader frames = new FrameReader();

    @Override
    public boolean willDecode(String text) {
        return true;
    }

    @Override
    public Received decode(String text) {
        return frames.read(text);
    }
}
