/**
 * Gomoku's notation: `h8` is column 7, row 7, both counted from 0 at the lower left. Pure, and no rules.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 */

/** @type {ReadonlyMap<string, Seat>} */
const STONES = new Map([['x', 'black'], ['o', 'white']]);

const FIRST_LETTER = 'a'.charCodeAt(0);

/** @type {(column: number) => string} */
export const letter = (column) => String.fromCharCode(FIRST_LETTER + column);

/**
 * Such as `h8`.
 *
 * @type {(column: number, row: number) => string}
 */
export const point = (column, row) => `${letter(column)}${row + 1}`;

/** @type {(name: string) => {column: number, row: number}} */
export function place(name) {
  return { column: name.charCodeAt(0) - FIRST_LETTER, row: Number(name.slice(1)) - 1 };
}

/**
 * Whether a move is a point, of whatever board.
 *
 * @type {(move: string) => boolean}
 */
export const isPoint = (move) => /^[a-z][1-9]\d?$/.test(move);

/** @type {(name: string, size: number) => boolean} */
export function onBoard(name, size) {
  const { column, row } = place(name);
  return column >= 0 && column < size && row >= 0 && row < size;
}

/**
 * Reads a position.
 *
 * @param {string} position rows from the top, such as `3/1x1/3 w`
 * @returns {{size: number, stones: Map<string, Seat>, empty: string[], next: Seat}} the stones by
 *     point, the points without one, and the colour of the next stone
 */
export function readPosition(position) {
  const [board, side] = position.split(' ');
  const rows = board.split('/');
  /** @type {Map<string, Seat>} */
  const stones = new Map();
  /** @type {string[]} */
  const empty = [];
  rows.forEach((text, fromTop) => {
    let column = 0;
    for (const [token] of text.matchAll(/\d+|[xo]/g)) {
      const seat = STONES.get(token);
      if (seat) {
        stones.set(point(column, rows.length - 1 - fromTop), seat);
        column += 1;
      } else {
        for (const end = column + Number(token); column < end; column += 1) {
          empty.push(point(column, rows.length - 1 - fromTop));
        }
      }
    }
  });
  return { size: rows.length, stones, empty, next: side === 'w' ? 'white' : 'black' };
}

/**
 * The star points of a board: corners on the fourth line (the third on small boards), the centre of odd boards, and the
 * middles of the sides from 17 on, as on a go board.
 *
 * @param {number} size
 * @returns {string[]}
 */
export function starPoints(size) {
  const edge = size >= 13 ? 3 : 2;
  const far = size - 1 - edge;
  const middle = (size - 1) / 2;
  const corners = size >= 8 ? [[edge, edge], [edge, far], [far, edge], [far, far]] : [];
  const centre = size % 2 === 1 ? [[middle, middle]] : [];
  const sides = size % 2 === 1 && size >= 17 ? [[edge, middle], [far, middle], [middle, edge], [middle, far]] : [];
  return [...corners, ...centre, ...sides].map(([column, row]) => point(column, row));
}

/**
 * Where a key takes the cursor, as in any grid.
 *
 * @param {string} from a point
 * @param {string} key the key's name
 * @param {number} size
 * @param {boolean} [ctrl] with Ctrl, Home and End go to the corners
 * @returns {string | null} null if the key is none that moves
 */
export function moveCursor(from, key, size, ctrl = false) {
  const { column, row } = place(from);
  const last = size - 1;
  const page = Math.max(2, Math.round(size / 3));
  /** @type {Record<string, [column: number, row: number]>} */
  const targets = {
    ArrowLeft: [column - 1, row],
    ArrowRight: [column + 1, row],
    ArrowUp: [column, row + 1],
    ArrowDown: [column, row - 1],
    Home: [0, ctrl ? last : row],
    End: [last, ctrl ? 0 : row],
    PageUp: [column, row + page],
    PageDown: [column, row - page],
  };
  if (!Object.hasOwn(targets, key)) {
    return null;
  }
  const within = (/** @type {number} */ index) => Math.min(last, Math.max(0, index));
  return point(within(targets[key][0]), within(targets[key][1]));
}
