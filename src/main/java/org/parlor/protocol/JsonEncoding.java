package org.parlor.protocol;

import org.parlor.runtime.Encoding;
import org.parlor.runtime.Message;

/** The protocol in JSON: {@code parlor.v1.json}. */
public final class JsonEncoding implements Encoding {

    private final Json json = new Json();
    private final MessageFrames frames = new MessageFrames();

    @Override
    public TextFrame encode(Message message) {
        return new TextFrame(json.write(frames.members(message)));
    }
}
