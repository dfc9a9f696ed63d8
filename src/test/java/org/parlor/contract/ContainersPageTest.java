package org.parlor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parlor.contract.ContainersPage.Table;

/** Holds the page about containers to the build and to the suite. */
class ContainersPageTest {

    private static final Pattern SERVER = Pattern.compile(
            "<server.name>([^<]+)</server.name>.*?<server.version>([^<]+)</server.version>", Pattern.DOTALL);

    /**
     * The OSGi framework of GlassFish 7 knows the versions of Java by a list, which ends with 23. Payara Micro is the same
     * server as Payara Server, which is measured there.
     */
    private static final Pattern NOT_DEMANDED = Pattern.compile("(GlassFish 7|Payara Micro).* on 25");

    private static final Pattern TYRUS = Pattern.compile("<tyrus.version>([^<]+)</tyrus.version>");

    @Test
    void everyServerOfTheBuildWasMeasuredInItsPresentVersionOnTheOldestAndTheNewestJava() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String tyrus = TYRUS.matcher(pom).results().findFirst().orElseThrow().group(1);
        List<String> runs = SERVER.matcher(pom)
                .results()
                .map(server -> server.group(1) + " " + server.group(2).replace("${tyrus.version}", tyrus))
                .flatMap(server -> Stream.of(server + " on 17", server + " on 25"))
                .toList();
        assertThat(ContainersPage.read().rows(Table.MEASURED))
                .extracting(ContainersPageTest::run)
                .as("-Dcontainers.update=true in a run of the suite writes its row")
                .isSubsetOf(runs)
                .containsAll(runs.stream()
                        .filter(run -> !NOT_DEMANDED.matcher(run).matches())
                        .toList());
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

    private static String run(String row) {
        return "%s %s on %s"
                .formatted(ContainersPage.cell(row, 1), ContainersPage.cell(row, 2), ContainersPage.cell(row, 3));
    }

    private static String row(JavaMethod method) {
        FailsOn mark = method.getAnnotationOfType(FailsOn.class);
        return "| `%s` | %s | %s |".formatted(method.getName(), String.join(", ", mark.value()), mark.because());
    }
}
