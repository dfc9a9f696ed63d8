package org.parlor.log;

/**
 * A command that was refused, kept so that a retry gets the same answer. Of each player the latest {@link #KEPT} are kept.
 *
 * @param command what was asked
 * @param number how many commands of the player were refused before this one
 * @param seq the room's latest event at the refusal
 * @param reason from the protocol's list
 * @param detail an English sentence
 */
public record RefusedCommand(CommandId command, long number, long seq, String reason, String detail) {

    /** So many are kept of each player. */
    public static final int KEPT = 200;

    /** Its place among those that are kept: it takes that of the one which was refused so many before. */
    public int slot() {
        return (int) (number % KEPT);
    }
}
