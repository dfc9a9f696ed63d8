package org.parlor.frame;

import jakarta.websocket.Encoder;

/** Hands what was encoded before to the WebSocket API. */
public class FrameEncoder implements Encoder.Text<Outgoing> {

    @Override
    public String encode(Outgoing outgoing) {
        return outgoing.text();
    }
}
