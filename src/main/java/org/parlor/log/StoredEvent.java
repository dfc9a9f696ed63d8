package org.parlor.log;

import java.util.Optional;

/**
 * An event as it is stored.
 *
 * @param seq its number in the room, from 0 without gaps
 * @param at when it was decided, milliseconds since 1970
 * @param type what kind of event it is
 * @param version of the form of body and secret, counted for each type
 * @param body what was decided, as far as everybody in the room may know it
 * @param secret the rest: what only the server may know, or only some seats
 * @param command what was asked, if this is the first event that came of a command with an id
 */
public record StoredEvent(
        long seq,
        long at,
        String type,
        int version,
        String body,
        Optional<String> secret,
        Optional<CommandId> command) {

    /** Hides the secret from logs. */
    @Override
    public String toString() {
        return seq + " " + type + " v" + version + " " + body;
    }
}
