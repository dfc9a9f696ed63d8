package org.parlor.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.parlor.game.Games;
import org.parlor.health.ServerHealth;
import org.parlor.limit.ConnectionLimits;
import org.parlor.limit.WorkQueue;
import org.parlor.log.EventStore;
import org.parlor.metrics.Metrics;
import org.parlor.runtime.RoomRepository;
import org.parlor.settings.Settings;
import org.parlor.websocket.Rooms;

/** What is answered over HTTP, and to whom. A new resource is named here, and in the patterns of {@link ResourceServlet}. */
@ApplicationScoped
public class HttpModule {

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
            Rooms rooms,
            EventStore store,
            RoomRepository repository,
            Metrics metrics,
            Games games,
            Settings settings,
            ServerHealth health) {
        metrics.showVersion(Version.read());
        RecordWork work =
                new RecordWork(new HttpWorkers(records), new Proxies(settings.trustedProxies()), System::nanoTime);
        return new Resources(List.of(
                new RoomAddress(),
                new Liveness(health),
                new Readiness(rooms::isOpen, store, operations, bounds.deadlines()),
                new MetricsPage(metrics, new HttpWorkers(operations)),
                new GameList(games),
                new RecordFiles(repository, games, work),
                new RecordImport(repository, games, work)));
    }

    @PreDestroy
    void close() {
        bounds.close();
        operations.close();
        records.close();
    }
}
