package org.parlor.web;

import java.util.Set;

/** Something that is answered over HTTP under an address of its own. Safe for use by many threads. */
public interface Resource {

    /**
     * Its path below the application's, such as {@code /metrics}. One that ends with a slash stands for everything below it.
     */
    String path();

    /** The methods that it knows. */
    default Set<Method> methods() {
        return Set.of(Method.GET);
    }

    /** Answers a request for its path with one of its methods. May wait, as for a database. */
    Response answer(Request request);
}
