package org.parlor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds what {@code docker/} names to what the project has. */
class DockerFilesTest {

    private static final Path FOLDER = Path.of("docker");
    private static final Pattern COPY = Pattern.compile("^COPY (?:--\\S+ )*(\\S+) \\S+$", Pattern.MULTILINE);
    private static final Pattern FROM = Pattern.compile("^FROM \\S+:([^\\s:]+)-jdk17$", Pattern.MULTILINE);
    private static final Pattern USER = Pattern.compile("^USER (\\S+)$", Pattern.MULTILINE);
    private static final String WAR = "target/parlor.war";

    @ParameterizedTest
    @CsvSource({"Dockerfile.wildfly,wildfly", "Dockerfile.payara,payara"})
    void anImageIsOfTheVersionThatTheSuiteRunsIn(String file, String profile) throws IOException {
        Pattern version = Pattern.compile("<id>" + profile + "</id>.*?<server.version>([^<]+)<", Pattern.DOTALL);
        String tested = version.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(groups(FROM, file)).containsExactly(tested);
    }

    @ParameterizedTest
    @CsvSource({"Dockerfile.wildfly", "Dockerfile.payara"})
    void whatIsCopiedExists(String file) throws IOException {
        assertThat(groups(COPY, file)).contains(WAR).allSatisfy(source -> assertThat(
                        source.equals(WAR) || Files.exists(Path.of(source)))
                .as(source)
                .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"Dockerfile.wildfly,jboss", "Dockerfile.payara,payara"})
    void theServerIsNotRoot(String file, String user) throws IOException {
        assertThat(groups(USER, file)).endsWith(user);
    }

    @Test
    void theComposedFilesAndNetworksExistAndNoSecretIsInThem() throws IOException {
        JsonNode compose =
                new YAMLMapper().readTree(FOLDER.resolve("compose.yaml").toFile());
        JsonNode parlor = compose.at("/services/parlor");
        assertThat(FOLDER.resolve(parlor.at("/build/context").asText())
                        .resolve(parlor.at("/build/dockerfile").asText()))
                .exists();
        String proxy = compose.at("/services/proxy/networks/front/ipv4_address").asText();
        assertThat(parlor.at("/environment/PARLOR_TRUSTED_PROXIES").asText()).isEqualTo(proxy);
        assertThat(FOLDER.resolve("nginx.conf")).isRegularFile();
        assertThat(compose.at("/secrets"))
                .allSatisfy(secret -> assertThat(secret.at("/file").asText()).startsWith("./secrets/"));
        assertThat(Files.readString(Path.of(".gitignore"))).contains("/docker/secrets/");
    }

    private static List<String> groups(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(FOLDER.resolve(file)))
                .results()
                .map(DockerFilesTest::first)
                .toList();
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }
}
