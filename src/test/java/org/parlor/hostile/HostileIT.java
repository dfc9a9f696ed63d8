package org.parlor.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.embedded.ServerProcess;
import org.parlor.protocol.Player;

/**
 * Nobody can stop the server: beside each attack a game goes on whose moves take hardly longer than in a quiet minute. The server
 * has 256 MiB of heap. {@code mvn verify -Dit.test=HostileIT -Dhostile.seconds=60} takes a minute for each attack.
 */
class HostileIT {

    private static final int SECONDS = Integer.getInteger("hostile.seconds", 3);
    private static final double MEDIAN_MILLIS = 50;
    private static final double P99_MILLIS = 500;
    private static final double LONGEST_MILLIS = 2000;
    private static final int LONG_LOG = 1500;
    private static final String TEXT = "\u4e94".repeat(480);

    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static URI base;
    private static Witness witness;
    private static Delays quiet;

    @BeforeAll
    static void aServerWithAGameAndALongRecord() throws Exception {
        server = ServerProcess.start(
                Map.of("PARLOR_PORT", "0", "PARLOR_DATA", data.toString(), "JAVA_TOOL_OPTIONS", "-Xmx256m"));
        base = server.awaitReady();
        try (Player ann = Player.connect(base, Attacks.LONG_ROOM, "");
                Player bob = Player.connect(base, Attacks.LONG_ROOM, "")) {
            ann.sit("black", "Ann");
            bob.sit("white", "Bob");
            ann.move("h8");
            for (int i = 0; i < LONG_LOG; i++) {
                ann.insist("say", "text", TEXT);
            }
        }
        witness = new Witness(base);
        witness.play(SECONDS);
        quiet = witness.play(SECONDS);
    }

    @AfterAll
    static void stop() throws Exception {
        witness.close();
        server.close();
    }

    static List<Attack> attacks() {
        return Attacks.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackDelaysNobodysMoves(Attack attack) throws Exception {
        Attack.Running running = attack.begin(base);
        Delays attacked = witness.play(SECONDS);
        running.end();
        System.out.println("beside " + attack + ": " + attacked + "; without: " + quiet);
        assertThat(attacked.medianMillis() - quiet.medianMillis()).as("median").isLessThan(MEDIAN_MILLIS);
        assertThat(attacked.p99Millis() - quiet.p99Millis()).as("p99").isLessThan(P99_MILLIS);
        assertThat(attacked.longestMillis()).as("longest").isLessThan(LONGEST_MILLIS);
        witness.play(1);
    }
}
