package org.parlor.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.glassfish.grizzly.http.util.MimeType;

/**
 * The page from the class path: what a servlet container would find in {@code META-INF/resources}. Grizzly's own handler for
 * this can't read an archive within an archive, which is what a WAR that runs by itself is.
 */
final class PageFiles {

    private static final String RESOURCES = "META-INF/resources";
    private static final String WELCOME = "index.html";

    /** No part begins with a dot, so that no path leads out of the folder. */
    private static final Pattern SAFE_PART = Pattern.compile("[\\w@-][\\w@.-]*+");

    private static final int LONGEST_PATH = 500;

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();

    /**
     * A file as browsers get it.
     *
     * @param type its media type
     * @param tag tells its content apart from any other
     */
    record PageFile(ByteBuffer bytes, String type, String tag) {}

    /** The file at this path, if there is one. */
    Optional<PageFile> find(String path) throws IOException {
        if (!isSafe(path)) {
            return Optional.empty();
        }
        String file = path.endsWith("/") ? path + WELCOME : path;
        PageFile known = files.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream stream = getClass().getClassLoader().getResourceAsStream(RESOURCES + file)) {
            Optional<PageFile> found = stream == null ? Optional.empty() : of(file, stream.readAllBytes());
            found.ifPresent(it -> files.put(file, it));
            return found;
        }
    }

    /** Escapes are not safe either: no file of the page needs one. */
    private static boolean isSafe(String path) {
        return path.startsWith("/")
                && path.length() <= LONGEST_PATH
                && Pattern.compile("/")
                        .splitAsStream(path.substring(1))
                        .allMatch(part -> SAFE_PART.matcher(part).matches() || (part.isEmpty() && path.equals("/")));
    }

    /** A folder reads as an empty stream or a listing, depending on where it is; it has no type and is no file. */
    private static Optional<PageFile> of(String file, byte[] bytes) {
        String type = MimeType.getByFilename(file);
        if (type == null) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        String charset = type.startsWith("text/") ? "; charset=utf-8" : "";
        return Optional.of(
                new PageFile(ByteBuffer.wrap(bytes), type + charset, "\"" + Long.toHexString(sum.getValue()) + "\""));
    }
}
