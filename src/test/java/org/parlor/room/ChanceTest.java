package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parlor.example.DiceRace;
import org.parlor.fairness.Dice;
import org.parlor.game.Position;
import org.parlor.game.Seat;
import org.parlor.game.gomoku.Gomoku;

/** Rooms in which dice fall. */
class ChanceTest {

    private static final OfferCommand.Propose TAKEBACK = new OfferCommand.Propose(Offer.Kind.TAKEBACK, false);
    private static final OfferCommand.Accept AGREED =
            new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.TAKEBACK));

    private static final OfferCommand.Propose REMATCH = new OfferCommand.Propose(Offer.Kind.REMATCH, false);
    private static final OfferCommand.Accept AGAIN =
            new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH));

    private final Gathering game = Gathering.atTheRace(1);

    private List<Event> begun() {
        game.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        return game.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
    }

    private Event.Rolled latestThrow() {
        return game.log().stream()
                .map(line -> line.event())
                .filter(Event.Rolled.class::isInstance)
                .map(Event.Rolled.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @Test
    void theDiceThatBeginAGameFallWithItsStart() {
        List<Event> events = begun();
        assertThat(events.get(1)).isEqualTo(new Event.Started(1, false));
        assertThat(events.get(2)).isInstanceOf(Event.Rolled.class);
        assertThat(((Event.Rolled) events.get(2)).dice()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMoveWithoutAChoiceIsPlayedAtOnceAndMarked() {
        Event forced = begun().get(3);
        assertThat(forced).isEqualTo(new Event.Moved(latestThrowBefore(forced).seat(), "run", true, false, 0));
        assertThat(game.log().get(game.log().size() - 2).text()).contains("\"move\":\"run\",\"forced\":true");
    }

    private Event.Rolled latestThrowBefore(Event event) {
        List<Event> events = game.log().stream().map(line -> line.event()).toList();
        return (Event.Rolled) events.get(events.indexOf(event) - 1);
    }

    @Test
    void whatRunsByItselfEndsWhereSomeoneHasAChoice() {
        begun();
        assertThat(game.room().position().legal()).hasSize(2);
        assertThat(game.room().match().toMove()).contains(latestThrow().seat());
        game.playing("run");
        assertThat(game.room().position().roll()).isEmpty();
    }

    @Test
    void theFrameOfAThrowTellsDiceAndPosition() {
        begun();
        Event.Rolled rolled = latestThrow();
        assertThat(game.log().get(game.log().size() - 1).text())
                .startsWith("{\"type\":\"rolled\",\"seq\":" + game.room().seq() + ",\"at\":1731000000000,\"seat\":\""
                        + rolled.seat().label() + "\",\"dice\":["
                        + rolled.dice().get(0) + "],\"position\":\"")
                .endsWith("\"toMove\":\"" + rolled.seat().label() + "\",\"clock\":null}");
    }

    @Test
    void aTakebackUndoesTheThrowAfterTheMoveAndItIsNotThrownAgain() {
        begun();
        String mover = game.connectionToMove();
        String other = mover.equals("ann") ? "ben" : "ann";
        String before = game.room().position().notation();
        game.playing("run");
        int thrown = game.room().match().dice().orElseThrow().rolls();
        game.does(mover, TAKEBACK);
        game.does(other, AGREED);
        assertThat(game.room().position().notation()).isEqualTo(before);
        assertThat(game.room().match().dice().orElseThrow().rolls()).isEqualTo(thrown);
        game.playing("run");
        assertThat(game.room().match().dice().orElseThrow().rolls()).isEqualTo(thrown + 1);
    }

    @Test
    void aForcedMoveIsNobodysToTakeBack() {
        begun();
        String waiting = game.connectionToMove().equals("ann") ? "ben" : "ann";
        assertThat(game.refusal(waiting, TAKEBACK)).isEqualTo(Refusal.Reason.NOTHING_TO_TAKE_BACK);
    }

    @Test
    void aRematchBeginsWithOtherDice() {
        begun();
        game.does("ann", new PlayCommand.Resign());
        game.does("ann", REMATCH);
        game.does("ben", AGAIN);
        Dice dice = game.room().match().dice().orElseThrow();
        assertThat(dice.round()).isEqualTo(2);
        assertThat(dice.seed())
                .isNotEqualTo(Gathering.atTheRace(1)
                        .room()
                        .match()
                        .dice()
                        .orElseThrow()
                        .seed());
    }

    @Test
    void theDiceFollowFromTheSecretAlone() {
        begun();
        Gathering same = Gathering.atTheRace(1);
        same.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        same.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        assertThat(same.room().position()).isEqualTo(game.room().position());
        long openings =
                IntStream.range(1, 30).mapToObj(ChanceTest::opening).distinct().count();
        assertThat(openings).isGreaterThan(10);
    }

    private static Position opening(int secret) {
        Gathering another = Gathering.atTheRace(secret);
        another.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        another.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        return another.room().position();
    }

    @Test
    void whatAGameThrowsIsUpToItsRules() {
        Iterator<Integer> falling = List.of(3, 3, 5, 5, 2, 6).iterator();
        Position start = Gathering.atTheRace(1).room().config().start();
        List<Integer> dice = start.roll().orElseThrow().dice(sides -> falling.next());
        assertThat(dice).as("equal dice are thrown again").containsExactly(2, 6);
        assertThat(start.roll().orElseThrow().after(dice).toMove()).contains(Seat.WHITE);
    }

    @Test
    void aGameThatBeginsWithAThrowHasChance() {
        assertThat(new DiceRace().hasChance()).isTrue();
        assertThat(new Gomoku().hasChance()).isFalse();
    }
}
