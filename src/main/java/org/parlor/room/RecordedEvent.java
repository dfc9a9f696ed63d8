package org.parlor.room;

/** An event in its place in the room's log. */
public record RecordedEvent(Stamp stamp, Event event) {

    /** An event at this place. */
    public RecordedEvent(long seq, long at, Event event) {
        this(new Stamp(seq, at), event);
    }

    /** Its number. */
    public long seq() {
        return stamp.seq();
    }

    /** Its time, milliseconds since 1970. */
    public long at() {
        return stamp.at();
    }
}
