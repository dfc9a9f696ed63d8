package org.parlor.embedded;

/** What people see in place of a page. Grizzly's own page would tell everyone its version, and what was thrown. */
final class ErrorPage {

    private ErrorPage() {}

    static String of(int status, String reason) {
        return """
                <!doctype html>
                <html lang="en">
                <title>%1$d %2$s</title>
                <p>%1$d %2$s. <a href="/">To the start page of Parlor</a></p>
                """
                .formatted(status, reason);
    }
}
