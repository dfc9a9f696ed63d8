package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Chance;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Position;
import org.parlor.game.Result;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.backgammon.Backgammon;
import org.parlor.game.gomoku.Gomoku;

class ChronicleTest {

    private static final Map<String, String> OPTIONS = Map.of("rule", "freestyle", "size", "5");
    private final Gathering game = Gathering.atPlay();

    private Chronicle chronicle() {
        return read(game.log());
    }

    private static Chronicle read(List<Line> log) {
        List<Entry> entries = log.stream().map(Gathering.CODEC::read).toList();
        return Chronicle.of(Gathering.replay("r", log.subList(0, 1)), entries.subList(1, entries.size()));
    }

    @Test
    void tellsMovesWithTheirTimesSinceTheStart() {
        game.passMillis(1500);
        game.playing("c3");
        game.passMillis(500);
        game.playing("a1");
        assertThat(chronicle().games())
                .containsExactly(new GameRecord(
                        OPTIONS,
                        Optional.of("5/5/5/5/5 b"),
                        Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"),
                        Gathering.NOON,
                        List.of(new Step.Moved(Seat.BLACK, "c3", 1500), new Step.Moved(Seat.WHITE, "a1", 2000)),
                        Optional.empty()));
    }

    @Test
    void leavesOutWhatWasTakenBack() {
        game.playing("c3", "a1", "b2");
        game.does("ben", new Bargain.Propose(Offer.Kind.TAKEBACK, false));
        game.does("ann", new Bargain.Accept(new Bargain.Which.OfKind(Offer.Kind.TAKEBACK)));
        game.playing("e5");
        assertThat(moves(chronicle().game(1))).containsExactly("c3", "e5");
    }

    @Test
    void tellsEveryRoundWithThePlayersWhereTheySat() {
        game.playing("c3");
        game.does("ben", new Play.Resign());
        game.does("ben", new Bargain.Propose(Offer.Kind.REMATCH, true));
        game.does("ann", new Bargain.Accept(new Bargain.Which.OfKind(Offer.Kind.REMATCH)));
        game.does("ben", new Play.Move("a1"));
        assertThat(chronicle().games()).hasSize(2);
        GameRecord first = chronicle().game(1).orElseThrow();
        assertThat(first.names()).isEqualTo(Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"));
        assertThat(first.result()).contains(Result.win(Seat.BLACK, "resignation", List.of()));
        GameRecord second = chronicle().game(2).orElseThrow();
        assertThat(second.names()).isEqualTo(Map.of(Seat.BLACK, "Ben", Seat.WHITE, "Ann"));
        assertThat(moves(Optional.of(second))).containsExactly("a1");
        assertThat(second.result()).isEmpty();
    }

    @Test
    void hasNoGameBeforeOneStarted() {
        Gathering early = Gathering.onSmallBoard();
        early.does("ann", new Seating.Sit(Optional.empty(), "Ann"));
        assertThat(read(early.log()).games()).isEmpty();
        assertThat(chronicle().game(0)).isEmpty();
        assertThat(chronicle().game(2)).isEmpty();
    }

    @Test
    void ofAReenactedGameIsThatGame() {
        for (Optional<Result> result :
                List.of(Optional.<Result>empty(), Optional.of(Result.win(Seat.WHITE, "resignation", List.of())))) {
            GameRecord record = new GameRecord(
                    OPTIONS,
                    Optional.empty(),
                    Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"),
                    Gathering.NOON,
                    List.of(new Step.Moved(Seat.BLACK, "c3", 10), new Step.Moved(Seat.WHITE, "a1", 20)),
                    result);
            assertThat(read(Reenactment.of(opened(record), record, Gathering.CODEC, 5))
                            .games())
                    .containsExactly(record);
        }
    }

    @Test
    void ofAReenactedGameWithDiceIsThatGameToo() {
        Setup.Ready ready = (Setup.Ready) new Backgammon().setUp(Map.of(), Optional.empty());
        List<Step> steps = new ArrayList<>();
        Position position = ready.position();
        for (int i = 0; i < 12; i++) {
            int eyes = i % 6;
            Position before = position;
            Step next = position.roll()
                    .map(roll -> roll.dice(new Loaded(eyes)))
                    .<Step>map(dice -> new Step.Rolled(mover(before, dice), dice, 0))
                    .orElseGet(() -> new Step.Moved(
                            before.toMove().orElseThrow(),
                            before.forced().orElse(before.legal().get(0).move()),
                            0));
            steps.add(next);
            position = next.from(position);
        }
        GameRecord record = new GameRecord(
                ready.options(),
                Optional.empty(),
                Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"),
                1,
                steps,
                Optional.empty());
        Room opened = Room.open("r", new Event.Opened("backgammon", ready.options(), Optional.empty()), ready);
        List<Entry> log = Reenactment.of(opened, record, Gathering.CODEC, 5).stream()
                .map(Gathering.CODEC::read)
                .toList();
        assertThat(steps).hasAtLeastOneElementOfType(Step.Rolled.class);
        assertThat(Chronicle.of(opened, log.subList(1, log.size())).games()).containsExactly(record);
    }

    private static Seat mover(Position before, List<Integer> dice) {
        return before.roll().orElseThrow().after(dice).toMove().orElseThrow();
    }

    /** Dice that never show the same twice in a row. */
    private static final class Loaded implements Chance {

        private int next;

        Loaded(int first) {
            next = first;
        }

        @Override
        public int roll(int sides) {
            return next++ % sides + 1;
        }
    }

    @Test
    void ofAGameWithoutDateEndsNow() {
        GameRecord record = new GameRecord(
                OPTIONS,
                Optional.empty(),
                Map.of(Seat.WHITE, "x\u0000\ud800\n" + "y".repeat(60)),
                0,
                List.of(new Step.Moved(Seat.BLACK, "c3", 1000)),
                Optional.empty());
        GameRecord told = read(Reenactment.of(opened(record), record, Gathering.CODEC, Gathering.NOON))
                .game(1)
                .orElseThrow();
        assertThat(told.startedAt()).isEqualTo(Gathering.NOON - 1000);
        assertThat(told.names()).isEqualTo(Map.of(Seat.BLACK, "Black", Seat.WHITE, "x" + "y".repeat(39)));
    }

    @Test
    void theSeatsOfAReenactedGameAreNobodys() {
        GameRecord record =
                new GameRecord(OPTIONS, Optional.empty(), Map.of(), Gathering.NOON, List.of(), Optional.empty());
        Room room = Gathering.replay("r", Reenactment.of(opened(record), record, Gathering.CODEC, 5));
        Sender stranger = new Sender(Player.NOBODY, "key", Gathering.NOON * 2, Gathering.PATIENCE);
        for (Command command : List.of(
                new Seating.Sit(Optional.empty(), "Eve"),
                new Seating.Sit(Optional.of(Seat.WHITE), "Eve"),
                new Seating.Resume(Optional.of(new Token("")), 0),
                new Play.Claim(),
                new Play.Move("a1"))) {
            assertThat(command.decide(room, stranger)).isInstanceOf(Decision.Refused.class);
        }
        assertThat(room.seats().values()).noneMatch(Player::connected);
    }

    private static Room opened(GameRecord game) {
        Setup.Ready ready = (Setup.Ready) new Gomoku().setUp(game.options(), game.position());
        return Room.open("r", new Event.Opened("gomoku", ready.options(), game.position()), ready);
    }

    private static List<String> moves(Optional<GameRecord> game) {
        return game.orElseThrow().steps().stream()
                .map(step -> ((Step.Moved) step).move())
                .toList();
    }
}
