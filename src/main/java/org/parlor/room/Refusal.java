package org.parlor.room;

import java.util.Locale;
import org.parlor.game.Ruling;
import org.parlor.game.Seats;

/**
 * Why a command was not carried out.
 *
 * @param reason from the protocol's list
 * @param detail an English sentence that tells the sender what to do about it
 */
public record Refusal(Reason reason, String detail) {

    /** Replaces U+0000, which a quoted text may hold but PostgreSQL can't keep. */
    public Refusal {
        detail = detail.replace('\0', '\uFFFD');
    }

    /** The answer to whatever the room has no place for any more. */
    static final Refusal FULL = new Refusal(
            Reason.LOG_FULL, "this room's log is full: the game can be played to its end, then open another room");

    /** A move that the rules don't allow. */
    static Refusal of(Ruling.Illegal illegal) {
        return new Refusal(Reason.valueOf(illegal.reason().name()), illegal.detail());
    }

    /** What has to wait until play starts. */
    static Refusal notStarted(Room room) {
        Seats seats = room.config().seats();
        if (seats.start() == Seats.Start.BY_AGREEMENT) {
            return new Refusal(
                    Reason.NOT_STARTED,
                    "the game starts when at least " + seats.fewest() + " sit and all of them are ready");
        }
        return new Refusal(
                Reason.NOT_STARTED,
                seats.areBlackAndWhite()
                        ? "the game starts when both seats are taken; wait for an opponent"
                        : "the game starts when all " + seats.all().size() + " seats are taken; wait for the others");
    }

    /** Every reason of the protocol. */
    public enum Reason {
        BAD_FRAME,
        UNKNOWN_TYPE,
        TOO_BIG,
        BAD_ADDRESS,
        NO_SUCH_GAME,
        SEAT_TAKEN,
        ALREADY_SEATED,
        NOT_SEATED,
        NOT_STARTED,
        NOT_YOUR_TURN,
        TOO_LATE,
        GAME_OVER,
        GAME_ON,
        TOO_EARLY,
        BAD_MOVE,
        OFF_BOARD,
        OCCUPIED,
        FORBIDDEN,
        NO_SUCH_OFFER,
        ALREADY_OFFERED,
        OWN_OFFER,
        NOTHING_TO_TAKE_BACK,
        BAD_TOKEN,
        BAD_SINCE,
        LOG_FULL,
        SLOW_DOWN,
        NEWER_VERSION,
        UNAVAILABLE;

        private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** The word on the wire, such as {@code not-your-turn}. */
        public String label() {
            return label;
        }

        /** The reason with this {@link #label()}. */
        public static Reason of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
