package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.game.Chance;
import org.parlor.game.Game;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Position;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.backgammon.Backgammon;
import org.parlor.game.gomoku.Gomoku;

class GameHistoryTest {

    private static final Map<String, String> OPTIONS = Map.of("rule", "freestyle", "size", "5");
    private final Gathering game = Gathering.atPlay();

    private GameHistory history() {
        return read(game.log());
    }

    private static GameHistory read(List<Gathering.Line> log) {
        List<RecordedEvent> events = log.stream()
                .map(Gathering.Line::stored)
                .map(Gathering.CODEC::readRecorded)
                .toList();
        return GameHistory.of(Gathering.replay(log.subList(0, 1)), events.subList(1, events.size()));
    }

    @Test
    void tellsMovesWithTheirTimesSinceTheStart() {
        game.passMillis(1500);
        game.playing("c3");
        game.passMillis(500);
        game.playing("a1");
        assertThat(history().games())
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
        game.does("ben", new OfferCommand.Propose(Offer.Kind.TAKEBACK, false));
        game.does("ann", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.TAKEBACK)));
        game.playing("e5");
        assertThat(moves(history().game(1))).containsExactly("c3", "e5");
    }

    @Test
    void tellsEveryRoundWithThePlayersWhereTheySat() {
        game.playing("c3");
        game.does("ben", new PlayCommand.Resign());
        game.does("ben", new OfferCommand.Propose(Offer.Kind.REMATCH, true));
        game.does("ann", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
        game.does("ben", new PlayCommand.Move("a1"));
        assertThat(history().games()).hasSize(2);
        GameRecord first = history().game(1).orElseThrow();
        assertThat(first.names()).isEqualTo(Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"));
        assertThat(first.outcome()).contains(Outcome.win(Seat.BLACK, "resignation", List.of()));
        GameRecord second = history().game(2).orElseThrow();
        assertThat(second.names()).isEqualTo(Map.of(Seat.BLACK, "Ben", Seat.WHITE, "Ann"));
        assertThat(moves(Optional.of(second))).containsExactly("a1");
        assertThat(second.outcome()).isEmpty();
    }

    @Test
    void hasNoGameBeforeOneStarted() {
        Gathering early = Gathering.onSmallBoard();
        early.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
        assertThat(read(early.log()).games()).isEmpty();
        assertThat(history().game(0)).isEmpty();
        assertThat(history().game(2)).isEmpty();
    }

    @Test
    void ofAImportedGameIsThatGame() {
        for (Optional<Outcome> result :
                List.of(Optional.<Outcome>empty(), Optional.of(Outcome.win(Seat.WHITE, "resignation", List.of())))) {
            GameRecord record = new GameRecord(
                    OPTIONS,
                    Optional.empty(),
                    Map.of(Seat.BLACK, "Ann", Seat.WHITE, "Ben"),
                    Gathering.NOON,
                    List.of(new Step.Moved(Seat.BLACK, "c3", 10), new Step.Moved(Seat.WHITE, "a1", 20)),
                    result);
            assertThat(imported(record, 5).games()).containsExactly(record);
        }
    }

    @Test
    void ofAImportedGameWithDiceIsThatGameToo() {
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
        assertThat(steps).hasAtLeastOneElementOfType(Step.Rolled.class);
        assertThat(imported(new Backgammon(), record, 5).games()).containsExactly(record);
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
        GameRecord told = imported(record, Gathering.NOON).game(1).orElseThrow();
        assertThat(told.startedAt()).isEqualTo(Gathering.NOON - 1000);
        assertThat(told.names()).isEqualTo(Map.of(Seat.BLACK, "Black", Seat.WHITE, "x" + "y".repeat(39)));
    }

    @Test
    void theSeatsOfAImportedGameAreNobodys() {
        GameRecord record =
                new GameRecord(OPTIONS, Optional.empty(), Map.of(), Gathering.NOON, List.of(), Optional.empty());
        Room opened = opened(new Gomoku(), record, 5);
        Room room =
                RecordImporter.log(opened, record).stream().skip(1).reduce(opened, Room::evolve, (one, other) -> other);
        CommandContext stranger =
                new CommandContext(Player.NOBODY, "key", Gathering.NOON * 2, Gathering.PATIENCE, ServedTime.ALWAYS);
        for (Command command : List.of(
                new SeatCommand.Sit(Optional.empty(), "Eve"),
                new SeatCommand.Sit(Optional.of(Seat.WHITE), "Eve"),
                new SeatCommand.Resume(Optional.of(new Token("")), 0),
                new PlayCommand.Claim(),
                new PlayCommand.Move("a1"))) {
            assertThat(command.decide(room, stranger)).isInstanceOf(Decision.Refused.class);
        }
        assertThat(room.roster().players().values()).noneMatch(Player::connected);
    }

    private static GameHistory imported(GameRecord record, long now) {
        return imported(new Gomoku(), record, now);
    }

    private static GameHistory imported(Game game, GameRecord record, long now) {
        Room opened = opened(game, record, now);
        List<RecordedEvent> log = RecordImporter.log(opened, record).stream()
                .map(event -> Gathering.CODEC.readRecorded(Gathering.CODEC.write(event, Optional.empty())))
                .toList();
        return GameHistory.of(opened, log.subList(1, log.size()));
    }

    private static Room opened(Game game, GameRecord record, long now) {
        Setup.Ready ready = (Setup.Ready) game.setUp(record.options(), record.position());
        Event.Opened opening = new Event.Opened(game.name(), record.options(), record.position());
        return Room.open(RoomConfig.of("r", opening, game, ready), RecordImporter.start(record, now));
    }

    private static List<String> moves(Optional<GameRecord> game) {
        return game.orElseThrow().steps().stream()
                .map(step -> ((Step.Moved) step).move())
                .toList();
    }
}
