import { LitElement } from 'lit';
import { languageChanges } from '../i18n/index.js';

/**
 * @typedef {Event & {currentTarget: HTMLInputElement}} FieldEvent what a field tells its listeners
 * @typedef {Event & {currentTarget: HTMLElement}} ButtonEvent what a button or a link tells its listeners
 * @typedef {Event & {target: HTMLElement}} CellEvent what a grid hears from its cells
 */

/**
 * The value of a property that whoever uses an element must set, until they have.
 *
 * @template T
 * @returns {T}
 */
export const required = () => /** @type {T} */ (/** @type {unknown} */ (undefined));

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

  /**
   * A part of this element that is there once it has been rendered.
   *
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} kind such as `HTMLInputElement`
   * @returns {T}
   */
  find(selector, kind) {
    const found = this.querySelector(selector);
    if (!(found instanceof kind)) {
      throw new Error(`${this.localName} has no ${selector}`);
    }
    return found;
  }
}
