package org.parlor.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.health.ServerHealth;
import org.parlor.limit.ConnectionLimits;
import org.parlor.limit.WorkQueue;
import org.parlor.metrics.Metrics;
import org.parlor.room.Archive;
import org.parlor.room.Journal;
import org.parlor.settings.Settings;
import org.parlor.socket.Rooms;

/** What is answered over HTTP, and to whom. A new resource is named here, and in the patterns of {@link ResourceServlet}. */
@ApplicationScoped
public class Site {

    private static final int WAITING = 32;

    private final HttpBounds bounds = HttpBounds.of(Runtime.getRuntime().maxMemory());
    private final WorkQueue operations = new WorkQueue("parlor-operations", 1, WAITING);

    /** Half of the processors are left to the games, whatever is asked of records. */
    private final WorkQueue records =
            new WorkQueue("parlor-records", Math.max(1, Runtime.getRuntime().availableProcessors() / 2), WAITING);

    @Produces
    @Singleton
    Admission admission(Settings settings, ConnectionLimits connections, Metrics metrics) {
        Proxies proxies = new Proxies(settings.trustedProxies());
        return new Admission(new Origins(settings.origins(), proxies, metrics::foreignOrigin), connections, proxies);
    }

    @Produces
    @Singleton
    HttpBounds bounds() {
        return bounds;
    }

    @Produces
    @Singleton
    Resources resources(
            Rooms rooms, Journal journal, Metrics metrics, Games games, Settings settings, ServerHealth health) {
        metrics.showVersion(Version.read());
        Archive archive = new Archive(journal, new EventJson(), games);
        RecordWork work =
                new RecordWork(new HttpWorkers(records), new Proxies(settings.trustedProxies()), System::nanoTime);
        return new Resources(List.of(
                new RoomAddress(),
                new Liveness(health),
                new Readiness(rooms::isOpen, journal, operations, bounds.deadlines()),
                new MetricsPage(metrics, new HttpWorkers(operations)),
                new RecordFiles(archive, games, work),
                new RecordImport(archive, games, work)));
    }

    @PreDestroy
    void close() {
        bounds.close();
        operations.close();
        records.close();
    }
}
