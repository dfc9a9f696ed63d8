import { html } from 'lit';
import { t } from '../../i18n/index.js';
import { moveText } from './words.js';

/** @import { ButtonEvent } from '../../ui/element.js' */

const STAKES = ['single', 'gammon', 'backgammon'];

/**
 * The offers to resign the game at hand, which are no part of what the dice allow.
 *
 * @param {(move: string) => void} play
 */
export function concede(play) {
  const choose = (/** @type {ButtonEvent} */ { currentTarget }, /** @type {string} */ stake) => {
    currentTarget.closest('details')?.removeAttribute('open');
    play(`resign ${stake}`);
  };
  return html`
    <details class="concede">
      <summary data-testid="concede" aria-label=${t('backgammon.concede')} title=${t('backgammon.concede')}>⚑</summary>
      <div>
        <b>${t('backgammon.concede')}</b>
        ${STAKES.map(
          (stake) => html`
            <button data-testid="resign-${stake}" @click=${(/** @type {ButtonEvent} */ event) => choose(event, stake)}>
              ${moveText(`resign ${stake}`)}
            </button>`,
        )}
      </div>
    </details>`;
}
