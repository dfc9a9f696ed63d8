package org.parlor.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The WAR as containers see it. */
class WarIT {

    private static final Path WAR = Path.of("target", "parlor.war");

    @Test
    void theEmbeddedServerIsNotOnAContainersClassPath() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("WEB-INF/lib/"))
                .isNotEmpty()
                .noneMatch(name -> name.matches(".*/(tyrus|grizzly|weld|yasson|parsson|jakarta|spring-boot).*"));
        assertThat(entries())
                .filteredOn(name -> name.startsWith("WEB-INF/lib-provided/"))
                .anyMatch(name -> name.contains("tyrus-server"))
                .anyMatch(name -> name.contains("weld-se-core"))
                .anyMatch(name -> name.contains("yasson"));
    }

    @Test
    void noServiceFileOfTheEmbeddedServerIsVisibleToAContainer() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("WEB-INF/classes/META-INF/services/") && !name.endsWith("/"))
                .containsExactly("WEB-INF/classes/META-INF/services/org.parlor.game.Game");
    }

    @Test
    void itHoldsBeansCodecsAndThePage() throws IOException {
        assertThat(entries())
                .contains(
                        "WEB-INF/beans.xml",
                        "WEB-INF/classes/org/parlor/websocket/RoomEndpoint.class",
                        "WEB-INF/classes/org/parlor/websocket/FrameDecoder.class",
                        "WEB-INF/classes/org/parlor/websocket/FrameEncoder.class",
                        "index.html",
                        "asyncapi.yaml");
    }

    private static List<String> entries() throws IOException {
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            return war.stream().map(ZipEntry::getName).toList();
        }
    }
}
