package org.parlor.fault;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parlor.fairness.Seed;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Setup;
import org.parlor.game.backgammon.Backgammon;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.limit.DeadlineThread;
import org.parlor.limit.Deadlines;
import org.parlor.limit.MemoryBudget;
import org.parlor.limit.WorkQueue;
import org.parlor.log.EventStore;
import org.parlor.protocol.EventBodies;
import org.parlor.room.Event;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;
import org.parlor.room.ServedTime;
import org.parlor.runtime.Connection;
import org.parlor.runtime.RoomActor;
import org.parlor.runtime.RoomMetrics;
import org.parlor.runtime.RoomRegistry;
import org.parlor.runtime.RoomRegistry.Founding;
import org.parlor.runtime.RoomRegistry.PendingJoin;
import org.parlor.runtime.RoomRepository;
import org.parlor.runtime.RoomServices;

/** The rooms of a store, with the threads that a server gives them. */
public final class RoomHost implements AutoCloseable {

    private static final int SECONDS = 20;
    private static final int MANY = 1_000_000;

    private final Games games = new Games(List.of(new Gomoku(), new Backgammon()));
    private final SecureRandom random = new SecureRandom();
    private final Deadlines deadlines = new DeadlineThread("test-timer");
    private final WorkQueue rooms;
    private final WorkQueue readers = new WorkQueue("test-readers", 2, MANY);
    private final RoomRepository repository;
    private final RoomRegistry registry;

    private RoomHost(EventStore store, WorkQueue rooms) {
        this.rooms = rooms;
        repository = new RoomRepository(store, new EventBodies(), games);
        registry = new RoomRegistry(
                new RoomServices(
                        store,
                        new EventBodies(),
                        Clock.systemUTC(),
                        random,
                        (time, task) -> deadlines.after(time, () -> rooms.execute(task))::cancel,
                        readers,
                        new RoomServices.Settings(Duration.ofMinutes(1), Duration.ofDays(1), MANY),
                        ServedTime.ALWAYS,
                        RoomMetrics.NONE,
                        new MemoryBudget(Long.MAX_VALUE)),
                repository);
    }

    /** Opens a store with the executor of what follows a commit. */
    public interface Opening<S extends EventStore> {
        S open(Executor completions) throws Exception;
    }

    /** The rooms of a store that is opened for them, and closed by whoever opened it. */
    public static <S extends EventStore> RoomHost of(Opening<S> opening) throws Exception {
        WorkQueue rooms = new WorkQueue("test-rooms", Runtime.getRuntime().availableProcessors(), MANY);
        return new RoomHost(opening.open(rooms), rooms);
    }

    RoomRepository repository() {
        return repository;
    }

    public RoomRegistry registry() {
        return registry;
    }

    /** Brings a connection into a room; if it is new, into one of Gomoku with these options. */
    public RoomActor enter(String room, Connection connection, Map<String, String> options)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<RoomActor> joined = new CompletableFuture<>();
        Founding founding = () -> new Founding.Result.Founded(fresh(room, new Gomoku(), options));
        registry.enter(room, new PendingJoin(connection, connection.gap(), founding, joined::complete));
        return joined.get(SECONDS, TimeUnit.SECONDS);
    }

    private Room fresh(String room, Game game, Map<String, String> options) {
        Setup.Ready ready = (Setup.Ready) game.setUp(options, Optional.empty());
        Optional<Seed> secret = game.hasChance() ? Optional.of(Seed.draw(random)) : Optional.empty();
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), Optional.empty(), secret);
        return Room.open(RoomConfig.of(room, opening, game, ready), System.currentTimeMillis());
    }

    @Override
    public void close() {
        deadlines.close();
        rooms.close();
        readers.close();
    }
}
