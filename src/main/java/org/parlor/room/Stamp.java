package org.parlor.room;

/**
 * The place of an event in its room's log.
 *
 * @param seq counts from 0 (the opening of the room) without gaps
 * @param at when it was decided, milliseconds since 1970; never before the event before it
 */
public record Stamp(long seq, long at) {}
