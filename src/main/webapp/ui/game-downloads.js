import { html } from 'lit';
import { hasText, t } from '../i18n/index.js';
import { logAddress, recordAddress } from '../room/record.js';
import { PageElement } from './element.js';
import { formatsByGame } from './formats.js';

/** A game as a file, in every kind that the server has for it, and the log of its room. */
class GameDownloads extends PageElement {
  static properties = { room: {}, game: {}, round: { type: Number }, formats: { state: true } };

  constructor() {
    super();
    this.formats = {};
  }

  async connectedCallback() {
    super.connectedCallback();
    this.formats = await formatsByGame();
  }

  render() {
    const formats = this.formats[this.game] ?? [];
    return html`
      <details class="downloads" data-testid="downloads">
        <summary class="button">${t('record.title')}</summary>
        <ul>
          ${formats.map((format) => this.#file(recordAddress(this.room, this.round, format), format))}
          ${this.#file(logAddress(this.room), 'json')}
        </ul>
      </details>`;
  }

  #file(address, format) {
    const label = hasText(`record.${format}`) ? t(`record.${format}`) : format;
    return html`
      <li><a href=${address} download data-testid="download-${format}" @click=${this.#close}>${label}</a></li>`;
  }

  #close({ currentTarget }) {
    currentTarget.closest('details').open = false;
  }
}

customElements.define('game-downloads', GameDownloads);
