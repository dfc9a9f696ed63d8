package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parlor.contract.ContainersPage.Table;

/** Holds the page about containers to the build and to the suite. */
class ContainersPageTest {

    private static final Pattern SERVER = Pattern.compile(
            "<server.name>([^<]+)</server.name>.*?<server.version>([^<]+)</server.version>", Pattern.DOTALL);
    private static final Pattern TYRUS = Pattern.compile("<tyrus.version>([^<]+)</tyrus.version>");

    @Test
    void everyRowIsOfAServerOfTheBuildInItsPresentVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String tyrus = TYRUS.matcher(pom).results().findFirst().orElseThrow().group(1);
        Set<String> servers = new HashSet<>();
        SERVER.matcher(pom)
                .results()
                .map(ContainersPageTest::nameAndVersion)
                .map(server -> server.replace("${tyrus.version}", tyrus))
                .forEach(servers::add);
        assertThat(ContainersPage.read().rows(Table.MEASURED))
                .extracting(row -> ContainersPage.cell(row, 1) + " " + ContainersPage.cell(row, 2))
                .as("-Dcontainers.update=true in a run of the suite writes its row")
                .isNotEmpty()
                .isSubsetOf(servers);
    }

    @Test
    void everyExceptionOfTheSuiteIsOnThePageWithItsReason() throws IOException {
        List<String> rows = new ClassFileImporter()
                .importPackages("org.parlor.contract").stream()
                        .flatMap(test -> test.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(FailsOn.class))
                        .map(ContainersPageTest::row)
                        .sorted()
                        .toList();
        assertWritten(Table.EXCEPTIONS, rows);
    }

    @Test
    void whatServersKeepOfAnApplicationThatWasTakenAwayIsOnThePage() throws IOException {
        assertWritten(
                Table.RETENTIONS,
                Arrays.stream(Retention.values()).map(Retention::row).toList());
    }

    private static void assertWritten(Table table, List<String> rows) throws IOException {
        if (Boolean.getBoolean("containers.update")) {
            ContainersPage.read().with(table, rows).write();
        }
        assertThat(ContainersPage.read().rows(table))
                .as("-Dcontainers.update=true writes them")
                .isEqualTo(rows);
    }

    private static String nameAndVersion(MatchResult server) {
        return server.group(1) + " " + server.group(2);
    }

    private static String row(JavaMethod method) {
        FailsOn mark = method.getAnnotationOfType(FailsOn.class);
        return "| `%s` | %s | %s |".formatted(method.getName(), String.join(", ", mark.value()), mark.because());
    }
}
