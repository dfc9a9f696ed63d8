package org.parlor.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.parlor.protocol.FrameSchemas;

/** {@code -Dframes.update=true} writes the types anew. */
class FrameTypesTest {

    private static final Path PROTOCOL = Path.of("src", "main", "webapp", "protocol");

    private final JsonNode document = FrameSchemas.ofProject().document();

    @Test
    void thePageIsCheckedAgainstTheCommandsOfTheAsyncApiDocument() throws IOException {
        assertWritten("commands.d.ts", FrameTypes.commands(document));
    }

    @Test
    void andAgainstWhatTheServerSends() throws IOException {
        assertWritten("frames.d.ts", FrameTypes.frames(document));
    }

    @Test
    void andAgainstTheFieldsOfBoth() throws IOException {
        assertWritten("fields.d.ts", FrameTypes.fields(document));
    }

    private static void assertWritten(String name, String types) throws IOException {
        Path file = PROTOCOL.resolve(name);
        if (Boolean.getBoolean("frames.update")) {
            Files.createDirectories(PROTOCOL);
            Files.writeString(file, types);
        }
        assertThat(file).as("-Dframes.update=true writes it anew").hasContent(types);
    }
}
