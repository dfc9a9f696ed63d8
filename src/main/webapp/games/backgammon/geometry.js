import { opposite } from '../../room/state.js';
import { BAR, OFF, facing } from './notation.js';

/**
 * Where things are on the board's picture. One unit is the width of a point. The player whose view it is sits below,
 * with the home board at the right; mirrored, at the left.
 *
 * A cell is a place that checkers can be on: a point by its number as the player below counts it, `bar-black`,
 * `off-white` and so on.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 *
 * @typedef {{view: Seat, mirrored: boolean}} Orientation
 * @typedef {{x: number, y: number}} Spot
 * @typedef {Spot & {width: number, height: number}} Area
 * @typedef {'point' | 'bar' | 'off'} Kind
 */

const SIDE = 0.4;
const EDGE = 0.62;
const BAR_WIDTH = 1.2;
const LEDGE = 0.22;
const TRAY = 1.2;
const DEPTH = 12.1;
const HALF = 6;

export const WIDTH = SIDE + HALF + BAR_WIDTH + HALF + LEDGE + TRAY + SIDE;
export const HEIGHT = DEPTH + 2 * EDGE;
export const POINT_LENGTH = 4.9;
export const CHECKER = 0.47;

const MIDDLE = HEIGHT / 2;
const BAR_CENTRE = SIDE + HALF + BAR_WIDTH / 2;
const TRAY_CENTRE = WIDTH - SIDE - TRAY / 2;
const PITCH = 0.955;
const SLAB_PITCH = 0.285;
const SLAB = 0.25;

/** How many checkers of a stack are drawn; a number tells of the others. */
const MOST = { point: 5, bar: 4, off: 15 };

/** The parts of the board that the eye sees first, each a rectangle. */
export const AREAS = {
  halves: [
    { x: SIDE, y: EDGE, width: HALF, height: DEPTH },
    { x: SIDE + HALF + BAR_WIDTH, y: EDGE, width: HALF, height: DEPTH },
  ],
  trays: [EDGE, MIDDLE + 0.75].map((y) => ({
    x: TRAY_CENTRE - TRAY / 2,
    y,
    width: TRAY,
    height: DEPTH / 2 - 0.75,
  })),
};

/** @type {(x: number, mirrored: boolean) => number} */
const mirror = (x, mirrored) => (mirrored ? WIDTH - x : x);

/**
 * The cell where a player's checkers on a point are.
 *
 * @type {(seat: Seat, point: number, view: Seat) => string}
 */
export function cellOf(seat, point, view) {
  if (point === BAR || point === OFF) {
    return `${point === BAR ? 'bar' : 'off'}-${seat}`;
  }
  return String(seat === view ? point : facing(point));
}

/**
 * The point of a cell as a player counts it; null on the other one's bar and tray.
 *
 * @type {(cell: string, seat: Seat, view: Seat) => number | null}
 */
export function pointAt(cell, seat, view) {
  const [kind, owner] = cell.split('-');
  if (cell.includes('-')) {
    const own = kind === 'bar' ? BAR : OFF;
    return owner === seat ? own : null;
  }
  return seat === view ? Number(cell) : facing(Number(cell));
}

/**
 * A cell's kind and where it begins: its stack grows from there downwards (`way` 1) or upwards (-1).
 *
 * @param {string} cell
 * @param {Orientation} orientation
 * @returns {Spot & {kind: Kind, way: 1 | -1}}
 */
export function place(cell, { view, mirrored }) {
  const [kind, owner] = cell.split('-');
  const below = kind === 'bar' ? owner !== view : owner === view;
  if (kind === 'bar') {
    // Checkers enter on the far side of their own way.
    return { kind, x: mirror(BAR_CENTRE, mirrored), y: MIDDLE + (below ? 0.65 : -0.65), way: below ? 1 : -1 };
  }
  if (kind === 'off') {
    return { kind, x: mirror(TRAY_CENTRE, mirrored), y: below ? HEIGHT - EDGE : EDGE, way: below ? -1 : 1 };
  }
  const number = Number(cell);
  const upper = number > 12;
  const column = upper ? number - 13 : 12 - number;
  const x = SIDE + column + 0.5 + (column < HALF ? 0 : BAR_WIDTH);
  return { kind: 'point', x: mirror(x, mirrored), y: upper ? EDGE : HEIGHT - EDGE, way: upper ? 1 : -1 };
}

/**
 * How many of a cell's checkers are drawn.
 *
 * @type {(cell: string, count: number, orientation: Orientation) => number}
 */
export const drawn = (cell, count, orientation) => Math.min(count, MOST[place(cell, orientation).kind]);

/**
 * Where the checker is that lies on `index` others.
 *
 * @type {(cell: string, index: number, orientation: Orientation) => Spot}
 */
export function spot(cell, index, orientation) {
  const { kind, x, y, way } = place(cell, orientation);
  if (kind === 'off') {
    return { x, y: y + way * (0.07 + SLAB / 2 + index * SLAB_PITCH) };
  }
  return { x, y: y + way * (CHECKER + 0.02 + Math.min(index, MOST[kind] - 1) * PITCH) };
}

export const SLAB_SIZE = { width: TRAY - 0.16, height: SLAB };

/**
 * Where the number of a tray's checkers stands.
 *
 * @type {(cell: string, orientation: Orientation) => Spot}
 */
export function trayCount(cell, orientation) {
  const { x, y, way } = place(cell, orientation);
  return { x, y: y + way * (DEPTH / 2 - 1.1) };
}

/**
 * The rectangle that mouse and finger reach a cell by.
 *
 * @type {(cell: string, orientation: Orientation) => Area}
 */
export function target(cell, orientation) {
  const { kind, x, way } = place(cell, orientation);
  const width = { point: 1, bar: BAR_WIDTH, off: TRAY + 2 * LEDGE }[kind];
  const reach = HEIGHT / 2;
  const upper = kind === 'bar' ? way < 0 : way > 0;
  return { x: x - width / 2, y: upper ? 0 : reach, width, height: reach };
}

/**
 * Where a point's number stands, in the frame.
 *
 * @type {(cell: string, orientation: Orientation) => Spot}
 */
export function numberSpot(cell, orientation) {
  const { x, way } = place(cell, orientation);
  return { x, y: way > 0 ? EDGE / 2 : HEIGHT - EDGE / 2 };
}

/**
 * Where a player's dice lie: the middle of the half that holds this player's home, of the other half for the one above.
 *
 * @type {(seat: Seat, count: number, orientation: Orientation) => Spot[]}
 */
export function diceSpots(seat, count, { view, mirrored }) {
  const centre = mirror(BAR_CENTRE + (seat === view ? 1 : -1) * (BAR_WIDTH / 2 + HALF / 2), mirrored);
  return Array.from({ length: count }, (_, index) => ({ x: centre + (index - (count - 1) / 2) * 1.18, y: MIDDLE }));
}

/**
 * The cube lies on the bar: at its owner's end, or in the middle; a double lies where the doubler's dice would fall.
 *
 * @type {(owner: Seat | null, doubler: Seat | null, orientation: Orientation) => Spot}
 */
export function cubeSpot(owner, doubler, orientation) {
  if (doubler !== null) {
    return diceSpots(doubler, 1, orientation)[0];
  }
  const end = owner === orientation.view ? 1 : -1;
  const shift = owner === null ? 0 : end * (DEPTH / 2 - 0.6);
  return { x: mirror(BAR_CENTRE, orientation.mirrored), y: MIDDLE + shift };
}

/** @type {(from: number, to: number) => string[]} */
const row = (from, to) => Array.from({ length: 6 }, (_, index) => String(from + Math.sign(to - from) * index));

/**
 * All cells as they lie, row by row from the top and from the left.
 *
 * @type {(orientation: Orientation) => string[][]}
 */
export function cells({ view, mirrored }) {
  const other = opposite(view);
  const rows = [
    [...row(13, 18), `bar-${view}`, ...row(19, 24), `off-${other}`],
    [...row(12, 7), `bar-${other}`, ...row(6, 1), `off-${view}`],
  ];
  return mirrored ? rows.map((each) => each.toReversed()) : rows;
}

/**
 * The cell that a key leads to; null if the key leads nowhere.
 *
 * @type {(cell: string, key: string, orientation: Orientation) => string | null}
 */
export function neighbour(cell, key, orientation) {
  const rows = cells(orientation);
  const upper = rows[0].includes(cell) ? 0 : 1;
  const column = rows[upper].indexOf(cell);
  const last = rows[0].length - 1;
  /** @type {Record<string, [row: number, column: number]>} */
  const ways = {
    ArrowLeft: [upper, Math.max(0, column - 1)],
    ArrowRight: [upper, Math.min(last, column + 1)],
    ArrowUp: [0, column],
    ArrowDown: [1, column],
    Home: [upper, 0],
    End: [upper, last],
  };
  return Object.hasOwn(ways, key) ? rows[ways[key][0]][ways[key][1]] : null;
}
