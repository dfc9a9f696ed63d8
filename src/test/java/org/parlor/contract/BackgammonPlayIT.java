package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Backgammon over the wire: dice fall by themselves, plays without a choice are played, and games follow each other. */
class BackgammonPlayIT extends ContractTest {

    private static final int ENOUGH = 2000;

    private static List<?> plays(Player player) {
        return (List<?>) player.ask("legal").get("plays");
    }

    /** Asked by a new connection each time: a match may last longer than the rate limit lets one connection ask. */
    private List<?> plays(String room) {
        try (Player reader = connect(room, "")) {
            return plays(reader);
        }
    }

    /** What fell and what was played. */
    private static List<Frame> course(Player player) {
        return events(player).stream()
                .filter(frame -> frame.type().equals("rolled") || frame.type().equals("moved"))
                .toList();
    }

    private static Player toMove(Table table, Frame last) {
        return "black".equals(last.get("toMove")) ? table.black() : table.white();
    }

    private static Frame last(Player player) {
        player.catchUp();
        List<Frame> events = events(player);
        return events.get(events.size() - 1);
    }

    /** Plays a match to its end, choosing anything that is legal. */
    private Frame playOut(Table table) {
        Random random = new Random(1);
        Frame now = last(table.black());
        for (int i = 0; i < ENOUGH && !now.type().equals("ended"); i++) {
            Player mover = toMove(table, now);
            List<?> plays = plays(table.room());
            assertThat(plays).hasSizeGreaterThan(1);
            Map<?, ?> play = (Map<?, ?>) plays.get(random.nextInt(plays.size()));
            Frame moved = mover.move((String) play.get("move"));
            assertThat(moved.get("move")).isEqualTo(play.get("move"));
            assertThat(moved.get("position")).isEqualTo(play.get("position"));
            assertThat(moved).doesNotContainKey("forced");
            now = last(mover);
        }
        return now;
    }

    @Test
    void aWholeMatchIsPlayedByWhatIsLegalAndBothSeeTheSame() {
        try (Table table = table("game=backgammon&length=2")) {
            Frame end = playOut(table);
            assertThat(end.type()).isEqualTo("ended");
            assertThat(List.of("single", "gammon", "backgammon", "dropped")).contains((String) end.get("reason"));
            assertThat(((Number) end.get("points")).intValue()).isPositive();
            assertThat(table.white().await("ended")).isEqualTo(table.black().await("ended"));
            List<Frame> seen = course(table.black());
            assertThat(course(table.white())).isEqualTo(seen);
            assertThat(types(seen)).contains("rolled", "moved");
        }
    }

    @Test
    void aMatchThatWasPlayedIsAFileInBothFormatsAndOpensAgainFromBoth() throws Exception {
        try (Table table = table("game=backgammon&length=2")) {
            playOut(table);
            Http http = new Http(base());
            for (String format : List.of("sgf", "mat")) {
                String file = http.get("records/" + table.room() + "." + format).body();
                HttpResponse<String> opened = http.ask("POST", "records?format=" + format, file);
                assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
                String room = (String) Frame.of(opened.body()).get("room");
                assertThat(http.get("records/" + room + ".mat").body().lines().filter(line -> !line.startsWith(";")))
                        .containsExactlyElementsOf(http.get("records/" + table.room() + ".mat")
                                .body()
                                .lines()
                                .filter(line -> !line.startsWith(";"))
                                .toList());
            }
        }
    }

    @Test
    void theOpeningRollIsNeverADoubletAndTheHigherStarts() {
        try (Table table = table("game=backgammon")) {
            Frame rolled = table.black().await("rolled");
            List<?> dice = (List<?>) rolled.get("dice");
            int black = ((Number) dice.get(0)).intValue();
            int white = ((Number) dice.get(1)).intValue();
            assertThat(black).isNotEqualTo(white);
            assertThat(rolled).containsEntry("toMove", black > white ? "black" : "white");
        }
    }

    @Test
    void aPositionOfGnuBackgammonIsWhereTheRoomStarts() {
        String query = "game=backgammon&" + position("mGfwATDgc/ABMA:cIkFAAAAAAAA");
        try (Table table = table(query)) {
            assertThat(table.black().move("6/5 8/5*"))
                    .containsEntry("move", "8/5 6/5")
                    .containsEntry("toMove", "white");
            assertRefused(table.black().ask("move", "move", "roll"), "not-your-turn");
            assertThat(plays(table.white()))
                    .extracting(play -> ((Map<?, ?>) play).get("move").toString())
                    .containsExactly("roll", "double");
            table.white().move("double");
            table.black().move("drop");
            assertThat(table.black().await("ended"))
                    .containsEntry("winner", "white")
                    .containsEntry("reason", "dropped")
                    .containsEntry("points", 1);
        }
    }

    @Test
    void whatCannotBePlayedIsRefusedWithTheReason() {
        String query = "game=backgammon&" + position("4HPwATDgc/ABMA:cIkFAAAAAAAA");
        try (Table table = table(query)) {
            assertRefused(table.black().ask("move", "move", "8/5"), "forbidden");
            assertRefused(table.black().ask("move", "move", "castle"), "bad-move");
            assertRefused(table.black().ask("move", "move", "26/25"), "off-board");
            assertThat(table.black().move("resign single")).containsEntry("toMove", "white");
            assertThat(table.white().move("reject")).containsEntry("toMove", "black");
        }
    }

    @Test
    void aBrokenPositionIsABadAddress() {
        try (Player ann = connect(freshRoom(), "game=backgammon&" + position("4HPwATDgc/ABMA"))) {
            assertRefused(ann.await("refused"), "bad-address");
            assertThat(ann.awaitClose()).isEqualTo(4400);
        }
    }
}
