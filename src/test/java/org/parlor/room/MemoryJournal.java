package org.parlor.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A journal of one room in memory that a test can delay and break. */
final class MemoryJournal implements Journal {

    private final List<Line> lines = new ArrayList<>();
    private final Map<Answer.Key, Answer> answers = new HashMap<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private volatile Runnable onRead = () -> {};
    private boolean holding;
    private boolean failing;
    private boolean unreadable;
    private boolean losingWord;
    private int appends;

    @Override
    public synchronized CompletionStage<Boolean> append(String room, List<Line> added, List<Answer> kept) {
        appends++;
        CompletableFuture<Boolean> stored = new CompletableFuture<>();
        Runnable commit = () -> commit(added, kept, stored);
        if (holding) {
            held.add(commit);
        } else {
            commit.run();
        }
        return stored;
    }

    private void commit(List<Line> added, List<Answer> kept, CompletableFuture<Boolean> stored) {
        if (failing) {
            stored.completeExceptionally(new JournalException("the disk is full", null));
        } else if (!added.isEmpty() && added.get(0).seq() != lines.size()) {
            stored.complete(false);
        } else if (kept.stream().map(Answer::key).anyMatch(answers::containsKey)) {
            stored.complete(false);
        } else {
            lines.addAll(added);
            kept.forEach(answer -> answers.put(answer.key(), answer));
            if (losingWord) {
                stored.completeExceptionally(new JournalException("the connection was lost after the commit", null));
            } else {
                stored.complete(true);
            }
        }
    }

    @Override
    public List<Line> read(String room, long since) {
        onRead.run();
        return stored(since);
    }

    private synchronized List<Line> stored(long since) {
        if (unreadable) {
            throw new JournalException("the disk can't be read", null);
        }
        return lines.stream().filter(line -> line.seq() > since).toList();
    }

    @Override
    public synchronized List<Answer> answers(String room, Collection<Answer.Key> commands) {
        return commands.stream().filter(answers::containsKey).map(answers::get).toList();
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
    void storedElsewhere(Room room, Event... events) {
        for (Event event : events) {
            Entry entry = new Entry(lines.size(), 0, event);
            room = room.evolve(entry);
            lines.add(Gathering.CODEC.write(entry, room));
        }
    }

    void answeredElsewhere(Answer answer) {
        answers.put(answer.key(), answer);
    }

    List<Line> lines() {
        return lines;
    }

    int appends() {
        return appends;
    }
}
