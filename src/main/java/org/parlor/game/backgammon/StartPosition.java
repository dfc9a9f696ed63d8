package org.parlor.game.backgammon;

import java.util.Optional;
import org.parlor.game.Seat;

/**
 * Where a room starts if its founder says so: GNU Backgammon's position ID, a colon, its match ID. Any position is allowed
 * from which a game can go on.
 *
 * @param board the checkers
 * @param id everything else
 */
record StartPosition(Board board, MatchId id) {

    /**
     * Understands a text.
     *
     * @throws BadOption if it is none
     */
    static StartPosition parse(String text) {
        String[] ids = text.split(":", -1);
        if (ids.length != 2) {
            throw new BadOption("position must be GNU Backgammon's position ID, a colon and its match ID, such as "
                    + "4HPwATDgc/ABMA:cAkAAAAAAAAA");
        }
        MatchId id = MatchId.read(ids[1]);
        return new StartPosition(PositionId.read(ids[0], id.onRoll()), id);
    }

    /**
     * The position in a match with these rules.
     *
     * @throws BadOption if it fits no such match, or is of a game that is over
     */
    BackgammonPosition in(Rules rules) {
        check(
                id.length() == rules.length(),
                "length is " + rules.length() + ", but the match ID of position says " + id.length()
                        + "; leave length out or let it be the same");
        check(
                rules.isMoney() || Math.max(id.black(), id.white()) < rules.length(),
                "position has a score that ends the match: " + id.black() + " to " + id.white() + " of "
                        + rules.length());
        Match match = new Match(rules, id.black(), id.white(), id.crawford());
        check(
                !id.crawford() || (rules.crawford() && match.isOneAway() && id.black() != id.white()),
                "position is marked as the Crawford game, which it is only in a match with crawford=on where just one seat"
                        + " is a point away from winning");
        check(
                rules.cube() || id.cube().equals(Cube.CENTRED),
                "position has a doubling cube that was used, but this match has none");
        MatchState state = new MatchState(match, board, id.cube(), id.onRoll());
        return new BackgammonPosition(state, phase(state));
    }

    private Phase phase(MatchState state) {
        if (id.state() == MatchId.NOT_STARTED) {
            boolean fresh =
                    state.equals(MatchState.opening(state.match())) && id.turn().equals(id.onRoll());
            check(
                    fresh
                            && id.dice().isEmpty()
                            && !id.doubled()
                            && id.resigned().isEmpty(),
                    "the match ID of position says that no game has begun, but the rest of it is not how games begin");
            return new Opening();
        }
        check(id.state() == MatchId.PLAYING, "position is of a game that is over");
        if (id.doubled()) {
            return doubled(state);
        }
        Phase phase = id.dice().<Phase>map(Rolled::new).orElseGet(() -> new BeforeRoll(false));
        Seat turn = id.resigned().isPresent() ? id.onRoll().other() : id.onRoll();
        check(
                id.turn().equals(turn),
                "position gives the turn to " + id.turn().label() + ", which has nothing to decide");
        return id.resigned()
                .<Phase>map(offered -> new Resigning(offered, phase))
                .orElse(phase);
    }

    private Phase doubled(MatchState state) {
        check(
                id.dice().isEmpty() && id.resigned().isEmpty(),
                "position has a double together with dice or a resignation");
        if (id.turn().equals(id.onRoll())) {
            boolean turned = id.cube().value() > 1
                    && id.cube().owner().equals(Optional.of(id.onRoll().other()));
            check(
                    state.match().rules().beavers() && turned,
                    "position has a beaver, which needs length=0, beavers=on and the cube with the one who beavers");
            return new Doubled(true);
        }
        state.objectionToDoubling().ifPresent(objection -> {
            throw new BadOption("position has a double that is not allowed: " + objection);
        });
        return new Doubled(false);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadOption(otherwise);
        }
    }
}
