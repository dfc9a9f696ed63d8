import { html } from 'lit';
import { extent, gradients, grid, stone } from './drawing.js';

const SIZE = 7;
const BLACK = ['d4', 'e5', 'c3', 'e3', 'f6'];
const WHITE = ['d5', 'c4', 'e4', 'd2', 'b2'];

/** A corner of a game, for the start page. */
export function illustration() {
  const side = extent(SIZE);
  return html`
    <svg viewBox="0.5 0.5 ${side - 1} ${side - 1}" focusable="false">
      ${gradients} ${grid(SIZE)}
      ${BLACK.map((point) => stone(point, 'black', SIZE))} ${WHITE.map((point) => stone(point, 'white', SIZE))}
    </svg>`;
}
