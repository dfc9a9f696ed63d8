package org.parlor.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.parlor.embedded.ServerProcess;
import org.parlor.fault.CutOffPlayer.Way;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/**
 * Two players whose networks break off anywhere, who send commands any number of times and come back in any order and way, end
 * with the log of one who was never disturbed: all hear every event once and in order, and no command is done twice. The stories
 * are jqwik's, which shortens one that fails; the connections and the server are real. {@code -Dcuts=500} tells longer stories.
 */
class RandomCutsIT {

    private static final int LONGEST_STORY = Integer.getInteger("cuts", 40);
    private static final int SIZE = 15;
    private static final int MOST_COPIES = 3;

    private static Path data;
    private static ServerProcess server;
    private static URI base;
    private static int rooms;

    /** What happens to one of two players. */
    private sealed interface Act {

        int who();

        void happen(CutOffPlayer player);
    }

    /** A command is sent so often, also not at all; the next act comes after the answers, or at once. */
    private record Ask(int who, Map<String, Object> words, int copies, boolean waits) implements Act {
        @Override
        public void happen(CutOffPlayer player) {
            Map<String, Object> command = new LinkedHashMap<>(Frame.command((String) words.get("type")));
            command.putAll(words);
            player.ask(Frame.of(command), copies, waits);
        }
    }

    /** A command that was answered some time ago is sent again. */
    private record Again(int who, int which) implements Act {
        @Override
        public void happen(CutOffPlayer player) {
            player.askAgain(which);
        }
    }

    /** The network breaks off. */
    private record Cut(int who) implements Act {
        @Override
        public void happen(CutOffPlayer player) {
            player.cut();
        }
    }

    /** The player comes back. */
    private record Return(int who, Way way) implements Act {
        @Override
        public void happen(CutOffPlayer player) {
            player.come(way);
        }
    }

    @BeforeContainer
    static void start() throws IOException, InterruptedException {
        data = Files.createTempDirectory("cuts");
        server = ServerProcess.start(Map.of(
                "PARLOR_PORT", "0",
                "PARLOR_DATA", data.toString(),
                "PARLOR_REMATCH_SECONDS", "86400",
                "PARLOR_FRAMES_PER_SECOND", "1000000"));
        base = server.awaitReady();
    }

    @AfterContainer
    static void stop() throws IOException, InterruptedException {
        server.close();
        server.awaitExit();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 200)
    void whoeverIsCutOffAnywhereEndsWithTheLogOfOneWhoNeverWas(@ForAll("stories") List<Act> story) {
        Testimony room = new Testimony("cuts-" + rooms++);
        List<CutOffPlayer> players =
                List.of(new CutOffPlayer(base, room, "Ann", "black"), new CutOffPlayer(base, room, "Bob", "white"));
        try (Player observer = Player.connect(base, room.room(), "size=" + SIZE)) {
            observer.await("welcome");
            story.forEach(act -> act.happen(players.get(act.who())));
            players.forEach(player -> player.come(Way.OVERTAKING));
            players.forEach(CutOffPlayer::catchUp);
            observer.catchUp();
            Follower undisturbed = new Follower("the observer");
            observer.frames().stream()
                    .filter(frame -> frame.containsKey("at"))
                    .forEach(event -> undisturbed.hear(event, true));
            assertThat(undisturbed.last()).isPositive();
            for (CutOffPlayer player : players) {
                assertThat(player.follower().log()).isEqualTo(undisturbed.log());
                assertThat(player.follower().state()).isEqualTo(undisturbed.state());
            }
            room.check(base);
        } finally {
            players.forEach(CutOffPlayer::cut);
        }
    }

    @Provide
    Arbitrary<List<Act>> stories() {
        Arbitrary<Integer> who = Arbitraries.integers().between(0, 1);
        Arbitrary<Act> asks = Combinators.combine(
                        who, words(), Arbitraries.integers().between(0, MOST_COPIES), Arbitraries.of(true, false))
                .as(Ask::new);
        Arbitrary<Act> repeats = Combinators.combine(who, Arbitraries.integers().between(0, LONGEST_STORY))
                .as(Again::new);
        Arbitrary<Act> cuts = who.map(Cut::new);
        Arbitrary<Act> returns =
                Combinators.combine(who, Arbitraries.of(Way.class)).as(Return::new);
        return Arbitraries.frequencyOf(Tuple.of(8, asks), Tuple.of(2, repeats), Tuple.of(2, cuts), Tuple.of(4, returns))
                .list()
                .ofMinSize(1)
                .ofMaxSize(LONGEST_STORY);
    }

    private static Arbitrary<Map<String, Object>> words() {
        Arbitrary<String> points = Combinators.combine(
                        Arbitraries.chars().range('a', (char) ('a' + SIZE - 1)),
                        Arbitraries.integers().between(1, SIZE))
                .as((column, row) -> column + row.toString());
        Arbitrary<String> kinds = Arbitraries.of("takeback", "draw", "rematch");
        return Arbitraries.frequencyOf(
                Tuple.of(6, points.map(point -> Map.of("type", "move", "move", point))),
                Tuple.of(
                        2,
                        Arbitraries.strings().alpha().ofMinLength(1).map(text -> Map.of("type", "say", "text", text))),
                Tuple.of(1, kinds.map(kind -> Map.of("type", "offer", "kind", kind))),
                Tuple.of(1, kinds.map(kind -> Map.of("type", "accept", "offer", kind))),
                Tuple.of(1, kinds.map(kind -> Map.of("type", "decline", "offer", kind))));
    }
}
