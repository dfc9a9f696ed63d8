import { html } from 'lit';
import { LANGUAGES, chooseLanguage, language, languageTag, t, useLanguage } from '../i18n/index.js';
import { PageElement } from './element.js';
import { onDevice } from './storage.js';

/** @import { Language } from '../i18n/index.js' */

const KEY = 'parlor:language';

/** @param {Language} chosen */
function use(chosen) {
  useLanguage(chosen);
  document.documentElement.lang = languageTag();
}

/** Starts in the language that the reader chose here before, else in the browser's. */
export function startLanguage() {
  use(chooseLanguage(onDevice.getItem(KEY), navigator.languages));
}

class LanguagePicker extends PageElement {
  render() {
    return html`
      <label class="language">
        <span class="visually-hidden">${t('language.label')}</span>
        <select data-testid="language" @change=${this.#change}>
          ${Object.entries(LANGUAGES).map(
            ([code, texts]) =>
              html`<option value=${code} ?selected=${code === language()}>${texts['language.name']}</option>`,
          )}
        </select>
      </label>`;
  }

  /** @param {Event & {currentTarget: HTMLSelectElement}} event */
  #change({ currentTarget }) {
    onDevice.setItem(KEY, currentTarget.value);
    use(chooseLanguage(currentTarget.value, []));
  }
}

customElements.define('language-picker', LanguagePicker);
