package org.parlor.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ServiceLoader;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.health.ServerHealth;
import org.parlor.health.StallWatch;
import org.parlor.limit.ConnectionLimits;
import org.parlor.limit.Deadlines;
import org.parlor.limit.MemoryBudget;
import org.parlor.log.EventStore;
import org.parlor.metrics.Metrics;
import org.parlor.protocol.EventBodies;
import org.parlor.protocol.JsonEncoding;
import org.parlor.runtime.RoomRegistry;
import org.parlor.runtime.RoomRepository;
import org.parlor.runtime.RoomServices;
import org.parlor.settings.Settings;

/** The parts that all rooms share. The games are those that a {@link ServiceLoader} finds, ours first. */
@ApplicationScoped
public class AppModule {

    /** What is sent to those who missed it may take up such a part of the heap. */
    private static final int CATCH_UPS_SHARE = 16;

    @Produces
    @Singleton
    Settings settings() {
        return Settings.read(System.getenv(), System.getProperties());
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Deadlines deadlines(RoomThreads threads) {
        return threads.deadlines();
    }

    @Produces
    @Singleton
    JsonEncoding encoding() {
        return new JsonEncoding();
    }

    @Produces
    @Singleton
    ConnectionLimits connections(Settings settings) {
        return new ConnectionLimits(
                settings.limits().connections(), settings.limits().connectionsPerAddress());
    }

    @Produces
    @Singleton
    ServerHealth health() {
        return new ServerHealth();
    }

    void close(@Disposes ServerHealth health) {
        health.close();
    }

    @Produces
    @Singleton
    StallWatch stalls(Clock clock, Deadlines deadlines) {
        return new StallWatch(clock, deadlines);
    }

    @Produces
    @Singleton
    Games games() {
        return new Games(ServiceLoader.load(Game.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    @Produces
    @Singleton
    RoomRepository repository(EventStore store, Games games) {
        return new RoomRepository(store, new EventBodies(), games);
    }

    @Produces
    @Singleton
    RoomRegistry registry(
            EventStore store,
            RoomRepository repository,
            Settings settings,
            Clock clock,
            SecureRandom random,
            StallWatch stalls,
            RoomThreads threads,
            Metrics metrics) {
        RoomServices services = new RoomServices(
                store,
                new EventBodies(),
                clock,
                random,
                threads.timers(),
                threads.readers(),
                new RoomServices.Settings(
                        Duration.ofSeconds(settings.claimSeconds()),
                        Duration.ofSeconds(settings.rematchSeconds()),
                        settings.limits().chatPerMinute()),
                stalls,
                metrics,
                new MemoryBudget(Runtime.getRuntime().maxMemory() / CATCH_UPS_SHARE));
        return new RoomRegistry(services, repository);
    }
}
