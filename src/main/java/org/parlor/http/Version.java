package org.parlor.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Parlor this is. */
final class Version {

    private Version() {}

    /** The version that was built, such as {@code 1.2.0}. */
    static String read() {
        try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the version can't be read", e);
        }
    }
}
