package org.parlor.room;

/**
 * An event in its place in the room's log.
 *
 * @param seq counts from 0 (the opening of the room) without gaps
 * @param at when it was decided, milliseconds since 1970
 */
public record Entry(long seq, long at, Event event) {}
