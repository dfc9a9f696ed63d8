package org.parlor.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What is answered over HTTP. A new resource is named here, and in the patterns of {@link ResourceServlet}. */
@ApplicationScoped
public class Site {

    @Produces
    @Singleton
    Resources resources() {
        return new Resources(List.of(new RoomAddress()));
    }
}
