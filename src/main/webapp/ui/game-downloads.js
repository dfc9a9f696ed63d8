import { html } from 'lit';
import { hasText, t } from '../i18n/index.js';
import { logAddress, recordAddress } from '../room/record.js';
import { PageElement, required } from './element.js';
import { formatsByGame } from './served-games.js';

/**
 * @import { ButtonEvent } from './element.js'
 * @import { Formats } from './served-games.js'
 */

/** A game as a file, in every kind that the server has for it, and the log of its room. */
class GameDownloads extends PageElement {
  static properties = { room: {}, game: {}, round: { type: Number }, formats: { state: true } };

  constructor() {
    super();
    /** @type {string} */
    this.room = required();
    /** @type {string} */
    this.game = required();
    this.round = 1;
    /** @type {Formats} */
    this.formats = {};
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    this.formats = await formatsByGame();
  }

  render() {
    const formats = Object.hasOwn(this.formats, this.game) ? this.formats[this.game] : [];
    return html`
      <details class="downloads" data-testid="downloads">
        <summary class="button">${t('record.title')}</summary>
        <ul>
          ${formats.map((format) => this.#file(recordAddress(this.room, this.round, format), format))}
          ${this.#file(logAddress(this.room), 'json')}
        </ul>
      </details>`;
  }

  /**
   * @param {string} address
   * @param {string} format
   */
  #file(address, format) {
    const label = hasText(`record.${format}`) ? t(`record.${format}`) : format;
    return html`
      <li><a href=${address} download data-testid="download-${format}" @click=${this.#close}>${label}</a></li>`;
  }

  /** @param {ButtonEvent} event */
  #close({ currentTarget }) {
    currentTarget.closest('details')?.removeAttribute('open');
  }
}

customElements.define('game-downloads', GameDownloads);
