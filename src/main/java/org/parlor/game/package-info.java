/**
 * What a game is to a room: pure rules without time, threads or sockets; chance comes as an argument.
 *
 * <p>A {@link org.parlor.game.Game} turns a room's options into the first {@link org.parlor.game.Position}; a position
 * answers a move with a {@link org.parlor.game.Ruling}. Everything here but the
 * {@link org.parlor.game.RecordBuilder} is an immutable value, and all of it needs nothing but the JDK and speaks the game's
 * own standard notation, so that rooms, store and protocol know no game. A {@link org.parlor.game.Viewer} sees a
 * position's {@link org.parlor.game.Position#view view}.
 */
package org.parlor.game;
