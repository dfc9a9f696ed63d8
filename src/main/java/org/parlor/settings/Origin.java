package org.parlor.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a page comes from (RFC 6454, section 4).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case
 * @param port the scheme's own if none was named
 */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Reads an origin such as {@code https://example.org:8443}; empty if the text is none, as {@code null} is none. */
    public static Optional<Origin> of(String text) {
        try {
            URI uri = new URI(text.toLowerCase(Locale.ROOT));
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawPath() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
            if (!web || !bare || uri.getHost() == null) {
                return Optional.empty();
            }
            int usual = uri.getScheme().equals("https") ? HTTPS : HTTP;
            return Optional.of(new Origin(uri.getScheme(), uri.getHost(), uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
