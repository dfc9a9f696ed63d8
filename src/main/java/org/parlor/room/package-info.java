/**
 * One room, and nothing but its rules: a numbered log of events and the state that follows from it.
 *
 * <p>A {@link org.parlor.room.Command} decides ({@code Command.decide}: pure, gives changes or a refusal), an {@link
 * org.parlor.room.Event} evolves ({@code Event.evolve}: pure, can't fail). A {@link org.parlor.room.Change} is an event with the room
 * after it. Time is an argument, and so are secrets. JDK only: no thread, no socket, no JSON, no database.
 */
package org.parlor.room;
