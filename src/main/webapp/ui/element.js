import { LitElement } from 'lit';
import { languageChanges } from '../i18n/index.js';

/** What all elements of the page share: they render into the page itself, and again when the language changes. */
export class PageElement extends LitElement {
  #languageChanged = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    languageChanges.addEventListener('change', this.#languageChanged);
  }

  disconnectedCallback() {
    languageChanges.removeEventListener('change', this.#languageChanged);
    super.disconnectedCallback();
  }
}
