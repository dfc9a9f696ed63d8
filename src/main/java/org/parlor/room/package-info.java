/**
 * One room: a numbered log of events and the state that follows from it.
 *
 * <p>A {@link org.parlor.room.Command} decides ({@code Command.decide}: pure, gives events or a refusal), an {@link
 * org.parlor.room.Event} evolves ({@code Event.evolve}: pure, can't fail), and {@link org.parlor.room.LiveRoom} is the
 * single writer that puts a {@link org.parlor.room.Journal} between the two, so that nobody hears of an event before it is
 * stored. JDK only: no socket, no JSON, no database.
 */
package org.parlor.room;
