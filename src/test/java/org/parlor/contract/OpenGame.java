package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/**
 * A game that is on, and watched, while its server goes down and comes back.
 *
 * @param token takes black's seat back
 */
record OpenGame(Table table, Player spectator, String token) implements AutoCloseable {

    private static final int SECONDS_TO_START = 60;
    private static final int PAUSE_MILLIS = 250;

    static OpenGame begin(URI base) {
        String room = ContractTest.freshRoom();
        Player black = Player.connect(base, room, "").awaitFirst();
        Player white = Player.connect(base, room, "").awaitFirst();
        Player spectator = Player.connect(base, room, "").awaitFirst();
        String token = (String) black.sit("black", "Ann").get("token");
        white.sit("white", "Bob");
        Table table = new Table(room, black, white);
        table.play("h8", "h9");
        return new OpenGame(table, spectator, token);
    }

    /** The codes that the two players and the spectator were closed with. */
    List<Integer> awaitCloses() {
        return List.of(table.black().awaitClose(), table.white().awaitClose(), spectator.awaitClose());
    }

    /** Black comes back to a server that has restarted, and finds the seat, the board and the whole log. */
    void assertGoesOn(URI base) throws InterruptedException {
        try (Player ann = connectWhenReady(base).awaitFirst()) {
            ann.resume(token, 0);
            assertThat(ann.frames("moved"))
                    .extracting(moved -> moved.get("move"))
                    .containsExactly("h8", "h9");
            Frame move = ann.move("i8");
            assertThat(move).containsEntry("position", "15/15/15/15/15/15/7o7/7xx6/15/15/15/15/15/15/15 w");
        }
    }

    /** A server may start before its applications do; before it has, it can't be reached at all. */
    private Player connectWhenReady(URI base) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (true) {
            try {
                return Player.connect(base, table.room(), "");
            } catch (UncheckedIOException | AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    @Override
    public void close() {
        table.close();
        spectator.close();
    }
}
