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
record Rolled(Dice numbers) implements Stage {

    /** The play of a seat that can move no checker. It is played like any other, so that the log shows it to both players. */
    static final String PASS = "pass";

    @Override
    public List<Ruling.Legal> legal(Table table) {
        Collection<Play> plays = plays(table);
        return plays.isEmpty()
                ? List.of(new Ruling.Legal(PASS, table.played(table.board())))
                : plays.stream().map(play -> legal(table, play)).toList();
    }

    private static Ruling.Legal legal(Table table, Play play) {
        return new Ruling.Legal(play.toString(), table.played(play.after()));
    }

    private Collection<Play> plays(Table table) {
        return Plays.of(table.board(), table.onRoll(), numbers);
    }

    @Override
    public List<Ruling.Legal> resignations(Table table) {
        return Resigning.offers(table, this);
    }

    @Override
    public Optional<String> forced(Table table) {
        Collection<Play> plays = plays(table);
        if (plays.isEmpty()) {
            return Optional.of(PASS);
        }
        return plays.size() == 1 ? Optional.of(plays.iterator().next().toString()) : Optional.empty();
    }

    @Override
    public Ruling play(Table table, String move) {
        Optional<Spelling> spelling = Spelling.parse(move);
        return spelling.isPresent() ? play(table, spelling.get()) : Stage.super.play(table, move);
    }

    private Ruling play(Table table, Spelling spelling) {
        Collection<Play> plays = plays(table);
        List<Play> meant = spelling.among(plays, table.board(), table.onRoll(), numbers);
        return switch (meant.size()) {
            case 0 -> new Objection(table.board(), table.onRoll(), numbers, plays).to(spelling);
            case 1 -> legal(table, meant.get(0));
            default -> Objection.ambiguous(meant);
        };
    }

    @Override
    public Ruling.Illegal refuse(Table table, String word) {
        return switch (word) {
            case "roll", "double" ->
                new Ruling.Illegal(
                        Ruling.Reason.FORBIDDEN, "the dice are on the table: " + numbers + " must be played first");
            case PASS ->
                new Ruling.Illegal(Ruling.Reason.FORBIDDEN, "a checker can move with " + numbers + ", so one must");
            default -> Objection.unreadable();
        };
    }

    @Override
    public Optional<Dice> dice() {
        return Optional.of(numbers);
    }
}
