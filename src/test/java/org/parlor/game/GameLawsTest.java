package org.parlor.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parlor.example.ConnectFour;
import org.parlor.example.DiceRace;
import org.parlor.example.HighCard;
import org.parlor.fairness.Seed;
import org.parlor.room.Change;
import org.parlor.room.Command;
import org.parlor.room.CommandContext;
import org.parlor.room.Decision;
import org.parlor.room.Event;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.room.Status;

/** What holds for every game, as far as a room and an engine rely on it. */
class GameLawsTest {

    private static final List<Game> GAMES = Stream.concat(
                    ServiceLoader.load(Game.class).stream().map(ServiceLoader.Provider::get),
                    Stream.of(new ConnectFour(), new DiceRace(), new HighCard()))
            .toList();

    private static final int MOST_SAMPLED = 12;

    /** A game that is played at random. */
    private record Story(Game game, Map<String, String> options, int seed, int length) {}

    @Provide
    Arbitrary<Story> stories() {
        return Arbitraries.of(GAMES).flatMap(game -> Combinators.combine(
                        options(game),
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(0, 40))
                .as((options, seed, length) -> new Story(game, options, seed, length)));
    }

    /** Usually what is usual; else one option of the game with another value that it takes. */
    private static Arbitrary<Map<String, String>> options(Game game) {
        List<Map<String, String>> possible = new ArrayList<>();
        for (Option option : game.options()) {
            for (String value : option.values()) {
                Map<String, String> chosen = Map.of(option.name(), value);
                if (game.setUp(chosen, Optional.empty()) instanceof Setup.Ready) {
                    possible.add(chosen);
                }
            }
        }
        possible.add(Map.of());
        return Arbitraries.of(possible);
    }

    private static Decision decide(Room room, int player, Command command) {
        return command.decide(
                room, new CommandContext(player, "hash" + room.seq(), 0, Duration.ofMinutes(1), ServedTime.ALWAYS));
    }

    private static Room after(Room room, int player, Command command) {
        Decision decision = decide(room, player, command);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<Change> changes = ((Decision.Accepted) decision).changes();
        return changes.get(changes.size() - 1).after();
    }

    private static Room begun(Story story) {
        Game game = story.game();
        Setup.Ready ready = (Setup.Ready) game.setUp(story.options(), Optional.empty());
        Optional<Seed> seed =
                game.hasChance() ? Optional.of(new Seed("%064x".formatted(story.seed()))) : Optional.empty();
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty(), seed);
        Room room = Room.open(RoomConfig.of("r", opening, game, ready), 0);
        for (Seat seat : ready.seats().all()) {
            room = after(room, 0, new SeatCommand.Sit(Optional.of(seat), seat.label()));
        }
        assertThat(room.status()).isEqualTo(Status.PLAYING);
        return room;
    }

    private static int playerAt(Room room, Seat seat) {
        return room.player(seat).orElseThrow().number();
    }

    /** Plays at random, and looks at each room on the way in which somebody has something to decide. */
    private static void play(Story story, BiConsumer<Room, Random> look) {
        Random random = new Random(story.seed());
        Room room = begun(story);
        for (int i = 0; i < story.length() && room.status() == Status.PLAYING; i++) {
            look.accept(room, random);
            List<Seat> due = room.match().due();
            Seat seat = due.get(random.nextInt(due.size()));
            List<Ruling.Legal> legal = room.position().legal(seat);
            if (legal.isEmpty()) {
                return;
            }
            String move = legal.get(random.nextInt(legal.size())).move();
            room = after(room, playerAt(room, seat), new PlayCommand.Move(move));
        }
        look.accept(room, random);
    }

    private static List<Seat> seats(Room room) {
        return room.config().seats().all();
    }

    private static List<Viewer> viewers(Room room) {
        return Stream.concat(Stream.of(Viewer.SPECTATOR), seats(room).stream().map(Viewer::at))
                .toList();
    }

    private static List<String> moves(Position position, Seat seat) {
        return position.legal(seat).stream().map(Ruling.Legal::move).toList();
    }

    /** Some of many, else the longest boards would take all the time. */
    private static <T> List<T> some(List<T> all, Random random) {
        if (all.size() <= MOST_SAMPLED) {
            return all;
        }
        return random.ints(MOST_SAMPLED, 0, all.size()).mapToObj(all::get).toList();
    }

    @Property(tries = 400)
    void aWorldThatCouldBeLooksToItsViewerLikeTheRealOne(@ForAll("stories") Story story) {
        play(story, (room, random) -> {
            Position real = room.position();
            for (Viewer viewer : viewers(room)) {
                Position world = real.world(viewer, random);
                assertThat(world.view(viewer).notation())
                        .isEqualTo(real.view(viewer).notation());
                assertThat(world.due()).isEqualTo(real.due());
                assertThat(world.roll().isPresent()).isEqualTo(real.roll().isPresent());
                assertThat(world.outcome().isPresent()).isEqualTo(real.outcome().isPresent());
                viewer.seat().ifPresent(seat -> assertThat(moves(world, seat)).isEqualTo(moves(real, seat)));
            }
        });
    }

    @Property(tries = 400)
    void aViewAnswersItsViewerAsThePositionDoesAndHidesNothingTwice(@ForAll("stories") Story story) {
        play(story, (room, random) -> {
            Position real = room.position();
            for (Viewer viewer : viewers(room)) {
                Position view = real.view(viewer);
                assertThat(view.view(viewer).notation()).isEqualTo(view.notation());
                assertThat(view.due()).isEqualTo(real.due());
                viewer.seat().ifPresent(seat -> assertThat(moves(view, seat)).isEqualTo(moves(real, seat)));
                if (!story.game().hasSecrets()) {
                    assertThat(view).isSameAs(real);
                }
            }
        });
    }

    @Property(tries = 400)
    void onlyWhoIsDueHasMovesAndNobodyElseMayPlay(@ForAll("stories") Story story) {
        play(story, (room, random) -> {
            List<Seat> due = room.match().due();
            assertThat(due).doesNotHaveDuplicates();
            assertThat(seats(room)).containsAll(due);
            assertThat(due.isEmpty()).isEqualTo(room.status() == Status.OVER);
            for (Seat seat : seats(room)) {
                if (!room.position().due().contains(seat)) {
                    assertThat(room.position().legal(seat)).isEmpty();
                }
                if (room.status() == Status.PLAYING && !due.contains(seat)) {
                    String move = moves(room.position(), due.get(0)).stream()
                            .findFirst()
                            .orElse("x");
                    assertThat(decide(room, playerAt(room, seat), new PlayCommand.Move(move)))
                            .isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(
                                            refused.refusal().reason())
                                    .isEqualTo(Reason.NOT_YOUR_TURN));
                }
            }
        });
    }

    @Property(tries = 400)
    void everyMoveThatIsListedIsAcceptedInThatSpellingAndLeadsWhereItSays(@ForAll("stories") Story story) {
        play(story, (room, random) -> {
            for (Seat seat : room.match().due()) {
                List<Ruling.Legal> listed = room.position().legal(seat);
                assertThat(listed.stream().map(Ruling.Legal::move)).doesNotHaveDuplicates();
                for (Ruling.Legal legal : some(listed, random)) {
                    Ruling ruling = room.position().play(seat, legal.move());
                    assertThat(ruling).isInstanceOfSatisfying(Ruling.Legal.class, again -> {
                        assertThat(again.move()).isEqualTo(legal.move());
                        assertThat(again.kind()).isEqualTo(legal.kind());
                        assertThat(again.after().notation())
                                .isEqualTo(legal.after().notation());
                        assertThat(again.after().due()).isEqualTo(legal.after().due());
                    });
                    assertThat(decide(room, playerAt(room, seat), new PlayCommand.Move(legal.move())))
                            .isInstanceOfSatisfying(Decision.Accepted.class, accepted -> assertThat(
                                            accepted.events().get(0))
                                    .isInstanceOfSatisfying(Event.Moved.class, moved -> {
                                        assertThat(moved.move()).isEqualTo(legal.move());
                                        assertThat(moved.secret()).isEqualTo(legal.isSecret());
                                    }));
                }
            }
        });
    }

    @Property(tries = 200)
    void aGameIsOverExactlyWhenNobodyIsDueAndItSaysHowItEnded(@ForAll("stories") Story story) {
        play(story, (room, random) -> {
            Position position = room.position();
            assertThat(position.outcome().isPresent()).isEqualTo(position.due().isEmpty());
            position.outcome().ifPresent(outcome -> {
                assertThat(outcome.places().keySet()).containsExactlyInAnyOrderElementsOf(seats(room));
                assertThat(outcome.places().values()).contains(1);
                assertThat(outcome.reason()).matches("[a-z-]+");
            });
        });
    }
}
