import { html } from 'lit';
import { styleMap } from 'lit-html/directives/style-map.js';
import { HEIGHT, WIDTH, pointAt, target } from './geometry.js';
import { changes, countOn } from './scene.js';
import { cellText } from './words.js';

/** @import { Scene } from './scene.js' */

/** @type {(part: number, whole: number) => string} */
const percent = (part, whole) => `${(part / whole) * 100}%`;

/**
 * A place on the board for mouse, finger, keyboard and screen reader: over the picture, with all that is to be known of it.
 *
 * @param {string} cell
 * @param {Scene} scene
 * @param {boolean} current whether the keyboard is here
 */
export function gridcell(cell, scene, current) {
  const { orientation, position, active, draft } = scene;
  const { x, y, width, height } = target(cell, orientation);
  const point = active ? pointAt(cell, position.onRoll, orientation.view) : null;
  const place = {
    left: percent(x, WIDTH),
    top: percent(y, HEIGHT),
    width: percent(width, WIDTH),
    height: percent(height, HEIGHT),
  };
  return html`<div
    role="gridcell"
    style=${styleMap(place)}
    data-point=${cell}
    data-black=${countOn(cell, 'black', scene)}
    data-white=${countOn(cell, 'white', scene)}
    ?data-movable=${point !== null && draft.movable.has(point)}
    ?data-picked=${point !== null && draft.picked === point}
    ?data-goal=${point !== null && draft.goals.has(point)}
    ?data-last=${!draft.started && changes(scene)?.to.has(cell)}
    aria-label=${cellText(cell, scene)}
    tabindex=${current ? 0 : -1}
  ></div>`;
}
