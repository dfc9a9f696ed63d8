package org.parlor.protocol;

/**
 * A client's frame.
 *
 * @param bytes its size, in bytes of UTF-8
 */
public record Received(Incoming frame, int bytes) {}
