package org.parlor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Drules.update=true} draws the pictures anew. */
class RulesPageTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "rules.md");
    private static final Path PICTURES = Path.of("src", "site", "resources", "images", "rules");
    private static final Pattern SHOWN = Pattern.compile("\\(images/rules/([a-z0-9-]+)\\.svg\\)");

    static List<RulePicture> pictures() {
        return RulePictures.all();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void theRulesSayOfEveryPictureWhatThePageSays(RulePicture picture) {
        assertThat(picture.verdict()).as(picture.name()).isEqualTo(picture.outcome());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyPictureIsDrawnFromItsPosition(RulePicture picture) throws IOException {
        Path file = PICTURES.resolve(picture.name() + ".svg");
        String drawn = BoardDrawing.of(picture);
        if (Boolean.getBoolean("rules.update")) {
            Files.createDirectories(PICTURES);
            Files.writeString(file, drawn);
        }
        assertThat(file).hasContent(drawn);
    }

    @Test
    void thePageShowsEveryPictureOnceAndNoOther() throws IOException {
        List<String> shown = SHOWN.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        pictures().stream().map(RulePicture::name).toList());
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            shown.stream().map(name -> name + ".svg").toList());
        }
    }
}
