/**
 * What the rules ask of the one to move, as the game's view words it.
 *
 * @import { Choice, GameView } from '../games/types.d.ts'
 * @import { Room } from '../room/room.js'
 * @import { Replay } from './replay.js'
 */

/**
 * What the reader may choose besides the places on the board, while the board shows the game as it stands.
 *
 * @param {Room} room
 * @param {Replay} replay
 * @param {GameView} game
 * @returns {Choice[]}
 */
export const choicesOf = ({ legal, state, myTurn }, replay, game) =>
  myTurn && replay.live ? (game.choices?.(legal.plays, state) ?? []) : [];

/**
 * What the one to move is asked for, if it is more than a usual move; else empty.
 *
 * @param {Room} room
 * @param {GameView} game
 */
export const taskOf = ({ legal, state, myTurn }, game) => game.task?.(legal.plays, state, myTurn) ?? '';
