import { html } from 'lit';
import { t } from '../i18n/index.js';

/**
 * Something that went wrong, until it is read.
 *
 * @param {{text: string, detail?: string, reason: string}} refusal in the reader's words, then in the server's
 * @param {() => void} close
 */
export const notice = ({ text, detail, reason }, close) => html`
  <div class="notice" data-testid="notice" data-reason=${reason}>
    <p>${text} <small lang="en">${detail}</small></p>
    <button class="quiet" aria-label=${t('close')} @click=${close}>✕</button>
  </div>`;
