package org.parlor.http;

/** The HTTP methods that resources know (RFC 9110, section 9). Whoever knows GET is asked for HEAD too. */
public enum Method {
    GET,
    POST
}
