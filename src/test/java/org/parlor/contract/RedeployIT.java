package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.parlor.arquillian.RunningServer;

/** Games are on while the application is taken away and brought back, as for a new version, or the whole server restarts. */
@ExtendWith({ArquillianExtension.class, ExpectedFailures.class, ResultsExtension.class})
class RedeployIT {

    private static final String APPLICATION = "parlor";
    private static final int GOING_AWAY = 1001;
    private static final int CUT_OFF = 1006;
    private static final int COME_BACK = 1012;
    private static final int REDEPLOYMENTS = 4;

    /**
     * The deployment that runs, and three that are not Parlor's to release and do not become more: the JDK 17 keeps the class for
     * whose record it last made an {@code equals}, and its thread that waits for ended processes lives on for a minute; Grizzly
     * keeps the stack on which it first closed a connection.
     */
    private static final long MOST_LOADERS = 4;

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
    @FailsOn(
            value = "payara-micro",
            because = "to the adapter a deployment is a process, which a redeployment restarts anyway")
    void aRestartOfTheServerClosesEveryConnectionSoThatClientsComeBackAndTheGameGoesOn(
            @ArquillianResource @OperateOnDeployment(APPLICATION) URL address) throws Exception {
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
    @FailsOn(
            value = {"glassfish", "liberty"},
            always = false,
            because =
                    "after many deployments some of them stay in memory; alone the test passes. One is held by the server's"
                            + " close of a session whose client does not read, the others by what is not found yet")
    void whatWasUndeployedIsCollected(
            @ArquillianResource @OperateOnDeployment(APPLICATION) URL address, Results results) throws Exception {
        long startMillis = Long.MAX_VALUE;
        for (int i = 0; i < REDEPLOYMENTS; i++) {
            try (OpenGame game = OpenGame.begin(address.toURI())) {
                deployer.undeploy(APPLICATION);
                game.awaitCloses();
                long begun = System.nanoTime();
                deployer.deploy(APPLICATION);
                game.assertGoesOn(address.toURI());
                startMillis = Math.min(startMillis, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            }
        }
        ServerJvm jvm = ServerJvm.find();
        results.measured(startMillis, jvm.heapBytes());
        assumeThat(Suite.SERVER)
                .as("in the tests' own process nothing is undeployed")
                .isNotEqualTo("embedded");
        assertThat(jvm.applicationsWithin(MOST_LOADERS))
                .as("loaders of the application in memory; the heap is in %s", ServerJvm.LEFT_BEHIND)
                .isLessThanOrEqualTo(MOST_LOADERS);
    }
}
