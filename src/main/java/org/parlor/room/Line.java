package org.parlor.room;

import java.util.Optional;

/**
 * An entry of the log as it is stored.
 *
 * @param seq its number in the room
 * @param text the frame that everyone hears
 * @param secret what only the server may know, such as the hash of a token
 */
public record Line(long seq, String text, Optional<String> secret) {}
