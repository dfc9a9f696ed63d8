/**
 * Looking back at a game. Pure: positions come with the moves, so that no rules are needed.
 *
 * A look is null at the game as it stands, else `{round, number, known}`: which game of the room, how many of its moves
 * are on the board, and how many had been played when the reader began to look back.
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

/** How many moves are on the board that is shown. */
export const numberOf = (look, state) => look?.number ?? state.moves.length;

/**
 * Looks at the position after a number of moves. The latest one is the game itself.
 *
 * @param {object | null} look the look before
 * @param {object} state the room's
 * @param {number} number of moves; beyond either end it is that end
 */
export function lookAt(look, state, number) {
  const { round, moves } = state;
  return number >= moves.length ? null : { round, number: Math.max(0, number), known: look?.known ?? moves.length };
}

/** Goes one way, one of `first`, `back`, `forward` and `last`. */
export const step = (look, state, way) => lookAt(look, state, TARGETS[way](numberOf(look, state)));

/** The look after the room has changed: it stays, unless its position was taken back or another game began. */
export const follow = (look, { round, moves }) =>
  look !== null && look.round === round && look.number < moves.length ? look : null;

/** How many moves were played since the reader began to look back. */
export const news = (look, state) => Math.max(0, state.moves.length - look.known);

/** What the board shows: `{position, moves, lastMove, dice, line}`; the dice are those that wait to be played. */
export function sight(look, state) {
  const moves = state.moves.slice(0, numberOf(look, state));
  const last = moves.at(-1);
  const lastMove = moves.findLast((step) => step.move !== undefined)?.move ?? null;
  const dice = last?.dice ?? null;
  if (look === null) {
    return { position: state.position, moves, lastMove, dice, line: state.result?.line ?? [] };
  }
  return { position: last?.position ?? state.start.position, moves, lastMove, dice, line: [] };
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
