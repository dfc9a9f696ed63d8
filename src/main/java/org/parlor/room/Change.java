package org.parlor.room;

/**
 * Something that is decided to happen, and what comes of it.
 *
 * @param event in its place in the log
 * @param after the room after it
 */
public record Change(RecordedEvent event, Room after) {}
