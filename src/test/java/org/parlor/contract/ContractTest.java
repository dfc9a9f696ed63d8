package org.parlor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** Tests that see a server from outside: they deploy the WAR that was built and speak to it over the network. */
@ExtendWith({ArquillianExtension.class, ExpectedFailures.class, ResultsExtension.class})
public abstract class ContractTest {

    @ArquillianResource
    private URL address;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target", "parlor.war"));
    }

    /** Where the application is. */
    protected final URI base() {
        return URI.create(address.toString());
    }

    /** A name that no other test has used. */
    protected static String freshRoom() {
        return "test-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A client that the server has welcomed or refused, so that it hears whatever happens next. */
    protected final Player connect(String room, String query) {
        return Player.connect(base(), room, query).awaitFirst();
    }

    /** Two connected clients in a fresh room, Ann at black and Bob at white. */
    final Table table(String query) {
        String room = freshRoom();
        Table table = new Table(room, connect(room, query), connect(room, query));
        table.black().sit("black", "Ann");
        table.white().sit("white", "Bob");
        table.black().await("started");
        table.white().await("started");
        return table;
    }

    /** The part of a query that asks for a start position, written as browsers write forms. */
    static String position(String notation) {
        return "position=" + URLEncoder.encode(notation, UTF_8);
    }

    /** The events that have come, without what was meant for this client alone. */
    static List<Frame> events(Player player) {
        return player.frames().stream().filter(frame -> frame.containsKey("at")).toList();
    }

    static List<String> types(List<Frame> frames) {
        return frames.stream().map(Frame::type).toList();
    }

    static void assertRefused(Frame answer, String reason) {
        assertThat(answer).containsEntry("type", "refused").containsEntry("reason", reason);
        assertThat((String) answer.get("detail")).isNotBlank();
    }
}
