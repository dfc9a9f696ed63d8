package org.parlor.websocket;

import jakarta.websocket.Encoder;
import org.parlor.protocol.TextFrame;

/** Hands what was encoded before, once for all who see the same, to the WebSocket API. */
public class FrameEncoder implements Encoder.Text<TextFrame> {

    @Override
    public String encode(TextFrame frame) {
        return frame.text();
    }
}
