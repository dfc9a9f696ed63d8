package org.parlor.socket;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.parlor.frame.EventJson;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.metrics.Metrics;
import org.parlor.room.Archive;
import org.parlor.room.Event;
import org.parlor.room.EventCodec;
import org.parlor.room.Goodbye;
import org.parlor.room.Journal;
import org.parlor.room.LiveRoom;
import org.parlor.room.Message;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.Seed;
import org.parlor.room.Surroundings;
import org.parlor.room.Visitor;
import org.parlor.settings.Settings;

/** The rooms that have people in them. A room that is empty stays in the journal and comes back when someone enters. */
@ApplicationScoped
public class Rooms {

    private static final Logger LOG = System.getLogger(Rooms.class.getName());
    private static final int TICK_MILLIS = 250;

    /** As many rooms are read at once; reading waits for the journal, so this has nothing to do with processors. */
    private static final int READERS = 8;

    @Inject
    private Journal journal;

    @Inject
    private Games games;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Settings settings;

    @Inject
    private Metrics metrics;

    private final EventCodec codec = new EventJson();
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private ExecutorService executor;
    private ExecutorService readers;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> ticking;
    private Surroundings around;
    private volatile Lobby lobby;
    private volatile boolean stopping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        executor = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), task -> daemon(task, "parlor-rooms"));
        readers = Executors.newFixedThreadPool(READERS, task -> daemon(task, "parlor-readers"));
        timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "parlor-timer"));
        around = new Surroundings(
                journal, codec, executor, clock, random, Duration.ofSeconds(settings.claimSeconds()), metrics);
        Archive archive = new Archive(journal, codec, games);
        // Whoever sees the lobby sees everything else.
        lobby = new Lobby(name -> archive.read(name).map(room -> LiveRoom.returned(room, around)), readers);
        metrics.showRooms(lobby::size);
        ticking = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether people may come in: not before the start, nor once everyone was sent away. */
    public boolean isOpen() {
        return lobby != null && !stopping;
    }

    /** The server's time, milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /**
     * Brings a visitor into a room, which is opened if it does not exist. Does not wait for the journal.
     *
     * @return completes with the room when the visitor is in it, or empty when the visitor was sent away; never fails
     */
    CompletableFuture<Optional<LiveRoom>> enter(Address address, Visitor visitor) {
        if (!address.hasRoomName()) {
            String detail = "a room's name has 1 to 64 letters, digits, hyphens or underscores";
            sendAway(visitor, new Refusal(Reason.BAD_ADDRESS, detail), Goodbye.BAD_ADDRESS);
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return lobby.enter(address.room(), visitor, () -> found(address, visitor))
                .exceptionally(logged -> {
                    String detail = "the room can't be opened right now; come back in a moment";
                    sendAway(visitor, new Refusal(Reason.UNAVAILABLE, detail), Goodbye.TRY_LATER);
                    return Optional.empty();
                })
                .whenComplete((room, never) -> {
                    if (stopping) {
                        // Whoever comes in the moment of stopping may miss that the rooms are closed.
                        visitor.close(Goodbye.RESTART);
                    }
                });
    }

    private Optional<LiveRoom> found(Address address, Visitor visitor) {
        Optional<Game> game = games.find(address.game());
        if (game.isEmpty()) {
            String detail =
                    "there is no game \"" + address.game() + "\"; the games are " + String.join(", ", games.names());
            sendAway(visitor, new Refusal(Reason.NO_SUCH_GAME, detail), Goodbye.NO_SUCH_GAME);
            return Optional.empty();
        }
        Setup setup = game.get().setUp(address.options(), address.position());
        if (setup instanceof Setup.Rejected rejected) {
            sendAway(visitor, new Refusal(Reason.BAD_ADDRESS, rejected.detail()), Goodbye.BAD_ADDRESS);
            return Optional.empty();
        }
        Setup.Ready ready = (Setup.Ready) setup;
        Optional<Seed> secret = game.filter(Game::hasChance).map(it -> Seed.draw(random));
        Event.Opened opening = new Event.Opened(address.game(), ready.options(), address.position(), secret);
        return Optional.of(LiveRoom.fresh(Room.open(address.room(), opening, ready), around));
    }

    private static void sendAway(Visitor visitor, Refusal refusal, Goodbye goodbye) {
        visitor.send(new Message.Refused(Optional.empty(), refusal));
        visitor.close(goodbye);
    }

    private void tick() {
        long rematchMillis = TimeUnit.SECONDS.toMillis(settings.rematchSeconds());
        try {
            heartbeat.tick();
            lobby.tick(room -> room.tick(rematchMillis));
        } catch (RuntimeException | Error e) {
            // The timer must not end.
            LOG.log(Level.ERROR, "connections could not be looked after", e);
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
        ticking.cancel(false);
        timer.shutdown();
        lobby.close(Goodbye.RESTART);
        heartbeat.finish();
    }

    @PreDestroy
    void dispose() {
        readers.shutdown();
        executor.shutdown();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
