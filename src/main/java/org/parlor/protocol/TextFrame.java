package org.parlor.protocol;

import org.parlor.runtime.Frame;

/**
 * A message as a text frame.
 *
 * @param bytes the size of the text in UTF-8
 */
public record TextFrame(String text, int bytes) implements Frame {

    /** A frame with this text. */
    public TextFrame(String text) {
        this(text, Utf8.length(text));
    }
}
