package org.parlor.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parlor.log.Append;
import org.parlor.log.CommandId;
import org.parlor.log.DirectoryEntry;
import org.parlor.log.EventStore;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoreException;
import org.parlor.log.StoredEvent;
import org.parlor.room.Event;
import org.parlor.room.Gathering;
import org.parlor.room.RecordedEvent;

/** A store of one room in memory that a test can delay and break. */
final class MemoryStore implements EventStore {

    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<List<Integer>, RefusedCommand> refusals = new HashMap<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final Deque<Runnable> completions;
    private Optional<DirectoryEntry> entry = Optional.empty();
    private volatile Runnable onRead = () -> {};
    private boolean holding;
    private boolean failing;
    private boolean unreadable;
    private boolean losingWord;
    private int appends;

    /**
     * An empty store.
     *
     * @param completions takes what follows a commit
     */
    MemoryStore(Deque<Runnable> completions) {
        this.completions = completions;
    }

    @Override
    public synchronized CompletionStage<Append.Result> append(Append append) {
        appends++;
        CompletableFuture<Append.Result> result = new CompletableFuture<>();
        Runnable commit = () -> commit(append, result);
        if (holding) {
            held.add(commit);
        } else {
            commit.run();
        }
        return result;
    }

    private synchronized void commit(Append append, CompletableFuture<Append.Result> result) {
        if (failing) {
            completions.add(() -> result.completeExceptionally(new StoreException("the disk is full", null)));
        } else if (isOvertaken(append)) {
            completions.add(() -> result.complete(Append.Result.OVERTAKEN));
        } else {
            events.addAll(append.events());
            append.refusals().forEach(this::keep);
            entry = append.entry().or(() -> entry);
            if (losingWord) {
                StoreException lost = new StoreException("the connection was lost after the commit", null);
                completions.add(() -> result.completeExceptionally(lost));
            } else {
                completions.add(() -> result.complete(Append.Result.STORED));
            }
        }
    }

    private boolean isOvertaken(Append append) {
        return append.events().isEmpty()
                ? !append.refusals().isEmpty() && append.end() < events.size() - 1
                : append.events().get(0).seq() != events.size();
    }

    private void keep(RefusedCommand refused) {
        refusals.put(List.of(refused.command().player(), refused.slot()), refused);
    }

    @Override
    public List<StoredEvent> read(String room, long since) {
        onRead.run();
        return stored(since);
    }

    private synchronized List<StoredEvent> stored(long since) {
        if (unreadable) {
            throw new StoreException("the disk can't be read", null);
        }
        return events.stream().filter(event -> event.seq() > since).toList();
    }

    @Override
    public synchronized List<RefusedCommand> refusals(String room) {
        return List.copyOf(refusals.values());
    }

    @Override
    public synchronized List<String> due(long until, int most) {
        return entry.stream()
                .filter(it -> it.deadline().isPresent() && it.deadline().getAsLong() <= until)
                .map(it -> "r")
                .toList();
    }

    /** From now on appends wait for {@link #commitOne()}. */
    void hold() {
        holding = true;
    }

    /** Commits the append that waits. */
    void commitOne() {
        held.remove().run();
    }

    /** Commits what waits, and from now on everything at once. */
    void release() {
        holding = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    void failing(boolean now) {
        failing = now;
    }

    /** Whether the word that something was stored is lost on its way. */
    void losingWord(boolean now) {
        losingWord = now;
    }

    void unreadable(boolean now) {
        unreadable = now;
    }

    /** Does something before each read from now on, on the thread that reads. */
    void onRead(Runnable deed) {
        onRead = deed;
    }

    /** Stores events as another server would that has the same room. */
    void storedElsewhere(Event... told) {
        for (Event event : told) {
            storedElsewhere(event, Optional.empty());
        }
    }

    /** As another server would that was asked for it by a command. */
    void storedElsewhere(Event event, Optional<CommandId> command) {
        RecordedEvent recorded = new RecordedEvent(events.size(), Gathering.NOON, event);
        events.add(Gathering.CODEC.write(recorded, command));
    }

    /** Takes over what another store has. */
    void copy(MemoryStore other) {
        events.addAll(other.events);
    }

    List<StoredEvent> events() {
        return events;
    }

    Map<List<Integer>, RefusedCommand> refused() {
        return refusals;
    }

    /** What the directory says. */
    Optional<DirectoryEntry> entry() {
        return entry;
    }

    int appends() {
        return appends;
    }
}
