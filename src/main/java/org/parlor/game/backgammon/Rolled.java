package org.parlor.game.backgammon;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.parlor.game.Ruling;

/**
 * The seat on roll plays its dice.
 *
 * @param numbers what it rolled
 */
record Rolled(Dice numbers) implements Phase {

    /** The play of a seat that can move no checker. It is played like any other, so that the log shows it to both players. */
    static final String PASS = "pass";

    @Override
    public List<Ruling.Legal> legal(MatchState state) {
        Collection<Play> plays = plays(state);
        return plays.isEmpty()
                ? List.of(new Ruling.Legal(PASS, state.played(state.board())))
                : plays.stream().map(play -> legal(state, play)).toList();
    }

    private static Ruling.Legal legal(MatchState state, Play play) {
        return new Ruling.Legal(play.toString(), state.played(play.after()));
    }

    private Collection<Play> plays(MatchState state) {
        return MoveGenerator.of(state.board(), state.onRoll(), numbers);
    }

    @Override
    public List<Ruling.Legal> resignations(MatchState state) {
        return Resigning.offers(state, this);
    }

    @Override
    public Optional<String> forced(MatchState state) {
        Collection<Play> plays = plays(state);
        if (plays.isEmpty()) {
            return Optional.of(PASS);
        }
        return plays.size() == 1 ? Optional.of(plays.iterator().next().toString()) : Optional.empty();
    }

    @Override
    public Ruling play(MatchState state, String move) {
        Optional<ParsedPlay> parsed = ParsedPlay.parse(move);
        return parsed.isPresent() ? play(state, parsed.get()) : Phase.super.play(state, move);
    }

    private Ruling play(MatchState state, ParsedPlay parsed) {
        Collection<Play> plays = plays(state);
        List<Play> meant = parsed.among(plays, state.board(), state.onRoll(), numbers);
        return switch (meant.size()) {
            case 0 -> new IllegalPlayReason(state.board(), state.onRoll(), numbers, plays).to(parsed);
            case 1 -> legal(state, meant.get(0));
            default -> IllegalPlayReason.ambiguous(meant);
        };
    }

    @Override
    public Ruling.Illegal refuse(MatchState state, String word) {
        return switch (word) {
            case "roll", "double" ->
                new Ruling.Illegal(
                        Ruling.Reason.FORBIDDEN, "the dice are on the table: " + numbers + " must be played first");
            case PASS ->
                new Ruling.Illegal(Ruling.Reason.FORBIDDEN, "a checker can move with " + numbers + ", so one must");
            default -> IllegalPlayReason.unreadable();
        };
    }

    @Override
    public Optional<Dice> dice() {
        return Optional.of(numbers);
    }
}
