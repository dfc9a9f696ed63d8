package org.parlor.websocket;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.parlor.game.Games;
import org.parlor.limit.Deadlines;
import org.parlor.limit.WorkQueue;
import org.parlor.metrics.Metrics;
import org.parlor.protocol.CloseFrame;
import org.parlor.protocol.JsonEncoding;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.Message;
import org.parlor.runtime.RoomRegistry;
import org.parlor.runtime.RoomRegistry.PendingJoin;
import org.parlor.settings.Settings;

/** The rooms that have people in them. A room that is empty stays in the store and comes back when someone enters. */
@ApplicationScoped
public class Rooms {

    private static final Logger LOG = System.getLogger(Rooms.class.getName());

    private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration LOOK_FOR_DUE = Duration.ofSeconds(30);

    /** What waits to be sent may take up such a part of the heap. */
    private static final int BUFFERED_SHARE = 8;

    private static final int MOST_CLOSERS = 64;

    private static final Refusal BAD_NAME =
            new Refusal(Reason.BAD_ADDRESS, "a room's name has 1 to 64 letters, digits, hyphens or underscores");

    @Inject
    private RoomRegistry registry;

    @Inject
    private Games games;

    @Inject
    private Settings settings;

    @Inject
    private Metrics metrics;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    @Inject
    private JsonEncoding encoding;

    @Inject
    private Deadlines deadlines;

    private final Set<RoomEndpoint> connections = ConcurrentHashMap.newKeySet();
    private final WorkQueue closers = new WorkQueue("parlor-closer", MOST_CLOSERS, Integer.MAX_VALUE);
    private final BufferedFrames buffered =
            new BufferedFrames(Runtime.getRuntime().maxMemory() / BUFFERED_SHARE, closers);
    private volatile boolean started;
    private volatile boolean stopping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        metrics.showRooms(registry::size);
        // Open Liberty takes the WAR away before it stops the application: what only a stop needs is loaded now.
        LOG.log(Level.DEBUG, "whoever is here when the server stops hears {0}", CloseFrame.of(CloseReason.RESTART));
        lookForDue();
        started = true;
    }

    /** In rooms that nobody is in, somebody may run out of time. */
    private void lookForDue() {
        closers.execute(registry::openDue);
        deadlines.after(LOOK_FOR_DUE, this::lookForDue);
    }

    /** Whether people may come in: not before the start, nor once everyone was sent away. */
    public boolean isOpen() {
        return started && !stopping;
    }

    /** The server's time, milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /** Runs what may wait for a stuck client. */
    Executor closers() {
        return closers;
    }

    BufferedFrames buffered() {
        return buffered;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** The limits of a connection that is opened now. */
    FrameLimits frameLimits() {
        return new FrameLimits(settings.limits(), System.nanoTime());
    }

    void opened(RoomEndpoint connection) {
        connections.add(connection);
    }

    void closed(RoomEndpoint connection) {
        connections.remove(connection);
        if (stopping) {
            synchronized (connections) {
                connections.notifyAll();
            }
        }
    }

    /** Notes that somebody is on the way to a room, which may be new. */
    void expect(Address address) {
        if (address.hasRoomName()) {
            registry.expect(address.room(), founding(address));
        }
    }

    private RoomFounding founding(Address address) {
        return new RoomFounding(address, games, random, clock);
    }

    /** Brings a connection into a room, which is opened if it does not exist. Does not wait for the store. */
    void enter(Address address, Visit visit) {
        if (!address.hasRoomName()) {
            Message refused = new Message.Refused(Optional.empty(), BAD_NAME);
            visit.welcome().fill(Set.of(encoding.encode(refused)), () -> {});
            visit.connection().close(CloseReason.BAD_ADDRESS);
            return;
        }
        registry.enter(
                address.room(), new PendingJoin(visit.connection(), visit.welcome(), founding(address), visit::joined));
        if (stopping) {
            // Whoever comes in the moment of stopping may miss that the rooms are closed.
            visit.connection().close(CloseReason.RESTART);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        sendEveryoneAway();
    }

    /** Tells everyone to come back later and waits a moment for it to be said. Calling again does nothing. */
    public void sendEveryoneAway() {
        if (!isOpen()) {
            return;
        }
        stopping = true;
        registry.close(CloseReason.RESTART);
        awaitClosed();
    }

    private void awaitClosed() {
        long end = System.nanoTime() + STOP_NANOS;
        try {
            synchronized (connections) {
                for (long left = STOP_NANOS; left > 0 && !connections.isEmpty(); left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(connections, left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void dispose() {
        closers.close();
    }
}
