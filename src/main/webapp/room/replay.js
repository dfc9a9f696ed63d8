import { isAbandoned } from './state.js';

/**
 * Looking back at the games of a room. Pure: positions come with the moves, so that no rules are needed. A cursor tells what
 * is on show; it is null at the game as it stands.
 *
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { Game, ReplayCursor, Result, RoomState, Shown } from './types.d.ts'
 *
 * @typedef {'first' | 'back' | 'forward' | 'last'} Direction
 */

/** @type {Record<Direction, (number: number) => number>} */
const TARGETS = {
  first: () => 0,
  back: (number) => number - 1,
  forward: (number) => number + 1,
  last: () => Infinity,
};

/**
 * Where a key leads, while the moves have the focus.
 *
 * @type {ReadonlyMap<string, Direction>}
 */
const KEYS = new Map([
  ['Home', 'first'],
  ['ArrowLeft', 'back'],
  ['[', 'back'],
  ['ArrowRight', 'forward'],
  [']', 'forward'],
  ['End', 'last'],
]);

/** @type {readonly Direction[]} */
export const DIRECTIONS = ['first', 'back', 'forward', 'last'];

/**
 * @param {string} key
 * @returns {Direction | undefined} undefined if the key leads nowhere
 */
export const directionOf = (key) => KEYS.get(key);

/**
 * The game that is looked at.
 *
 * @type {(cursor: {round?: number | null | undefined} | null, state: RoomState) => Game}
 */
export const gameOf = (cursor, state) => state.past.find(({ round }) => round === cursor?.round) ?? state;

/**
 * How many moves are on the board that is shown.
 *
 * @type {(cursor: ReplayCursor | null, state: RoomState) => number}
 */
export const numberOf = (cursor, state) => cursor?.number ?? state.moves.length;

/**
 * The cursor at the position after a number of moves. The latest one is the game itself.
 *
 * @param {ReplayCursor | null} cursor the cursor before
 * @param {RoomState} state
 * @param {number} number of moves; beyond either end it is that end
 * @param {number | null} [round] of which game; that of the cursor before if left out, the latest if there is none such
 * @returns {ReplayCursor | null}
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

/** @type {(cursor: ReplayCursor | null, state: RoomState, direction: Direction) => ReplayCursor | null} */
export const go = (cursor, state, direction) => seek(cursor, state, TARGETS[direction](numberOf(cursor, state)));

/**
 * The cursor after the room has changed: it stays, unless its position was taken back or another game began.
 *
 * @type {(cursor: ReplayCursor | null, state: RoomState) => ReplayCursor | null}
 */
export const follow = (cursor, { round, moves }) =>
  cursor !== null && cursor.during === round && (cursor.round !== round || cursor.number < moves.length) ? cursor : null;

/**
 * How many moves were played since the reader began to look back.
 *
 * @type {(cursor: ReplayCursor | null, state: RoomState) => number}
 */
export const unseenMoves = (cursor, state) => (cursor === null ? 0 : Math.max(0, state.moves.length - cursor.known));

/**
 * How the game ended that is looked at, at its last move; null anywhere else.
 *
 * @type {(cursor: ReplayCursor | null, state: RoomState) => Result | null}
 */
export function resultAt(cursor, state) {
  const game = gameOf(cursor, state);
  return numberOf(cursor, state) === game.moves.length ? game.result : null;
}

/** @type {(cursor: ReplayCursor | null, state: RoomState) => Shown} */
export function shownAt(cursor, state) {
  const game = gameOf(cursor, state);
  const moves = game.moves.slice(0, numberOf(cursor, state));
  const last = moves.at(-1);
  const lastMove = moves.findLast((ply) => ply.move !== undefined)?.move ?? null;
  const position = cursor === null ? state.position : (last ?? game.start)?.position ?? null;
  return { position, moves, lastMove, dice: last?.dice ?? null, line: resultAt(cursor, state)?.line ?? [] };
}

/**
 * The position on the board, if another room can play on from it: not where the rules have ended the game, and not where
 * the players are about to move themselves.
 *
 * @param {ReplayCursor | null} cursor
 * @param {RoomState} state
 */
export function playOnFrom(cursor, state) {
  const game = gameOf(cursor, state);
  const number = numberOf(cursor, state);
  const at = number > 0 ? game.moves[number - 1] : game.start;
  const theirs = cursor === null && state.status === 'playing' && !isAbandoned(state);
  return at?.toMove && !theirs ? at.position : null;
}

/**
 * The moves and throws of a game in rows, by their index: dice stand beside the move that called for them and beside the
 * one that plays them.
 *
 * @param {{seat: Seat, dice?: number[] | undefined}[]} moves
 * @returns {number[][]}
 */
export function turns(moves) {
  /** @type {number[][]} */
  const rows = [];
  moves.forEach((ply, index) => {
    const before = moves[index - 1];
    if (index > 0 && before.seat === ply.seat && (before.dice || ply.dice)) {
      rows.at(-1)?.push(index);
    } else {
      rows.push([index]);
    }
  });
  return rows;
}
