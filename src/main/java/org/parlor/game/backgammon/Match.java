package org.parlor.game.backgammon;

import org.parlor.game.Seat;

/**
 * How a match stands.
 *
 * @param rules what it is played by
 * @param black black's points, never more than win the match
 * @param white white's points, likewise
 * @param isCrawford whether this is the Crawford game
 */
record Match(Rules rules, int black, int white, boolean isCrawford) {

    /** The most points that the match ID holds. */
    static final int MOST_POINTS = 32767;

    /** A match that begins. */
    static Match start(Rules rules) {
        return new Match(rules, 0, 0, false);
    }

    int points(Seat seat) {
        return seat.equals(Seat.BLACK) ? black : white;
    }

    /** The match after a game in which this seat won so many points. */
    Match won(Seat winner, int points) {
        int most = rules.isMoney() ? MOST_POINTS : rules.length();
        int sum = Math.min(most, points(winner) + points);
        Match after =
                winner.equals(Seat.BLACK) ? new Match(rules, sum, white, false) : new Match(rules, black, sum, false);
        boolean crawford = rules.crawford() && !isOneAway() && after.isOneAway();
        return new Match(rules, after.black, after.white, crawford);
    }

    /** Whether somebody needs one point only. */
    boolean isOneAway() {
        return black == rules.length() - 1 || white == rules.length() - 1;
    }

    /** Whether this game would be the Crawford game if nothing is known of the games before it. */
    boolean isCrawfordAtFirstSight() {
        return rules.crawford() && isOneAway() && black != white;
    }

    /** Whether a match is won. A money game does not end by its points. */
    boolean isWon() {
        return !rules.isMoney() && Math.max(black, white) >= rules.length();
    }
}
