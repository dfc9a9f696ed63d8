import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';

/** @import { Choice } from '../games/types.d.ts' */

/**
 * The moves that are no places on the board, as buttons for the player to move.
 *
 * @param {Choice[]} choices
 * @param {boolean} playable whether a move can be sent now
 * @param {(move: string) => void} play
 */
export function turnChoices(choices, playable, play) {
  if (choices.length === 0) {
    return nothing;
  }
  return html`
    <section class="turn-choices" aria-label=${t('choices.title')}>
      ${choices.map(
        ({ move, label, hint }) => html`
          <button
            class="primary"
            data-testid="choice"
            data-move=${move}
            ?disabled=${!playable}
            @click=${() => play(move)}
          >
            <span>${label}</span>
            ${hint ? html`<small>${hint}</small>` : nothing}
          </button>`,
      )}
    </section>`;
}
