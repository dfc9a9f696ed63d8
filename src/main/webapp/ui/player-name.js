import { html } from 'lit';
import { t } from '../i18n/index.js';
import { onDevice } from './storage.js';

const KEY = 'parlor:name';

const LONGEST_NAME = 40;

/** Where people type their name; it begins with the one that was used on this device before. */
export const nameField = () => html`
  <label class="field">
    <span>${t('new.name')}</span>
    <input
      name="name"
      data-testid="player-name"
      maxlength=${LONGEST_NAME}
      autocomplete="nickname"
      placeholder=${t('guest')}
      value=${onDevice.getItem(KEY) ?? ''}
    />
  </label>`;

/**
 * Remembers the name in a form's field, and returns it as the server takes it: without blanks around, null if there is none.
 *
 * @param {HTMLFormElement} form
 */
export function rememberName(form) {
  const field = form.elements.namedItem('name');
  const name = field instanceof HTMLInputElement ? field.value.trim() : '';
  onDevice.setItem(KEY, name);
  return name || null;
}
