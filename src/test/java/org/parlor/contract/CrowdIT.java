package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Many at once. */
class CrowdIT extends ContractTest {

    private static final int CROWD = 40;
    private static final int SAYINGS = 25;
    private static final long ALL = (long) CROWD * SAYINGS;
    private static final int SECONDS_OF_PATIENCE = 60;

    /** For every event to reach everyone. */
    private static final Duration ALL_WITHIN = Duration.ofSeconds(50);

    @Test
    void everyoneHearsAllThatIsSaidInOneOrderWithoutGaps() throws Exception {
        String room = freshRoom();
        List<Player> crowd = new ArrayList<>();
        try (Player neighbour = connect(freshRoom(), "")) {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(connect(room, ""));
            }
            atOnce(crowd, CrowdIT::talk);
            List<String> first = said(crowd.get(0));
            assertThat(first).hasSize((int) ALL).doesNotHaveDuplicates();
            for (Player player : crowd) {
                assertThat(said(player)).isEqualTo(first);
                assertThat(events(player).stream().mapToLong(Frame::seq))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, ALL).boxed().toList());
            }
            assertEachSpeakerIsHeardInOrder(events(crowd.get(0)));
            neighbour.catchUp();
            assertThat(events(neighbour)).as("another room").isEmpty();
        } finally {
            crowd.forEach(Player::close);
        }
    }

    @Test
    void roomsThatAreBusyAtTheSameTimeDoNotHearEachOther() throws Exception {
        List<Table> tables = Stream.generate(() -> table("size=15")).limit(10).toList();
        try {
            atOnce(tables, table -> {
                table.black().insist("say", "text", table.room());
                table.playFive();
                table.black().insist("offer", "kind", "rematch", "swap", false);
                table.white().insist("accept", "offer", "rematch");
                table.playFive();
            });
            for (Table table : tables) {
                table.white().catchUp();
                assertThat(events(table.white()).stream().map(Frame::seq))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 27).boxed().toList());
                assertThat(table.white().frames("said"))
                        .singleElement()
                        .extracting(said -> said.get("text"))
                        .isEqualTo(table.room());
            }
        } finally {
            tables.forEach(Table::close);
        }
    }

    @Test
    void oneOfManyMovesOnTheSamePointIsPlayed() {
        try (Table table = table("")) {
            IntStream.range(0, 50).forEach(i -> table.black().send(Frame.command("move", "move", "h8")));
            table.white().await("moved");
            table.black().catchUp();
            table.white().move("h9");
            table.black().catchUp();
            assertThat(table.black().frames("moved")).hasSize(2);
            assertThat(table.black().frames("refused"))
                    .hasSize(49)
                    .allSatisfy(refused -> assertThat(refused.get("reason")).isIn("not-your-turn", "occupied"));
        }
    }

    @FunctionalInterface
    private interface Part<T> {
        void act(T actor);
    }

    private static void talk(Player player) {
        for (int i = 1; i <= SAYINGS; i++) {
            player.send(Frame.command("say", "text", player.hashCode() + " " + i));
        }
        player.await("event " + ALL, frame -> frame.type().equals("said") && frame.seq() == ALL, ALL_WITHIN);
        // An ack comes after the event that it is about, so the last one may still be on its way.
        for (int i = 1; i <= SAYINGS; i++) {
            player.await("ack");
        }
        player.catchUp();
        assertThat(player.frames("ack")).hasSize(SAYINGS);
    }

    private static <T> void atOnce(List<T> actors, Part<T> part) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actors.size());
        ExecutorService threads = Executors.newFixedThreadPool(actors.size());
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (T actor : actors) {
                parts.add(threads.submit(() -> {
                    start.await(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
                    part.act(actor);
                    return null;
                }));
            }
            for (Future<?> done : parts) {
                done.get(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> said(Player player) {
        return player.frames("said").stream().map(Frame::text).toList();
    }

    private static void assertEachSpeakerIsHeardInOrder(List<Frame> said) {
        said.stream()
                .map(frame -> frame.get("text").toString().split(" "))
                .collect(Collectors.groupingBy(words -> words[0]))
                .forEach((speaker, words) -> assertThat(words.stream().map(word -> Integer.valueOf(word[1])))
                        .as(speaker)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, SAYINGS).boxed().toList()));
    }
}
