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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.parlor.frame.EventJson;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.room.Archive;
import org.parlor.room.Entry;
import org.parlor.room.Event;
import org.parlor.room.EventCodec;
import org.parlor.room.Goodbye;
import org.parlor.room.Journal;
import org.parlor.room.JournalException;
import org.parlor.room.Line;
import org.parlor.room.LiveRoom;
import org.parlor.room.Message;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.Room;
import org.parlor.room.Surroundings;
import org.parlor.room.Visitor;
import org.parlor.settings.Settings;

/** The rooms that have people in them. A room that is empty stays in the journal and comes back when someone enters. */
@ApplicationScoped
public class Rooms {

    private static final Logger LOG = System.getLogger(Rooms.class.getName());
    private static final int TICK_MILLIS = 250;

    @Inject
    private Journal journal;

    @Inject
    private Games games;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Settings settings;

    private final Map<String, LiveRoom> live = new ConcurrentHashMap<>();
    private final EventCodec codec = new EventJson();
    private final Clock clock = Clock.systemUTC();
    private ExecutorService executor;
    private ScheduledExecutorService timer;
    private ScheduledFuture<?> ticking;
    private Surroundings around;
    private volatile boolean stopping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        executor = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), task -> daemon(task, "parlor-rooms"));
        timer = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "parlor-timer"));
        around = new Surroundings(
                journal, codec, executor, clock, new SecureRandom(), Duration.ofSeconds(settings.claimSeconds()));
        ticking = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The server's time, milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /** Brings a visitor into a room, which is opened if it does not exist. Empty if the visitor was sent away. */
    Optional<LiveRoom> enter(Address address, Visitor visitor) {
        Optional<LiveRoom> room = admit(address, visitor);
        if (stopping) {
            // Whoever comes in the moment of stopping may miss that the rooms are closed.
            visitor.close(Goodbye.RESTART);
        }
        return room;
    }

    private Optional<LiveRoom> admit(Address address, Visitor visitor) {
        if (!address.hasRoomName()) {
            String detail = "a room's name has 1 to 64 letters, digits, hyphens or underscores";
            sendAway(visitor, new Refusal(Reason.BAD_ADDRESS, detail), Goodbye.BAD_ADDRESS);
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(live.compute(address.room(), (name, here) -> {
                Optional<LiveRoom> room =
                        Optional.ofNullable(here).filter(it -> !it.isClosed()).or(() -> open(address, visitor));
                room.ifPresent(it -> it.join(visitor));
                return room.orElse(null);
            }));
        } catch (JournalException e) {
            LOG.log(Level.WARNING, "room " + address.room() + " can't be opened", e);
            Refusal refusal =
                    new Refusal(Reason.UNAVAILABLE, "the room can't be read right now; come back in a moment");
            sendAway(visitor, refusal, Goodbye.TRY_LATER);
            return Optional.empty();
        }
    }

    private Optional<LiveRoom> open(Address address, Visitor visitor) {
        List<Line> log = journal.read(address.room(), -1);
        return log.isEmpty() ? found(address, visitor) : Optional.of(restore(address.room(), log));
    }

    private Optional<LiveRoom> found(Address address, Visitor visitor) {
        Optional<Setup> setup =
                games.find(address.game()).map(game -> game.setUp(address.options(), address.position()));
        if (setup.isEmpty()) {
            String detail =
                    "there is no game \"" + address.game() + "\"; the games are " + String.join(", ", games.names());
            sendAway(visitor, new Refusal(Reason.NO_SUCH_GAME, detail), Goodbye.NO_SUCH_GAME);
            return Optional.empty();
        }
        if (setup.get() instanceof Setup.Rejected rejected) {
            sendAway(visitor, new Refusal(Reason.BAD_ADDRESS, rejected.detail()), Goodbye.BAD_ADDRESS);
            return Optional.empty();
        }
        Setup.Ready ready = (Setup.Ready) setup.get();
        Event.Opened opening = new Event.Opened(address.game(), ready.options(), address.position());
        return Optional.of(LiveRoom.fresh(Room.open(address.room(), opening, ready), around));
    }

    private LiveRoom restore(String name, List<Line> log) {
        Room room = null;
        for (Line line : log) {
            Entry entry = codec.read(line);
            room = entry.event() instanceof Event.Opened opening
                    ? Archive.opened(name, opening, games)
                    : room.evolve(entry);
        }
        return LiveRoom.returned(room, journal.answers(name), around);
    }

    private static void sendAway(Visitor visitor, Refusal refusal, Goodbye goodbye) {
        visitor.send(new Message.Refused(Optional.empty(), refusal));
        visitor.close(goodbye);
    }

    private void tick() {
        long rematchMillis = TimeUnit.SECONDS.toMillis(settings.rematchSeconds());
        attempt(heartbeat::tick);
        live.forEach((name, room) -> attempt(() -> {
            room.tick(rematchMillis);
            live.computeIfPresent(name, (same, here) -> here.isIdle() ? null : here);
        }));
    }

    /** What goes wrong in one room must not end the timer, nor keep the other rooms waiting. */
    private static void attempt(Runnable duty) {
        try {
            duty.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a room could not be looked after", e);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        sendEveryoneAway();
    }

    /** Tells everyone to come back later and waits a moment for it to be said. Calling again does nothing. */
    public void sendEveryoneAway() {
        stopping = true;
        ticking.cancel(false);
        timer.shutdown();
        live.values().forEach(room -> room.close(Goodbye.RESTART));
        heartbeat.finish();
    }

    @PreDestroy
    void dispose() {
        executor.shutdown();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
