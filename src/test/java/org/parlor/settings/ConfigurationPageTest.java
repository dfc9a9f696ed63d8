package org.parlor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "configuration.md");

    @Test
    void thePageListsEverySettingWithItsPropertyAndDefaultAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `" + Setting.PREFIX))
                .map(row -> row.replaceFirst("^(\\|[^|]*\\|[^|]*\\|[^|]*\\|).*", "$1"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Setting.values())
                        .map(it -> "| `" + it + "` | `" + it.property() + "` | " + it.usual() + " |")
                        .toList());
    }
}
