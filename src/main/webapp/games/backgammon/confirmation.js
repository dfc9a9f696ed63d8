import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { moveText } from './words.js';

/** @import { Draft } from './draft.js' */

/**
 * The buttons of a play under way.
 *
 * @param {Draft} draft
 * @param {{undo: () => void, undoAll: () => void, confirm: () => void}} handlers
 */
export const confirmation = ({ made, started, stage }, { undo, undoAll, confirm }) => html`
  <div class="confirmation">
    <button data-testid="undo" ?disabled=${!started} @click=${undo}>${t('backgammon.undo')}</button>
    ${stage.steps.length > 1
      ? html`<button data-testid="undo-all" @click=${undoAll}>${t('backgammon.undo-all')}</button>`
      : nothing}
    <button class="primary" data-testid="confirm-move" ?disabled=${made === null} @click=${confirm}>
      ${made === null ? t('backgammon.move') : t('backgammon.confirm', { play: moveText(made) })}
    </button>
  </div>`;
