package org.parlor.room;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Decisions that wait for one commit: if the journal does not take them, they are thrown away and nothing happened. */
final class Draft {

    private static final Logger LOG = System.getLogger(Draft.class.getName());

    private final EventCodec codec;
    private final long now;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Answer.Key, Answer> answers = new LinkedHashMap<>();
    private final List<Runnable> effects = new ArrayList<>();
    private OptionalLong since = OptionalLong.empty();
    private Optional<List<Message>> missed = Optional.empty();
    private Room room;

    Draft(Room room, EventCodec codec, long now) {
        this.room = room;
        this.codec = codec;
        this.now = now;
    }

    /** Logs an event, and returns its line. */
    Line log(Event event) {
        Entry entry = new Entry(room.seq() + 1, now, event);
        room = room.evolve(entry);
        Line line = codec.write(entry, room);
        lines.add(line);
        return line;
    }

    void add(Turn turn) {
        turns.add(turn);
    }

    void keep(Answer answer) {
        answers.put(answer.key(), answer);
    }

    /** Remembers what to do once everything is stored. */
    void afterwards(Runnable effect) {
        effects.add(effect);
    }

    /** Remembers to send what came after this event, as {@link #fetch} will have read it. At most one visitor per draft. */
    void replay(Visitor visitor, long after) {
        since = OptionalLong.of(after);
        effects.add(() -> missed.ifPresentOrElse(visitor::replay, () -> visitor.close(Goodbye.TRY_LATER)));
    }

    boolean needsLog() {
        return since.isPresent();
    }

    /** Reads what a visitor missed, once everything is stored. If that fails the visitor is told to come back. */
    void fetch(Journal journal) {
        try {
            missed = Optional.of(journal.read(room.name(), since.getAsLong()).stream()
                    .<Message>map(line -> new Message.Heard(line.text()))
                    .toList());
        } catch (JournalException e) {
            LOG.log(Level.WARNING, "room " + room.name() + " can't be read; a visitor is told to come back", e);
        }
    }

    boolean needsCommit() {
        return !lines.isEmpty() || !answers.isEmpty();
    }

    /** When its decisions are made and its events happen, milliseconds since 1970. */
    long now() {
        return now;
    }

    Room room() {
        return room;
    }

    List<Turn> turns() {
        return turns;
    }

    List<Line> lines() {
        return lines;
    }

    Map<Answer.Key, Answer> answers() {
        return answers;
    }

    void carryOut() {
        effects.forEach(Runnable::run);
    }
}
