package org.parlor.room;

import java.util.Optional;

/**
 * The answer that a player's command got, kept so that a retry gets it again instead of being carried out twice.
 *
 * @param player the number of the player who asked
 * @param id the id of the command, unique for the player
 * @param seq the acknowledged event, or the room's latest event at a refusal
 * @param refusal why nothing happened; empty if the command was carried out
 */
public record Answer(int player, String id, long seq, Optional<Refusal> refusal) {

    /** Tells the commands of a room apart: who asked, and with which id. */
    public record Key(int player, String id) {}

    /** The command that was answered. */
    public Key key() {
        return new Key(player, id);
    }

    Message message() {
        return refusal.<Message>map(why -> new Message.Refused(Optional.of(id), why))
                .orElseGet(() -> new Message.Ack(id, seq));
    }
}
