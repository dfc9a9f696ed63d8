package org.parlor.game.backgammon;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;

/** Finds words for what is wrong with a play that the rules don't allow. */
record IllegalPlayReason(Board board, Seat seat, Dice dice, Collection<Play> plays) {

    private static final int HOME = 6;

    /** The text is spelled like no play. */
    static Ruling.Illegal unreadable() {
        return new Ruling.Illegal(
                Ruling.Reason.BAD_MOVE,
                "a play is spelled like 8/5 6/5, bar/22* or 6/off(2), four checkers at most; points count from 24 down to 1");
    }

    /** The text can mean several plays. */
    static Ruling.Illegal ambiguous(List<Play> meant) {
        String choices = meant.stream().map(Play::toString).collect(Collectors.joining(" or "));
        return new Ruling.Illegal(Ruling.Reason.BAD_MOVE, "that can be played in several ways: say " + choices);
    }

    /** What is wrong with a play that is none of the legal ones. */
    Ruling.Illegal to(ParsedPlay parsed) {
        for (CheckerMove leg : parsed.legs()) {
            if (leg.from() > Board.BAR || leg.to() >= Board.BAR) {
                return new Ruling.Illegal(
                        Ruling.Reason.OFF_BOARD, written(leg) + ": the board has points 1 to 24, the bar and off");
            }
            if (leg.to() >= leg.from()) {
                return forbidden(written(leg) + ": checkers move from higher points to lower ones");
            }
        }
        if (plays.isEmpty()) {
            return forbidden("no checker can move with " + dice + ": say pass");
        }
        if (!parsed.reached(board, seat, dice).isEmpty()) {
            return tooLittle();
        }
        boolean onBar = board.at(seat, Board.BAR) > 0;
        if (onBar && parsed.legs().stream().noneMatch(leg -> leg.from() == Board.BAR)) {
            return forbidden("checkers on the bar come in first");
        }
        return parsed.legs().stream()
                .map(leg -> to(leg, parsed))
                .filter(illegal -> illegal != null)
                .findFirst()
                .orElseGet(() -> forbidden("the checkers can't move so with " + dice + example()));
    }

    private Ruling.Illegal to(CheckerMove leg, ParsedPlay parsed) {
        boolean arrives = parsed.legs().stream().anyMatch(other -> other.to() == leg.from());
        if (board.at(seat, leg.from()) == 0 && !arrives) {
            return forbidden(written(leg) + ": " + seat.label() + " has no checker on " + Play.name(leg.from()));
        }
        if (!board.isOpen(seat, leg.to())) {
            return new Ruling.Illegal(
                    Ruling.Reason.OCCUPIED,
                    written(leg) + ": " + seat.other().label() + " holds point " + leg.to()
                            + " with two checkers or more");
        }
        if (leg.to() == Board.OFF && !board.isHome(seat) && leg.from() <= HOME) {
            return forbidden(written(leg) + ": all checkers must be on points 1 to 6 before one is borne off");
        }
        return null;
    }

    private Ruling.Illegal tooLittle() {
        int used = plays.iterator().next().moves().size();
        if (dice.isDoublet()) {
            return forbidden("you must use as much of the doublet as you can, here " + used + " times " + dice.high()
                    + example());
        }
        return forbidden(
                used == 2
                        ? "you must use both dice" + example()
                        : "only one of the dice can be used, and it must be the larger one if that can" + example());
    }

    private String example() {
        return ", as in " + plays.iterator().next();
    }

    private static String written(CheckerMove leg) {
        return Play.name(leg.from()) + "/" + Play.name(leg.to());
    }

    private static Ruling.Illegal forbidden(String detail) {
        return new Ruling.Illegal(Ruling.Reason.FORBIDDEN, detail);
    }
}
