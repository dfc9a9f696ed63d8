import { nothing, svg } from 'lit';
import * as geometry from './geometry.js';
import { CHECKER, POINT_LENGTH, SLAB_SIZE, drawn, numberSpot, place, spot } from './geometry.js';

/**
 * The board's picture.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { Area, Orientation, Spot } from './geometry.js'
 * @import { Position } from './notation.js'
 *
 * @typedef {{value: number, used: boolean}} Die
 */

const POINT_NUMBERS = Array.from({ length: 24 }, (_, index) => String(index + 1));

export const gradients = svg`
  <defs>
    <radialGradient id="checker-black" cx=".38" cy=".3" r=".8">
      <stop offset="0" stop-color="#5d5855"/>
      <stop offset=".45" stop-color="#2f2b29"/>
      <stop offset="1" stop-color="#121010"/>
    </radialGradient>
    <radialGradient id="checker-white" cx=".38" cy=".3" r=".85">
      <stop offset="0" stop-color="#ffffff"/>
      <stop offset=".55" stop-color="#f5eee0"/>
      <stop offset="1" stop-color="#d5c8b0"/>
    </radialGradient>
  </defs>`;

/** @type {(style: string, area: Area, corner?: number) => unknown} */
const box = (style, { x, y, width, height }, corner = 0) =>
  svg`<rect class=${style} x=${x} y=${y} width=${width} height=${height} rx=${corner}/>`;

/** @type {(area: Area, mirrored: boolean) => Area} */
const turned = (area, mirrored) => ({ ...area, x: mirrored ? geometry.WIDTH - area.x - area.width : area.x });

/**
 * The board without checkers.
 *
 * @type {(orientation: Orientation) => unknown}
 */
export function table(orientation) {
  const { mirrored } = orientation;
  return svg`
    ${geometry.AREAS.halves.map((area) => box('felt', turned(area, mirrored), 0.06))}
    ${geometry.AREAS.trays.map((area) => box('tray', turned(area, mirrored), 0.08))}
    ${POINT_NUMBERS.map((cell) => triangle(cell, orientation))}`;
}

/** @type {(cell: string, orientation: Orientation) => unknown} */
function triangle(cell, orientation) {
  const { x, y, way } = place(cell, orientation);
  const colour = Number(cell) % 2 === 0 ? 'even' : 'odd';
  return svg`<path class="point ${colour}" d=${`M${x - 0.48} ${y}h.96L${x} ${y + way * POINT_LENGTH}z`}/>`;
}

/** @type {(orientation: Orientation) => unknown} */
export const numbers = (orientation) =>
  POINT_NUMBERS.map((cell) => {
    const { x, y } = numberSpot(cell, orientation);
    return svg`<text class="point-number" x=${x} y=${y}>${cell}</text>`;
  });

/**
 * A cell's checkers, with a number where not all of them can be shown.
 *
 * @type {(cell: string, seat: Seat, count: number, orientation: Orientation) => unknown}
 */
export function stack(cell, seat, count, orientation) {
  const shown = drawn(cell, count, orientation);
  const each = Array.from({ length: shown }, (_, index) => checker(spot(cell, index, orientation), seat, cell));
  return svg`${each} ${count > shown ? more(count, spot(cell, shown - 1, orientation), seat) : nothing}`;
}

/** @type {(at: Spot, seat: Seat, cell: string) => unknown} */
function checker(at, seat, cell) {
  return cell.startsWith('off') ? slab(at, seat) : disc(at, seat);
}

/** @type {(at: Spot, seat: Seat, style?: string) => unknown} */
export const disc = ({ x, y }, seat, style = '') => svg`
  <g class="checker ${seat} ${style}">
    <circle class="shade" cx=${x + 0.03} cy=${y + 0.06} r=${CHECKER}/>
    <circle class="body" cx=${x} cy=${y} r=${CHECKER} fill="url(#checker-${seat})"/>
    <circle class="rim" cx=${x} cy=${y} r=${CHECKER * 0.68}/>
  </g>`;

/** @type {(at: Spot, seat: Seat) => unknown} */
function slab({ x, y }, seat) {
  const { width, height } = SLAB_SIZE;
  return box(`slab ${seat}`, { x: x - width / 2, y: y - height / 2, width, height }, 0.07);
}

/** @type {(count: number, at: Spot, seat: Seat) => unknown} */
const more = (count, { x, y }, seat) => svg`<text class="more ${seat}" x=${x} y=${y}>${count}</text>`;

/**
 * How many checkers are off.
 *
 * @type {(cell: string, count: number, orientation: Orientation) => unknown}
 */
export function trayCount(cell, count, orientation) {
  const { x, y } = geometry.trayCount(cell, orientation);
  return count > 0 ? svg`<text class="tray-count" x=${x} y=${y}>${count}</text>` : nothing;
}

/** Which of nine places have a pip, by the die's value. */
const PIPS = [[], [4], [2, 6], [2, 4, 6], [0, 2, 6, 8], [0, 2, 4, 6, 8], [0, 2, 3, 5, 6, 8]];

/** @type {(all: Die[], seat: Seat, orientation: Orientation) => unknown} */
export function dice(all, seat, orientation) {
  const spots = geometry.diceSpots(seat, all.length, orientation);
  return all.map((each, index) => die(each, seat, spots[index]));
}

/** @type {(die: Die, seat: Seat, at: Spot) => unknown} */
function die({ value, used }, seat, { x, y }) {
  const half = 0.47;
  return svg`
    <g class="die ${seat} ${used ? 'used' : ''}">
      ${box('shade', { x: x - half + 0.04, y: y - half + 0.07, width: 2 * half, height: 2 * half }, 0.18)}
      ${box('body', { x: x - half, y: y - half, width: 2 * half, height: 2 * half }, 0.18)}
      ${PIPS[value].map(
        (pip) => svg`
          <circle class="pip" cx=${x + ((pip % 3) - 1) * 0.26} cy=${y + (Math.floor(pip / 3) - 1) * 0.26} r=".09"/>`,
      )}
    </g>`;
}

/**
 * The doubling cube; before the first double it shows 64, as there is no side with 1.
 *
 * @type {(cube: Position['cube'], doubler: Seat | null, orientation: Orientation) => unknown}
 */
export function cube({ value, owner }, doubler, orientation) {
  const { x, y } = geometry.cubeSpot(owner, doubler, orientation);
  const half = 0.46;
  const shown = value === 1 ? 64 : value;
  return svg`
    <g class="cube ${doubler === null ? '' : 'offered'}">
      ${box('shade', { x: x - half + 0.04, y: y - half + 0.07, width: 2 * half, height: 2 * half }, 0.12)}
      ${box('body', { x: x - half, y: y - half, width: 2 * half, height: 2 * half }, 0.12)}
      <text class=${shown > 99 ? 'long' : ''} x=${x} y=${y}>${shown}</text>
    </g>`;
}

/**
 * Rings around a cell's top checkers.
 *
 * @type {(cell: string, count: number, many: number, style: string, orientation: Orientation) => unknown}
 */
export function rings(cell, count, many, style, orientation) {
  const top = drawn(cell, count, orientation);
  return Array.from({ length: Math.min(many, top) }, (_, below) => ring(cell, top - 1 - below, style, orientation));
}

/** @type {(cell: string, index: number, style: string, orientation: Orientation) => unknown} */
function ring(cell, index, style, orientation) {
  const { x, y } = spot(cell, index, orientation);
  return cell.startsWith('off') ? outline({ x, y }, style) : svg`<circle class=${style} cx=${x} cy=${y} r=${CHECKER}/>`;
}

/** @type {(at: Spot, style: string) => unknown} */
function outline({ x, y }, style) {
  const { width, height } = SLAB_SIZE;
  return box(style, { x: x - width / 2, y: y - height / 2, width, height }, 0.07);
}

/**
 * Where a checker was: the place on top of those that stayed.
 *
 * @type {(cell: string, count: number, orientation: Orientation) => unknown}
 */
export function gone(cell, count, orientation) {
  const { x, y } = spot(cell, count, orientation);
  return svg`<circle class="gone" cx=${x} cy=${y} r=${CHECKER * 0.8}/>`;
}

/**
 * A place where the checker in hand can go.
 *
 * @type {(cell: string, count: number, hit: boolean, orientation: Orientation) => unknown}
 */
export function goal(cell, count, hit, orientation) {
  const { x, y } = spot(cell, hit ? 0 : count, orientation);
  if (cell.startsWith('off')) {
    return outline({ x, y }, 'goal');
  }
  return svg`<circle class=${hit ? 'goal hit' : 'goal'} cx=${x} cy=${y} r=${CHECKER * (hit ? 1.02 : 0.62)}/>`;
}
