package org.parlor.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parlor.protocol.Frame;

/** Keeps a copy of a room's log as every client should: it applies the next number and no other. For one thread at a time. */
final class Follower {

    private final String name;
    private final List<Frame> events = new ArrayList<>();
    private Frame state = Frame.of(Map.of());
    private boolean over;
    private long last;

    Follower(String name) {
        this.name = name;
    }

    /** Begins in the middle: a room that was entered now. */
    void begin(Frame welcome) {
        last = welcome.seq();
        state = welcome;
    }

    /**
     * Takes an event in. What happens after the welcome and before the log is caught up comes again in its place.
     *
     * @throws IllegalStateException if an event is missing
     */
    void hear(Frame event, boolean caughtUp) {
        if (event.seq() <= last || (event.seq() > last + 1 && !caughtUp)) {
            return;
        }
        if (event.seq() != last + 1) {
            throw new IllegalStateException(name + " knows " + last + " events and hears " + event);
        }
        last = event.seq();
        events.add(event);
        state = event.containsKey("position") ? event : state;
        over = event.type().equals("ended") || (over && !event.type().equals("started"));
    }

    /** The number of the latest event that was applied. */
    long last() {
        return last;
    }

    /** Every event that was applied, as text. */
    List<String> log() {
        return events.stream().map(Frame::text).toList();
    }

    /** The frame that told the position last. */
    Frame state() {
        return state;
    }

    boolean isOver() {
        return over;
    }
}
