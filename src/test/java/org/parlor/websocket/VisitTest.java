package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.parlor.game.Games;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.limit.MemoryBudget;
import org.parlor.log.Append;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoredEvent;
import org.parlor.protocol.EventBodies;
import org.parlor.protocol.JsonEncoding;
import org.parlor.room.Command;
import org.parlor.room.PlayCommand;
import org.parlor.room.SeatCommand;
import org.parlor.room.ServedTime;
import org.parlor.runtime.Message;
import org.parlor.runtime.RoomMetrics;
import org.parlor.runtime.RoomRegistry;
import org.parlor.runtime.RoomRegistry.PendingJoin;
import org.parlor.runtime.RoomRepository;
import org.parlor.runtime.RoomServices;

/** What a connection hears whose room is still being read. */
class VisitTest {

    private static final long NOW = 1_731_000_000_000L;
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    private static final Games GAMES = new Games(List.of(new Gomoku()));
    private static final Command SIT = new SeatCommand.Sit(Optional.empty(), "Ann");
    private static final int MOST_EARLY = 32;

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final EventStore store = new Shelf();
    private final RoomRegistry registry = new RoomRegistry(
            new RoomServices(
                    store,
                    new EventBodies(),
                    CLOCK,
                    new SecureRandom(),
                    (time, task) -> () -> {},
                    work::add,
                    new RoomServices.Settings(Duration.ofMinutes(1), Duration.ofMinutes(1), 60),
                    ServedTime.ALWAYS,
                    RoomMetrics.NONE,
                    new MemoryBudget(1 << 20)),
            new RoomRepository(store, new EventBodies(), GAMES));
    private final Wire wire = new Wire();
    private final Outbox outbox = wire.outbox();
    private final Visit visit = new Visit(outbox);

    /** A store that takes everything, later. */
    private final class Shelf implements EventStore {

        private final List<StoredEvent> events = new ArrayList<>();

        @Override
        public CompletionStage<Append.Result> append(Append append) {
            CompletableFuture<Append.Result> result = new CompletableFuture<>();
            events.addAll(append.events());
            work.add(() -> result.complete(Append.Result.STORED));
            return result;
        }

        @Override
        public List<StoredEvent> read(String room, long since) {
            return events.stream().filter(event -> event.seq() > since).toList();
        }

        @Override
        public List<RefusedCommand> refusals(String room) {
            return List.of();
        }

        @Override
        public List<String> due(long until, int most) {
            return List.of();
        }
    }

    private void enters(String sizeOfBoard) {
        Map<String, List<String>> parameters = Map.of("size", List.of(sizeOfBoard));
        RoomFounding founding = new RoomFounding(Address.of("friday", parameters), GAMES, new SecureRandom(), CLOCK);
        registry.enter("friday", new PendingJoin(outbox, visit.welcome(), founding, visit::joined));
    }

    private void settle() {
        while (!work.isEmpty()) {
            work.remove().run();
            wire.completeAll();
        }
        wire.completeAll();
    }

    private List<String> types() {
        return wire.sent().stream()
                .map(text -> text.replaceAll("\\{\"type\":\"([a-z]+)\".*", "$1"))
                .toList();
    }

    @Test
    void theWelcomeComesBeforeTheAnswersToWhatWasAskedWhileTheRoomIsRead() {
        enters("5");
        visit.submit(Optional.of("1"), new PlayCommand.Move("c3"));
        visit.submit(Optional.of("2"), SIT);
        assertThat(wire.sent()).isEmpty();
        settle();
        assertThat(types()).containsExactly("welcome", "refused", "seated", "you", "ack");
    }

    @Test
    void theWelcomeComesBeforeThePongsAndRefusalsThatNeedNoRoom() {
        enters("5");
        outbox.send(new JsonEncoding().encode(new Message.Pong(1, NOW)));
        visit.submit(Optional.of("1"), SIT);
        outbox.send(new JsonEncoding().encode(new Message.Pong(2, NOW)));
        assertThat(wire.sent()).isEmpty();
        settle();
        assertThat(types()).containsExactly("welcome", "pong", "pong", "seated", "you", "ack");
    }

    @Test
    void whatIsAskedBeforeTheRoomIsOpenHasABoundAndTheRestIsRefusedAfterTheWelcome() {
        enters("5");
        for (int i = 0; i <= MOST_EARLY; i++) {
            visit.submit(Optional.of("say" + i), new Command.Say("hello"));
        }
        assertThat(wire.sent()).isEmpty();
        settle();
        assertThat(types()).startsWith("welcome", "refused").hasSize(2 + 2 * MOST_EARLY);
        assertThat(wire.sent().get(1)).contains("\"id\":\"say" + MOST_EARLY + "\"", "\"reason\":\"unavailable\"");
    }

    @Test
    void whoIsGoneBeforeTheRoomIsOpenIsNotInIt() {
        enters("5");
        visit.submit(Optional.of("1"), SIT);
        outbox.gone();
        visit.end();
        settle();
        assertThat(store.read("friday", -1)).isEmpty();
    }

    @Test
    void whoIsSentAwayInsteadOfWelcomedIsToldWhyFirst() {
        enters("4");
        outbox.send(new JsonEncoding().encode(new Message.Pong(1, NOW)));
        visit.submit(Optional.of("1"), SIT);
        settle();
        assertThat(wire.sent().get(0)).startsWith("{\"type\":\"refused\"").contains("bad-address");
        assertThat(wire.sent()).last().asString().startsWith("closed 4400");
    }
}
