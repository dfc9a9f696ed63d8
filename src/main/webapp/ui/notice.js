import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { refusalDetail, refusalText } from './words.js';

/** @import { Refusal } from '../room/types.d.ts' */

/**
 * Something that was refused, until it is read.
 *
 * @param {Refusal} refusal
 * @param {() => void} close
 */
export function notice({ reason, detail }, close) {
  const told = refusalDetail(reason, detail);
  return html`
    <div class="notice" data-testid="notice" data-reason=${reason}>
      <p>${refusalText(reason)} ${told ? html`<small lang="en">${told}</small>` : nothing}</p>
      <button class="quiet" aria-label=${t('close')} @click=${close}>✕</button>
    </div>`;
}
