import { nothing, svg } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { letter, place, starPoints } from './notation.js';

/**
 * The picture of a board. One unit is the distance of two lines; the labels sit in the margin.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 */

export const MARGIN = 1.12;

/**
 * The width and height of the whole picture, in units.
 *
 * @type {(size: number) => number}
 */
export const extent = (size) => size - 1 + 2 * MARGIN;

/**
 * Where a point is in the picture.
 *
 * @type {(point: string, size: number) => {x: number, y: number}}
 */
export function spot(point, size) {
  const { column, row } = place(point);
  return { x: MARGIN + column, y: MARGIN + size - 1 - row };
}

/** @type {(count: number) => number[]} */
const range = (count) => Array.from({ length: count }, (_, index) => index);

export const gradients = svg`
  <defs>
    <radialGradient id="stone-black" cx=".36" cy=".3" r=".75">
      <stop offset="0" stop-color="#6d6a68"/>
      <stop offset=".28" stop-color="#383533"/>
      <stop offset="1" stop-color="#0c0b0b"/>
    </radialGradient>
    <radialGradient id="stone-white" cx=".36" cy=".3" r=".85">
      <stop offset="0" stop-color="#ffffff"/>
      <stop offset=".5" stop-color="#f6f2ea"/>
      <stop offset="1" stop-color="#c6bdae"/>
    </radialGradient>
    <radialGradient id="stone-shadow">
      <stop offset=".72" stop-color="#2a1703" stop-opacity=".5"/>
      <stop offset="1" stop-color="#2a1703" stop-opacity="0"/>
    </radialGradient>
  </defs>`;

/** @type {(size: number) => unknown} */
export function grid(size) {
  const far = MARGIN + size - 1;
  const lines = range(size)
    .slice(1, -1)
    .map((index) => `M${MARGIN} ${MARGIN + index}H${far}M${MARGIN + index} ${MARGIN}V${far}`)
    .join('');
  return svg`
    <path class="lines" d=${lines}/>
    <rect class="frame" x=${MARGIN} y=${MARGIN} width=${size - 1} height=${size - 1}/>
    ${starPoints(size).map((star) => {
      const { x, y } = spot(star, size);
      return svg`<circle class="star" cx=${x} cy=${y} r=".12"/>`;
    })}`;
}

/** @type {(size: number) => unknown} */
export function labels(size) {
  const near = MARGIN / 2 - 0.18;
  const far = extent(size) - near;
  return range(size).map((index) => {
    const along = MARGIN + index;
    const against = MARGIN + size - 1 - index;
    return svg`
      <text class="label" x=${along} y=${near}>${letter(index)}</text>
      <text class="label" x=${along} y=${far}>${letter(index)}</text>
      <text class="label" x=${near} y=${against}>${index + 1}</text>
      <text class="label" x=${far} y=${against}>${index + 1}</text>`;
  });
}

/** @type {(point: string, seat: Seat, size: number, kind?: string) => unknown} */
export function stone(point, seat, size, kind = '') {
  const { x, y } = spot(point, size);
  return svg`
    <g class="stone ${seat} ${kind}">
      <circle class="shadow" cx=${x + 0.04} cy=${y + 0.07} r=".52" fill="url(#stone-shadow)"/>
      <circle cx=${x} cy=${y} r=".465" fill="url(#stone-${seat})"/>
    </g>`;
}

/** @type {(all: [point: string, seat: Seat][], size: number, last: string | null) => unknown} */
export function stones(all, size, last) {
  return repeat(
    all,
    ([point]) => point,
    ([point, seat]) => stone(point, seat, size, point === last ? 'last' : ''),
  );
}

/** @type {(point: string, seat: Seat | undefined, size: number) => unknown} */
export function lastMark(point, seat, size) {
  const { x, y } = spot(point, size);
  return svg`<circle class="last-mark on-${seat}" cx=${x} cy=${y} r=".17"/>`;
}

/** @type {(point: string, size: number) => unknown} */
export function forbiddenMark(point, size) {
  const { x, y } = spot(point, size);
  const arm = 0.17;
  const cross = `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  return svg`<path class="forbidden" d=${cross}/>`;
}

/**
 * A point that is open for a stone, among many that are not.
 *
 * @type {(point: string, size: number) => unknown}
 */
export function openMark(point, size) {
  const { x, y } = spot(point, size);
  return svg`<circle class="open" cx=${x} cy=${y} r=".2"/>`;
}

/**
 * Stones on offer, one of which will be put on the board; they are named in the order of their offers.
 *
 * @type {(points: string[], seat: Seat, size: number) => unknown}
 */
export function offers(points, seat, size) {
  return points.map((point, index) => {
    const { x, y } = spot(point, size);
    return svg`
      ${stone(point, seat, size, 'offered')}
      <text class="offer-name on-${seat}" x=${x} y=${y}>${index + 1}</text>`;
  });
}

/** @type {(line: string[], size: number) => unknown} */
export function winningLine(line, size) {
  if (line.length === 0) {
    return nothing;
  }
  const from = spot(line[0], size);
  const to = spot(line[line.length - 1], size);
  return svg`
    <g class="winning">
      <line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y}/>
      ${line.map((point) => {
        const { x, y } = spot(point, size);
        return svg`<circle cx=${x} cy=${y} r=".465"/>`;
      })}
    </g>`;
}

/**
 * A stone in the air over the point that a finger chose, with lines to see past the finger.
 *
 * @type {(point: string, seat: Seat, size: number) => unknown}
 */
export function aiming(point, seat, size) {
  const { x, y } = spot(point, size);
  const far = MARGIN + size - 1;
  return svg`
    <path class="crosshair" d=${`M${MARGIN} ${y}H${far}M${x} ${MARGIN}V${far}`}/>
    ${stone(point, seat, size, 'aimed')}`;
}
