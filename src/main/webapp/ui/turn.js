/** What the rules ask of the one to move, as the game's view words it. */

/**
 * What the reader may choose besides the places on the board, while the board shows the game as it stands.
 *
 * @param {import('../room/room.js').Room} room
 * @param {import('./replay.js').Replay} replay
 * @param {import('../games/index.js').GameView} game
 * @returns {import('../games/index.js').Choice[]}
 */
export const choicesOf = ({ legal, state, myTurn }, replay, game) =>
  myTurn && replay.live ? (game.choices?.(legal.plays, state) ?? []) : [];

/** What the one to move is asked for, if it is more than a usual move; else empty. */
export const taskOf = ({ legal, state, myTurn }, game) => game.task?.(legal.plays, state, myTurn) ?? '';
