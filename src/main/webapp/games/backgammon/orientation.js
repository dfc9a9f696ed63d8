import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { onDevice } from '../../ui/storage.js';

/**
 * How the reader likes to see the board, remembered on this device.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { Orientation } from './geometry.js'
 */

const MIRRORED = 'parlor:backgammon-mirrored';
const WATCHED = 'parlor:backgammon-view';

/**
 * @param {Seat | null} seat the reader's own; who watches chooses whose view it is
 * @returns {Orientation}
 */
export const orientationOf = (seat) => ({
  view: seat ?? (onDevice.getItem(WATCHED) === 'white' ? 'white' : 'black'),
  mirrored: onDevice.getItem(MIRRORED) === 'yes',
});

/**
 * The buttons that change it.
 *
 * @param {Orientation} orientation
 * @param {Seat | null} seat the reader's own
 * @param {() => void} changed
 */
export function orientationButtons({ view, mirrored }, seat, changed) {
  const set = (/** @type {string} */ key, /** @type {string} */ value) => {
    onDevice.setItem(key, value);
    changed();
  };
  return html`
    ${seat === null
      ? button('turn', '⇅', () => set(WATCHED, view === 'black' ? 'white' : 'black'))
      : nothing}
    ${button('mirror', '⇄', () => set(MIRRORED, mirrored ? 'no' : 'yes'))}`;
}

/** @type {(name: string, sign: string, click: () => void) => unknown} */
const button = (name, sign, click) => html`
  <button
    class="quiet"
    data-testid=${name}
    title=${t(`backgammon.${name}`)}
    aria-label=${t(`backgammon.${name}`)}
    @click=${click}
  >
    ${sign}
  </button>`;
