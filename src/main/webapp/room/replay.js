import { isAbandoned } from './state.js';

/**
 * Looking back at the games of a room. Pure: positions come with the moves, so that no rules are needed.
 *
 * A cursor tells what is on show. It is null at the game as it stands, else `{round, number, known, during}`: which game of the room, how many of its
 * moves are on the board, how many moves the game that is on had when the reader began to look back, and its round.
 */

const TARGETS = {
  first: () => 0,
  back: (number) => number - 1,
  forward: (number) => number + 1,
  last: () => Infinity,
};

/** Where a key leads, while the moves have the focus. */
const KEYS = {
  Home: 'first',
  ArrowLeft: 'back',
  '[': 'back',
  ArrowRight: 'forward',
  ']': 'forward',
  End: 'last',
};

export const DIRECTIONS = Object.keys(TARGETS);

/** @returns {string | undefined} one of the directions, if the key leads anywhere */
export const directionOf = (key) => (Object.hasOwn(KEYS, key) ? KEYS[key] : undefined);

/** The game that is looked at: `{round, seats, start, moves, result}`. */
export const gameOf = (cursor, state) => state.past.find(({ round }) => round === cursor?.round) ?? state;

/** How many moves are on the board that is shown. */
export const numberOf = (cursor, state) => cursor?.number ?? state.moves.length;

/**
 * The cursor at the position after a number of moves. The latest one is the game itself.
 *
 * @param {object | null} cursor the cursor before
 * @param {object} state the room's
 * @param {number} number of moves; beyond either end it is that end
 * @param {number | null} [round] of which game; that of the cursor before if left out, the latest if there is none such
 */
export function seek(cursor, state, number, round = cursor?.round) {
  const game = gameOf({ round }, state);
  if (game === state && number >= state.moves.length) {
    return null;
  }
  return {
    round: game.round,
    number: Math.min(game.moves.length, Math.max(0, number)),
    known: cursor?.known ?? state.moves.length,
    during: state.round,
  };
}

/** Goes in one of the directions `first`, `back`, `forward` and `last`. */
export const go = (cursor, state, direction) => seek(cursor, state, TARGETS[direction](numberOf(cursor, state)));

/** The cursor after the room has changed: it stays, unless its position was taken back or another game began. */
export const follow = (cursor, { round, moves }) =>
  cursor !== null && cursor.during === round && (cursor.round !== round || cursor.number < moves.length) ? cursor : null;

/** How many moves were played since the reader began to look back. */
export const unseenMoves = (cursor, state) => Math.max(0, state.moves.length - cursor.known);

/** How the game ended that is looked at, at its last move; null anywhere else. */
export function resultAt(cursor, state) {
  const game = gameOf(cursor, state);
  return numberOf(cursor, state) === game.moves.length ? game.result : null;
}

/** What the board shows: `{position, moves, lastMove, dice, line}`; the dice are those that wait to be played. */
export function shownAt(cursor, state) {
  const game = gameOf(cursor, state);
  const moves = game.moves.slice(0, numberOf(cursor, state));
  const last = moves.at(-1);
  const lastMove = moves.findLast((ply) => ply.move !== undefined)?.move ?? null;
  const position = cursor === null ? state.position : (last?.position ?? game.start.position);
  return { position, moves, lastMove, dice: last?.dice ?? null, line: resultAt(cursor, state)?.line ?? [] };
}

/**
 * The position on the board, if another room can play on from it: not where the rules have ended the game, and not where
 * the players are about to move themselves.
 */
export function playOnFrom(cursor, state) {
  const game = gameOf(cursor, state);
  const { position, toMove } = game.moves[numberOf(cursor, state) - 1] ?? game.start ?? {};
  const theirs = cursor === null && state.status === 'playing' && !isAbandoned(state);
  return toMove && !theirs ? position : null;
}

/**
 * The moves and throws of a game in rows, by their index: dice stand beside the move that called for them and beside the
 * one that plays them.
 *
 * @returns {number[][]}
 */
export function turns(moves) {
  const rows = [];
  moves.forEach((ply, index) => {
    const before = moves[index - 1];
    const together = before !== undefined && before.seat === ply.seat && (before.dice || ply.dice);
    if (together) {
      rows.at(-1).push(index);
    } else {
      rows.push([index]);
    }
  });
  return rows;
}
