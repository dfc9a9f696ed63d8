package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.parlor.game.Position;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.room.Gathering.Moment;

/** What holds in every room, whoever asks for what. */
class RoomLawsTest {

    private static final List<String> CONNECTIONS = List.of("ann", "ben", "cleo", "dave");
    private static final List<String> STARTS = List.of(
            "5/5/5/5/5 b",
            "5/5/5/5/5 w",
            "xxx2/ooo2/5/5/5 b",
            "xxxx1/oooo1/5/5/5 w",
            "xxoox/ooxxo/xxoox/ooxx1/xxo2 b",
            "xoxox/xoxox/oxoxo/oxoxo/xox2 w",
            "dice 1",
            "dice 2",
            "dice 3",
            "swap2");

    /** One thing that happens. {@code a} and {@code b} choose among what is possible at that moment. */
    private record Act(String connection, Deed deed, int a, int b) {}

    private enum Deed {
        SIT,
        RESUME,
        MOVE,
        CLAIM,
        RESIGN,
        PROPOSE,
        ACCEPT,
        DECLINE,
        SAY,
        LEAVE,
        LEGAL,
        DROP
    }

    private static Gathering gathering(String start) {
        if (start.startsWith("dice ")) {
            return Gathering.atTheRace(Integer.parseInt(start.substring("dice ".length())));
        }
        return start.equals("swap2") ? Gathering.atSwap2() : new Gathering(start);
    }

    /** A start position, or the number of the dice or an opening, and what happens then. */
    record Story(String start, List<Act> acts) {

        /** Both sit down first in most stories, or few games would begin. */
        List<Moment> happens() {
            Gathering gathering = gathering(start);
            List<Moment> moments = new ArrayList<>();
            for (Act act : acts) {
                gathering.passMillis(act.b() % 3 * 25_000L);
                boolean mover = act.deed() == Deed.MOVE && act.b() % 8 != 0;
                moments.add(gathering.ask(
                        mover ? gathering.connectionToMove() : act.connection(), command(gathering, act)));
            }
            return moments;
        }

        private static Command command(Gathering gathering, Act act) {
            Room room = gathering.room();
            return switch (act.deed()) {
                case SIT -> new SeatCommand.Sit(seat(act.a()), "Player " + act.b());
                case RESUME -> new SeatCommand.Resume(token(gathering, act), act.b() % (room.seq() + 2));
                case MOVE -> new PlayCommand.Move(move(room, act));
                case CLAIM -> new PlayCommand.Claim();
                case RESIGN -> new PlayCommand.Resign();
                case PROPOSE -> new OfferCommand.Propose(kind(act.a()), act.b() % 2 == 0);
                case ACCEPT -> new OfferCommand.Accept(which(room, act));
                case DECLINE -> new OfferCommand.Decline(which(room, act));
                case SAY -> new Command.Say("\"hello\"\n\u00e9\ud83d\ude00" + act.a());
                case LEAVE -> new SeatCommand.Leave();
                case LEGAL -> new Command.Legal();
                case DROP -> new SeatCommand.Drop();
            };
        }

        private static Optional<Seat> seat(int choice) {
            return List.of(Optional.of(Seat.BLACK), Optional.of(Seat.WHITE), Optional.<Seat>empty())
                    .get(choice % 3);
        }

        private static Optional<Token> token(Gathering gathering, Act act) {
            List<Token> minted = gathering.tokens();
            if (act.a() % 8 == 0 || minted.isEmpty()) {
                return act.a() % 16 == 0 ? Optional.empty() : Optional.of(new Token("forged"));
            }
            // The newest tokens are the ones that are likely to be good.
            return Optional.of(minted.get(Math.max(0, minted.size() - 1 - act.a() % 6)));
        }

        private static String move(Room room, Act act) {
            if (act.a() % 10 == 0) {
                return List.of("z9", "", "a1", "h8h8", "e5").get(act.b() % 5);
            }
            List<Ruling.Legal> legal = room.position().legal();
            return legal.isEmpty() ? "a1" : legal.get(act.a() % legal.size()).move();
        }

        private static Offer.Kind kind(int choice) {
            return List.of(Offer.Kind.values()).get(choice % 3);
        }

        private static OfferCommand.Which which(Room room, Act act) {
            if (act.b() % 4 == 0 || room.offers().isEmpty()) {
                return act.b() % 8 == 0
                        ? new OfferCommand.Which.Numbered(act.a())
                        : new OfferCommand.Which.OfKind(kind(act.a()));
            }
            return new OfferCommand.Which.Numbered(
                    room.offers().get(act.a() % room.offers().size()).number());
        }
    }

    @Provide
    Arbitrary<Story> stories() {
        Arbitrary<Deed> deeds = Arbitraries.frequency(
                Tuple.of(2, Deed.SIT),
                Tuple.of(3, Deed.RESUME),
                Tuple.of(24, Deed.MOVE),
                Tuple.of(2, Deed.CLAIM),
                Tuple.of(1, Deed.RESIGN),
                Tuple.of(10, Deed.PROPOSE),
                Tuple.of(9, Deed.ACCEPT),
                Tuple.of(3, Deed.DECLINE),
                Tuple.of(2, Deed.SAY),
                Tuple.of(1, Deed.LEGAL),
                Tuple.of(2, Deed.DROP));
        Arbitrary<Act> usual =
                acts(Arbitraries.frequency(Tuple.of(5, "ann"), Tuple.of(5, "ben"), Tuple.of(1, "cleo")), deeds);
        Arbitrary<Act> anything = acts(Arbitraries.of(CONNECTIONS), Arbitraries.of(Deed.class));
        Arbitrary<List<Act>> games = usual.list().ofMinSize(20).ofMaxSize(120).map(RoomLawsTest::afterSittingDown);
        Arbitrary<List<Act>> wild = anything.list().ofMaxSize(60);
        return Combinators.combine(
                        Arbitraries.of(STARTS), Arbitraries.frequencyOf(Tuple.of(3, games), Tuple.of(1, wild)))
                .as(Story::new);
    }

    private static Arbitrary<Act> acts(Arbitrary<String> connections, Arbitrary<Deed> deeds) {
        Arbitrary<Integer> choices = Arbitraries.integers().between(0, 999).withoutEdgeCases();
        return Combinators.combine(connections, deeds, choices, choices).as(Act::new);
    }

    private static List<Act> afterSittingDown(List<Act> acts) {
        List<Act> all = new ArrayList<>();
        all.add(new Act("ann", Deed.SIT, 0, 0));
        all.add(new Act("ben", Deed.SIT, 1, 0));
        all.addAll(acts);
        return all;
    }

    @Property
    void theStoriesReachEveryKindOfEvent(@ForAll("stories") Story story) {
        List<String> kinds = new ArrayList<>();
        for (Moment moment : story.happens()) {
            if (moment.decision() instanceof Decision.Accepted accepted) {
                accepted.events().forEach(event -> kinds.add(kindOf(event)));
            }
        }
        kinds.stream().distinct().forEach(Statistics::collect);
        Statistics.coverage(coverage -> {
            for (String kind : List.of(
                    "Seated",
                    "Started",
                    "Started swapped",
                    "Moved",
                    "Moved swap",
                    "Moved forced",
                    "Rolled",
                    "Ended home",
                    "Ended five",
                    "Ended full-board",
                    "Ended resignation",
                    "Ended agreement",
                    "Ended abandonment",
                    "Offered",
                    "Accepted DRAW",
                    "Accepted TAKEBACK",
                    "Accepted REMATCH",
                    "Declined",
                    "Said",
                    "Dropped",
                    "Returned",
                    "Left")) {
                coverage.check(kind).count(count -> count > 0);
            }
        });
    }

    private static String kindOf(Event event) {
        String name = event.getClass().getSimpleName();
        if (event instanceof Event.Ended ended) {
            return name + " " + ended.outcome().reason();
        }
        if (event instanceof Event.Accepted accepted) {
            return name + " " + accepted.kind();
        }
        if (event instanceof Event.Moved moved
                && (moved.forced() || moved.move().equals("swap"))) {
            return name + (moved.forced() ? " forced" : " swap");
        }
        return event instanceof Event.Started started && started.swapped() ? name + " swapped" : name;
    }

    @Property
    void numbersHaveNoGaps(@ForAll("stories") Story story) {
        List<Long> numbers = new ArrayList<>();
        for (Moment moment : story.happens()) {
            moment.lines().forEach(line -> numbers.add(line.seq()));
            assertThat(moment.after().seq()).isEqualTo(numbers.size());
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Property
    void replayOfTheWrittenLogGivesTheSameRoom(@ForAll("stories") Story story) {
        Gathering gathering = gathering(story.start());
        List<Gathering.Line> log = new ArrayList<>(gathering.log());
        for (Moment moment : story.happens()) {
            log.addAll(moment.lines());
            assertThat(Gathering.replay(log)).isEqualTo(moment.after());
        }
    }

    @Property
    void whatIsWrittenIsReadAsItWas(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            if (moment.decision() instanceof Decision.Accepted accepted) {
                assertThat(moment.lines())
                        .extracting(line -> line.event())
                        .containsExactlyElementsOf(accepted.events());
            }
        }
    }

    @Property
    void aRefusalChangesNothing(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            if (!(moment.decision() instanceof Decision.Accepted)) {
                assertThat(moment.after()).isEqualTo(moment.before());
                assertThat(moment.lines()).isEmpty();
            }
            if (moment.decision() instanceof Decision.Refused refused) {
                assertThat(refused.refusal().detail()).isNotBlank();
            }
        }
    }

    @Property
    void theSameQuestionGetsTheSameDecision(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            assertThat(moment.command().decide(moment.before(), moment.sender()))
                    .isEqualTo(moment.decision());
        }
    }

    @Property
    void statusTurnAndSeatsFitTogether(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            Room room = moment.after();
            switch (room.status()) {
                case WAITING -> {
                    assertThat(room.roster().players()).hasSizeLessThan(2);
                    assertThat(room.match().round()).isZero();
                    assertThat(room.match().history().plies()).isEmpty();
                }
                case PLAYING -> {
                    assertThat(room.roster().players()).hasSize(2);
                    assertThat(room.match().toMove())
                            .isPresent()
                            .isEqualTo(room.position().toMove());
                    assertThat(room.position().outcome()).isEmpty();
                    assertThat(room.roster().players().values())
                            .allMatch(player -> player.credentials().isPresent());
                }
                case OVER -> {
                    assertThat(room.roster().players()).hasSize(2);
                    assertThat(room.match().toMove()).isEmpty();
                    assertThat(room.match().outcome()).isPresent();
                }
            }
            assertThat(room.match().outcome().isPresent()).isEqualTo(room.status() == Status.OVER);
            assertThat(room.roster().players().values())
                    .extracting(Player::number)
                    .doesNotHaveDuplicates();
            assertThat(room.roster().players().values())
                    .allMatch(player -> player.number() <= room.roster().lastNumber());
        }
    }

    @Property
    void theMovesOfAGameLeadToItsPosition(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            Position position = moment.after().config().start();
            for (Step step : moment.after().match().history().list()) {
                if (step instanceof Ply ply) {
                    assertThat(position.toMove()).contains(ply.seat());
                }
                position = step.from(position);
            }
            assertThat(moment.after().position()).isEqualTo(position);
        }
    }

    @Property
    void thePlayersChangeSeatsExactlyWhenTheRulesOrARematchSaySo(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            if (moment.decision() instanceof Decision.Accepted accepted
                    && moment.before().status() != Status.WAITING) {
                boolean odd = accepted.events().stream()
                                        .mapToLong(event -> swaps(moment, event))
                                        .sum()
                                % 2
                        == 1;
                assertThat(numbers(moment.after(), odd)).isEqualTo(numbers(moment.before(), false));
                assertThat(moment.before().roster().differsIn(moment.after().roster()))
                        .isEqualTo(odd);
            }
        }
    }

    private static long swaps(Moment moment, Event event) {
        if (event instanceof Event.Moved) {
            return moment.after().match().history().lastMoveSwapped() ? 1 : 0;
        }
        if (event instanceof Event.Accepted accepted) {
            List<Step> steps = moment.before().match().history().list();
            return steps.subList(steps.size() - accepted.takenBack(), steps.size()).stream()
                    .filter(step -> step instanceof Ply ply && ply.swap())
                    .count();
        }
        return event instanceof Event.Started started && started.swapped() ? 1 : 0;
    }

    private static List<Integer> numbers(Room room, boolean swapped) {
        return Seats.BLACK_AND_WHITE.all().stream()
                .map(seat -> room.player(swapped ? seat.other() : seat)
                        .map(Player::number)
                        .orElse(Player.NOBODY))
                .toList();
    }

    @Property
    void atMostOneOfferOfAKindIsOpenAndItBelongsToAPlayerWhoIsThere(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            Room room = moment.after();
            assertThat(room.offers()).extracting(Offer::kind).doesNotHaveDuplicates();
            for (Offer offer : room.offers()) {
                assertThat(offer.number()).isBetween(1L, room.seq());
                assertThat(room.seatOf(offer.player())).isPresent();
                assertThat(offer.kind() == Offer.Kind.REMATCH).isEqualTo(room.status() == Status.OVER);
            }
        }
    }

    @Property
    void aTakebackUndoesTheProposersLastMoveAndNothingBeforeIt(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            if (moment.decision() instanceof Decision.Accepted accepted) {
                for (Event event : accepted.events()) {
                    if (event instanceof Event.Accepted it && it.kind() == Offer.Kind.TAKEBACK) {
                        List<Step> before = moment.before().match().history().list();
                        List<Step> kept = moment.after().match().history().list();
                        Seat proposer = it.seat().other();
                        assertThat(kept).isEqualTo(before.subList(0, before.size() - it.takenBack()));
                        Room room = moment.before();
                        int asker = room.player(proposer).orElseThrow().number();
                        List<Integer> choosers = choosers(room);
                        assertThat(choosers.get(kept.size())).isEqualTo(asker);
                        assertThat(choosers.subList(kept.size() + 1, choosers.size()))
                                .doesNotContain(asker);
                        assertThat(moment.after().match().toMove().flatMap(moment.after()::player))
                                .hasValueSatisfying(
                                        player -> assertThat(player.number()).isEqualTo(asker));
                    }
                }
            }
        }
    }

    /** Who chose each step, found from the start of the game on: the number of a player, or nobody. */
    private static List<Integer> choosers(Room room) {
        boolean across =
                room.match().history().plies().stream().filter(Ply::swap).count() % 2 == 1;
        List<Integer> choosers = new ArrayList<>();
        for (Step step : room.match().history().list()) {
            int chooser = Player.NOBODY;
            if (step instanceof Ply ply) {
                Seat now = across ? ply.seat().other() : ply.seat();
                chooser = ply.forced()
                        ? Player.NOBODY
                        : room.player(now).orElseThrow().number();
                across ^= ply.swap();
            }
            choosers.add(chooser);
        }
        return choosers;
    }

    @Property
    void aGameWaitsForNothingButADecision(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            if (moment.after().status() == Status.PLAYING) {
                assertThat(moment.after().position().roll()).isEmpty();
                assertThat(moment.after().position().forced()).isEmpty();
            }
        }
    }

    @Property
    void noThrowIsThrownTwice(@ForAll("stories") Story story) {
        int thrown = 0;
        for (Moment moment : story.happens()) {
            if (moment.decision() instanceof Decision.Accepted accepted) {
                for (Event event : accepted.events()) {
                    thrown = event instanceof Event.Started ? 0 : thrown + (event instanceof Event.Rolled ? 1 : 0);
                }
            }
            if (moment.after().match().dice().isPresent()) {
                assertThat(moment.after().match().dice().get().rolls()).isEqualTo(thrown);
            }
        }
    }

    @Property
    void diceAreForTheSeatThatMovesAfterThem(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            Room room = moment.before();
            for (Gathering.Line line : moment.lines()) {
                RecordedEvent entry = Gathering.CODEC.readRecorded(line.stored());
                room = room.evolve(entry);
                if (entry.event() instanceof Event.Rolled rolled) {
                    assertThat(room.match().toMove()).contains(rolled.seat());
                }
            }
        }
    }

    @Property
    void aPlayersNewTokenAndTheOneJustUsedTakeTheSeatBack(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            if (moment.command() instanceof SeatCommand.Resume resume
                    && resume.token().isPresent()
                    && moment.decision() instanceof Decision.Accepted accepted) {
                Player player = moment.after()
                        .seatOf(accepted.player())
                        .flatMap(moment.after()::player)
                        .orElseThrow();
                assertThat(player.connected()).isTrue();
                assertThat(player.owns(moment.sender().newTokenHash())).isTrue();
                assertThat(player.owns(resume.token().get().hash())).isTrue();
            }
        }
    }

    @Property
    void anActOfAPlayerEndsTheEarlierToken(@ForAll("stories") Story story) {
        for (Moment moment : story.happens()) {
            boolean acts = moment.command() instanceof PlayCommand.Move
                    || moment.command() instanceof OfferCommand
                    || moment.command() instanceof Command.Say;
            if (acts && moment.decision() instanceof Decision.Accepted accepted) {
                moment.after()
                        .seatOf(accepted.player())
                        .flatMap(moment.after()::player)
                        .ifPresent(player -> assertThat(
                                        player.credentials().flatMap(Player.Credentials::previousTokenHash))
                                .isEmpty());
            }
        }
    }

    @Property
    void aPlayerIsConnectedExactlyWhileAConnectionIsBound(@ForAll("stories") Story story) {
        Gathering gathering = gathering(story.start());
        for (Act act : story.acts()) {
            gathering.ask(act.connection(), Story.command(gathering, act));
            Set<Integer> bound = new HashSet<>();
            CONNECTIONS.forEach(connection -> bound.add(gathering.playerOf(connection)));
            for (Player player : gathering.room().roster().players().values()) {
                assertThat(player.connected()).isEqualTo(bound.contains(player.number()));
            }
        }
    }
}
