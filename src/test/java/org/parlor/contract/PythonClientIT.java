package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.protocol.Player;

/** The example client plays whole games against another one of its kind, each in a process of its own. */
class PythonClientIT extends ContractTest {

    private static final Path CLIENT = Path.of("src", "examples", "python", "gomoku_client.py");

    private static final Pattern POINT = Pattern.compile("[a-o][0-9]+");
    private static final Pattern RESULT =
            Pattern.compile("result: (black|white) wins by five((?: " + POINT.pattern() + "){5,})");
    private static final List<List<Integer>> DIRECTIONS =
            List.of(List.of(1, 0), List.of(0, 1), List.of(1, 1), List.of(1, -1));

    @TempDir
    private Path folder;

    @Test
    void twoClientsPlayUntilOneHasFiveInARow() throws IOException, InterruptedException {
        URI room = Player.address(base(), freshRoom(), "");
        try (Python ada = play(room, "Ada", "black", 1);
                Python bob = play(room, "Bob", "white", 2)) {
            assertTheSameFiveInARow(ada, bob);
        }
    }

    @Test
    void aClientThatLosesItsConnectionsGoesOnWithTheGame() throws IOException, InterruptedException {
        try (Relay relay = Relay.to(base(), 2_500, 1_700, 3_100)) {
            String name = freshRoom();
            URI direct = Player.address(base(), name, "");
            URI relayed = Player.address(relay.address(), name, "");
            try (Python ada = play(relayed, "Ada", "black", 1);
                    Python bob = play(direct, "Bob", "white", 2)) {
                assertTheSameFiveInARow(ada, bob);
                assertThat(ada.lines())
                        .filteredOn(line -> line.equals("connection closed: lost"))
                        .hasSize(3);
                assertThat(ada.lines()).last().asString().startsWith("connections 4, ");
            }
        }
    }

    /** The relay passes the welcome on and hangs up before the answer to {@code sit}; the long name makes room between. */
    @Test
    void aClientWhoseSeatWasNeverAnsweredTakesThatSeatAndNotTheOther() throws IOException, InterruptedException {
        try (Relay relay = Relay.to(base(), 640)) {
            String name = freshRoom();
            String ada = "Ada".repeat(13);
            Path output = folder.resolve("Ada.txt");
            URI relayed = Player.address(relay.address(), name, "");
            try (Python first = Python.run(output, CLIENT, relayed.toString(), "--name", ada, "--seed", "1");
                    Python second = play(Player.address(base(), name, ""), "Bob", "white", 2)) {
                assertTheSameFiveInARow(first, second);
                assertThat(first.lines()).filteredOn("I am black"::equals).hasSize(1);
                assertThat(first.lines()).last().asString().startsWith("connections 2, ");
            }
        }
    }

    @Test
    void aClientWhoseSeatIsGoneStopsAndSaysWhy() throws IOException, InterruptedException {
        String room = freshRoom();
        try (Player ann = Player.connect(base(), room, "");
                Player ben = Player.connect(base(), room, "")) {
            ann.sit("black", "Ann");
            ben.sit("white", "Ben");
            try (Python late = Python.run(
                    folder.resolve("late.txt"),
                    CLIENT,
                    Player.address(base(), room, "").toString())) {
                assertThat(late.exitCode()).isOne();
                assertThat(late.lines()).contains("I can't take a seat and stop");
            }
        }
    }

    private Python play(URI room, String name, String seat, int seed) throws IOException {
        Path output = folder.resolve(name + ".txt");
        return Python.run(
                output, CLIENT, room.toString(), "--name", name, "--seat", seat, "--seed", String.valueOf(seed));
    }

    private static void assertTheSameFiveInARow(Python ada, Python bob) throws IOException, InterruptedException {
        assertThat(ada.exitCode()).as("%s", ada).isZero();
        assertThat(bob.exitCode()).as("%s", bob).isZero();
        assertThat(moves(ada)).isEqualTo(moves(bob));
        assertThat(result(ada)).isEqualTo(result(bob)).matches(RESULT);
        Matcher result = RESULT.matcher(result(ada));
        assertThat(result.find()).isTrue();
        List<String> line =
                POINT.matcher(result.group(2)).results().map(MatchResult::group).toList();
        assertThat(moves(ada))
                .containsAll(line.stream()
                        .map(point -> result.group(1) + " " + point)
                        .toList());
        List<List<Integer>> steps = IntStream.range(1, line.size())
                .mapToObj(i -> step(line.get(i - 1), line.get(i)))
                .distinct()
                .toList();
        assertThat(steps).hasSize(1).isSubsetOf(DIRECTIONS);
    }

    private static List<String> moves(Python client) throws IOException {
        return client.lines().stream()
                .filter(line -> line.matches("(black|white) " + POINT.pattern()))
                .toList();
    }

    private static String result(Python client) throws IOException {
        return client.lines().stream()
                .filter(line -> line.startsWith("result: "))
                .collect(Collectors.joining("\n"));
    }

    /** Columns and rows from one point to the next, turned so that it goes to the right, or straight up. */
    private static List<Integer> step(String from, String to) {
        int columns = to.charAt(0) - from.charAt(0);
        int rows = Integer.parseInt(to.substring(1)) - Integer.parseInt(from.substring(1));
        boolean backwards = columns < 0 || (columns == 0 && rows < 0);
        return backwards ? List.of(-columns, -rows) : List.of(columns, rows);
    }
}
