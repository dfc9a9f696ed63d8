package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.arquillian.RunningServer;

/** Games are on while the application is taken away and brought back, as for a new version, or the whole server restarts. */
@ExtendWith({ArquillianExtension.class, ResultsExtension.class})
class RedeployIT {

    private static final String APPLICATION = "parlor";
    private static final int GOING_AWAY = 1001;
    private static final int CUT_OFF = 1006;
    private static final int COME_BACK = 1012;
    private static final int REDEPLOYMENTS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern OUR_THREAD = Pattern.compile("(stack of )?thread parlor[-:].*");
    private static final String A_PROCESS_EACH = "each deployment is a process, which ends with it";

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    private RunningServer server;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static WebArchive war() {
        return ContractTest.war();
    }

    @BeforeEach
    void deploy() {
        deployer.deploy(APPLICATION);
    }

    @AfterEach
    void undeploy() {
        deployer.undeploy(APPLICATION);
    }

    @Test
    void aRedeploymentSendsEveryoneAwayWith1012AndTheGameGoesOn(
            @ArquillianResource @OperateOnDeployment(APPLICATION) URL address) throws Exception {
        URI base = address.toURI();
        try (OpenGame game = OpenGame.begin(base)) {
            deployer.undeploy(APPLICATION);
            assertThat(game.awaitCloses()).containsOnly(COME_BACK);
            deployer.deploy(APPLICATION);
            game.assertGoesOn(base);
        }
    }

    @Test
    void aRestartOfTheServerClosesEveryConnectionSoThatClientsComeBackAndTheGameGoesOn(
            @ArquillianResource @OperateOnDeployment(APPLICATION) URL address) throws Exception {
        assumeThat(Suite.SERVER).as(A_PROCESS_EACH).isNotEqualTo("payara-micro");
        URI base = address.toURI();
        try (OpenGame game = OpenGame.begin(base)) {
            server.stop();
            List<Integer> codes = game.awaitCloses();
            server.start();
            assertThat(codes).isSubsetOf(GOING_AWAY, CUT_OFF, COME_BACK);
            game.assertGoesOn(base);
        }
    }

    @Test
    void nothingOfParlorsHoldsAnApplicationThatWasTakenAway(
            @ArquillianResource @OperateOnDeployment(APPLICATION) URL address, @TempDir Path folder, Results results)
            throws Exception {
        long startMillis = Long.MAX_VALUE;
        for (int i = 0; i < REDEPLOYMENTS; i++) {
            startMillis = Math.min(startMillis, redeployWithAGame(address.toURI()));
        }
        ServerJvm jvm = ServerJvm.find();
        results.measured(startMillis, jvm.heapBytes());
        assumeThat(Suite.SERVER).as(A_PROCESS_EACH).isNotEqualTo("payara-micro");
        assumeThat(Suite.SERVER)
                .as("in the tests' own process nothing is undeployed")
                .isNotEqualTo("embedded");
        deployer.undeploy(APPLICATION);
        List<List<String>> unexplained = unexplained(jvm, folder);
        assertThat(unexplained).noneMatch(way -> OUR_THREAD.matcher(way.get(0)).matches());
        assertThat(unexplained)
                .as("a server may keep one by chance, but a leak shows with each of %d redeployments", REDEPLOYMENTS)
                .hasSizeLessThan(REDEPLOYMENTS);
        deployer.deploy(APPLICATION);
    }

    /** Threads may need a moment to end. */
    private static List<List<String>> unexplained(ServerJvm jvm, Path folder) throws Exception {
        long begun = System.nanoTime();
        List<List<String>> unexplained;
        do {
            Path file = folder.resolve("server-" + System.nanoTime() + ".hprof");
            unexplained = Retention.unexplained(jvm.holdersOfApplications(file));
        } while (!unexplained.isEmpty() && System.nanoTime() - begun < PATIENCE.toNanos());
        return unexplained;
    }

    private long redeployWithAGame(URI address) throws Exception {
        try (OpenGame game = OpenGame.begin(address)) {
            deployer.undeploy(APPLICATION);
            game.awaitCloses();
            long begun = System.nanoTime();
            deployer.deploy(APPLICATION);
            game.assertGoesOn(address);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }
}
