import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { onDevice } from '../../ui/storage.js';

/** How the reader likes to see the board, remembered on this device. */

const MIRRORED = 'parlor:backgammon-mirrored';
const WATCHED = 'parlor:backgammon-view';

/**
 * @param {'black' | 'white' | null} seat the reader's own; who watches chooses whose view it is
 * @returns {import('./geometry.js').Orientation}
 */
export const orientationOf = (seat) => ({
  view: seat ?? (onDevice.getItem(WATCHED) === 'white' ? 'white' : 'black'),
  mirrored: onDevice.getItem(MIRRORED) === 'yes',
});

/** The buttons that change it. */
export function orientationButtons({ view, mirrored }, seat, changed) {
  const set = (key, value) => {
    onDevice.setItem(key, value);
    changed();
  };
  return html`
    ${seat === null
      ? button('turn', '⇅', () => set(WATCHED, view === 'black' ? 'white' : 'black'))
      : nothing}
    ${button('mirror', '⇄', () => set(MIRRORED, mirrored ? 'no' : 'yes'))}`;
}

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
