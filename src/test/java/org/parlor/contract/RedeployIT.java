package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
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
import org.parlor.protocol.Player;

/** A server that takes the application away and brings it back, as one does for a new version. */
@ExtendWith(ArquillianExtension.class)
class RedeployIT {

    private static final String APPLICATION = "parlor";
    private static final int COME_BACK = 1012;

    @ArquillianResource
    private Deployer deployer;

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
    void whoeverIsConnectedIsToldToComeBackAndCan(@ArquillianResource @OperateOnDeployment(APPLICATION) URL address)
            throws Exception {
        URI base = address.toURI();
        String room = ContractTest.freshRoom();
        try (Player player = Player.connect(base, room, "").awaitFirst();
                Player spectator = Player.connect(base, room, "").awaitFirst()) {
            player.sit("Ann");
            spectator.await("seated");
            deployer.undeploy(APPLICATION);
            assertThat(player.awaitClose()).isEqualTo(COME_BACK);
            assertThat(spectator.awaitClose()).isEqualTo(COME_BACK);
        }
        deployer.deploy(APPLICATION);
    }
}
