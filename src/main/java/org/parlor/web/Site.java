package org.parlor.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.metrics.Metrics;
import org.parlor.room.Archive;
import org.parlor.room.Journal;
import org.parlor.settings.Settings;
import org.parlor.socket.Rooms;

/** What is answered over HTTP, and to whom. A new resource is named here, and in the patterns of {@link ResourceServlet}. */
@ApplicationScoped
public class Site {

    @Produces
    @Singleton
    Origins origins(Settings settings, Metrics metrics) {
        return new Origins(settings.origins(), new Proxies(settings.trustedProxies()), metrics::foreignOrigin);
    }

    @Produces
    @Singleton
    Resources resources(Rooms rooms, Journal journal, Metrics metrics, Games games, Settings settings) {
        metrics.showVersion(Version.read());
        Archive archive = new Archive(journal, new EventJson(), games);
        return new Resources(List.of(
                new RoomAddress(),
                new Liveness(),
                new Readiness(rooms::isOpen, journal),
                new MetricsPage(metrics),
                new RecordFiles(archive, games),
                new RecordImport(archive, games, new Proxies(settings.trustedProxies()), System::nanoTime)));
    }
}
