import { isAbandoned } from './state.js';

/**
 * Looking back at the games of a room. Pure: positions come with the moves, so that no rules are needed.
 *
 * A look is null at the game as it stands, else `{round, number, known, during}`: which game of the room, how many of its
 * moves are on the board, how many moves the game that is on had when the reader began to look back, and its round.
 */

const TARGETS = {
  first: () => 0,
  back: (number) => number - 1,
  forward: (number) => number + 1,
  last: () => Infinity,
};

/** Which way a key leads, while the moves have the focus. */
const KEYS = {
  Home: 'first',
  ArrowLeft: 'back',
  '[': 'back',
  ArrowRight: 'forward',
  ']': 'forward',
  End: 'last',
};

export const WAYS = Object.keys(TARGETS);

/** @returns {string | undefined} one of the ways, if the key leads anywhere */
export const wayOf = (key) => (Object.hasOwn(KEYS, key) ? KEYS[key] : undefined);

/** The game that is looked at: `{round, seats, start, moves, result}`. */
export const gameOf = (look, state) => state.past.find(({ round }) => round === look?.round) ?? state;

/** How many moves are on the board that is shown. */
export const numberOf = (look, state) => look?.number ?? state.moves.length;

/**
 * Looks at the position after a number of moves. The latest one is the game itself.
 *
 * @param {object | null} look the look before
 * @param {object} state the room's
 * @param {number} number of moves; beyond either end it is that end
 * @param {number | null} [round] of which game; that of the look before if left out, the latest if there is none such
 */
export function lookAt(look, state, number, round = look?.round) {
  const game = gameOf({ round }, state);
  if (game === state && number >= state.moves.length) {
    return null;
  }
  return {
    round: game.round,
    number: Math.min(game.moves.length, Math.max(0, number)),
    known: look?.known ?? state.moves.length,
    during: state.round,
  };
}

/** Goes one way, one of `first`, `back`, `forward` and `last`. */
export const step = (look, state, way) => lookAt(look, state, TARGETS[way](numberOf(look, state)));

/** The look after the room has changed: it stays, unless its position was taken back or another game began. */
export const follow = (look, { round, moves }) =>
  look !== null && look.during === round && (look.round !== round || look.number < moves.length) ? look : null;

/** How many moves were played since the reader began to look back. */
export const news = (look, state) => Math.max(0, state.moves.length - look.known);

/** How the game ended that is looked at, at its last move; null anywhere else. */
export function endOf(look, state) {
  const game = gameOf(look, state);
  return numberOf(look, state) === game.moves.length ? game.result : null;
}

/** What the board shows: `{position, moves, lastMove, dice, line}`; the dice are those that wait to be played. */
export function sight(look, state) {
  const game = gameOf(look, state);
  const moves = game.moves.slice(0, numberOf(look, state));
  const last = moves.at(-1);
  const lastMove = moves.findLast((step) => step.move !== undefined)?.move ?? null;
  const position = look === null ? state.position : (last?.position ?? game.start.position);
  return { position, moves, lastMove, dice: last?.dice ?? null, line: endOf(look, state)?.line ?? [] };
}

/**
 * The position on the board, if another room can play on from it: not where the rules have ended the game, and not where
 * the players are about to move themselves.
 */
export function playOnFrom(look, state) {
  const game = gameOf(look, state);
  const { position, toMove } = game.moves[numberOf(look, state) - 1] ?? game.start ?? {};
  const theirs = look === null && state.status === 'playing' && !isAbandoned(state);
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
  moves.forEach((step, index) => {
    const before = moves[index - 1];
    const together = before !== undefined && before.seat === step.seat && (before.dice || step.dice);
    if (together) {
      rows.at(-1).push(index);
    } else {
      rows.push([index]);
    }
  });
  return rows;
}
