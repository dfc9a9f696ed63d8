package org.parlor.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions that wait for one commit: if the journal does not take them, they are thrown away and nothing happened. */
final class Draft {

    private final EventCodec codec;
    private final long now;
    private final List<Turn> turns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<Answer.Key, Answer> answers = new LinkedHashMap<>();
    private final List<Runnable> effects = new ArrayList<>();
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

    boolean needsCommit() {
        return !lines.isEmpty() || !answers.isEmpty();
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
