package org.parlor.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeType;

/**
 * Serves the page from the class path: what a servlet container would find in {@code META-INF/resources}. Grizzly's own
 * handler for this can't read an archive within an archive, which is what a WAR that runs by itself is.
 */
final class PageHandler extends HttpHandler {

    private static final String RESOURCES = "META-INF/resources";
    private static final String WELCOME = "index.html";

    /** No part begins with a dot, so that no path leads out of the folder. */
    private static final Pattern SAFE_PART = Pattern.compile("[\\w@-][\\w@.-]*+");

    private static final int LONGEST_PATH = 500;

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    /** A file as browsers get it. */
    private record Asset(ByteBuffer bytes, String type, String tag) {}

    @Override
    public void service(Request request, Response response) throws IOException {
        if (!Method.GET.equals(request.getMethod()) && !Method.HEAD.equals(request.getMethod())) {
            response.setHeader(Header.Allow, "GET, HEAD");
            response.sendError(HttpStatus.METHOD_NOT_ALLOWED_405.getStatusCode());
            return;
        }
        Optional<Asset> found = find(request.getRequestURI());
        if (found.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND_404.getStatusCode());
            return;
        }
        Asset asset = found.get();
        response.setHeader(Header.ETag, asset.tag());
        // Browsers may keep a file but must ask whether it is still the same: a new version takes effect at once.
        response.setHeader(Header.CacheControl, "no-cache");
        if (asset.tag().equals(request.getHeader(Header.IfNoneMatch))) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            return;
        }
        response.setContentType(asset.type());
        response.setContentLength(asset.bytes().remaining());
        if (Method.GET.equals(request.getMethod())) {
            response.getOutputStream().write(asset.bytes().array());
        }
    }

    private Optional<Asset> find(String path) throws IOException {
        if (!isSafe(path)) {
            return Optional.empty();
        }
        String file = path.endsWith("/") ? path + WELCOME : path;
        Asset known = assets.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream stream = getClass().getClassLoader().getResourceAsStream(RESOURCES + file)) {
            Optional<Asset> asset = stream == null ? Optional.empty() : asset(file, stream.readAllBytes());
            asset.ifPresent(it -> assets.put(file, it));
            return asset;
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
    private static Optional<Asset> asset(String file, byte[] bytes) {
        String type = MimeType.getByFilename(file);
        if (type == null) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        String charset = type.startsWith("text/") ? "; charset=utf-8" : "";
        return Optional.of(
                new Asset(ByteBuffer.wrap(bytes), type + charset, "\"" + Long.toHexString(sum.getValue()) + "\""));
    }
}
