import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { LARGEST, importAddress, textOf } from '../room/record.js';
import { announce } from './announce.js';
import { PageElement } from './element.js';
import { formatsByGame } from './served-games.js';
import { serverText } from './words.js';

/**
 * @import { FieldEvent } from './element.js'
 *
 * @typedef {object} Problem what went wrong
 * @property {string} key of a text
 * @property {Record<string, string | number | undefined>} [values] for the text
 * @property {string | undefined} [detail] the server's own sentence
 *
 * @typedef {{room: string}} Opened what the server answers if it has opened a file
 * @typedef {{reason?: string, line?: number}} Broken what it answers if it has not
 */

/** Opens a game from a file that is chosen or dropped. Fires `open` (detail: the name of the game's room). */
class OpenRecord extends PageElement {
  static properties = { formats: { state: true }, over: { state: true }, reading: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.formats = [];
    this.over = false;
    /**
     * The name of the file that is being read.
     *
     * @type {string | null}
     */
    this.reading = null;
    /** @type {Problem | null} */
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    this.formats = [...new Set(Object.values(await formatsByGame()).flat())];
  }

  render() {
    return html`
      <section
        class="card"
        aria-labelledby="open-title"
        ?data-over=${this.over}
        @dragover=${this.#drag}
        @dragleave=${this.#dragEnd}
        @drop=${this.#drop}
      >
        <h2 id="open-title">${t('open.title')}</h2>
        <p class="hint" id="open-about">${t('open.about', { formats: this.formats.join(', ') })}</p>
        <label class="button file">
          <input
            type="file"
            class="visually-hidden"
            data-testid="record-file"
            accept=${this.formats.map((format) => `.${format}`).join(',')}
            aria-describedby="open-about open-problem"
            ?disabled=${this.reading}
            @change=${this.#choose}
          />
          <span>${this.reading ? t('open.reading', { name: this.reading }) : t('open.choose')}</span>
        </label>
        <p id="open-problem" class="problem" role="alert" data-testid="record-error">${this.#problem()}</p>
      </section>`;
  }

  #problem() {
    if (!this.problem) {
      return nothing;
    }
    const { key, values, detail } = this.problem;
    const said = serverText(detail);
    return html`${t(key, values)} ${said ? html`<small lang="en">${said}</small>` : nothing}`;
  }

  /** @param {DragEvent} event */
  #drag(event) {
    event.preventDefault();
    this.over = true;
  }

  #dragEnd() {
    this.over = false;
  }

  /** @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    this.over = false;
    void this.#read(event.dataTransfer?.files[0]);
  }

  /** @param {FieldEvent} event */
  async #choose({ currentTarget: field }) {
    await this.#read(field.files?.[0]);
    // The same file can be chosen again, once it is mended.
    field.value = '';
  }

  /** @param {File} [file] */
  async #read(file) {
    if (!file || this.reading) {
      return;
    }
    this.reading = file.name;
    this.problem = null;
    announce(t('open.reading', { name: file.name }));
    this.problem = file.size > LARGEST ? { key: 'open.too-large', values: { name: file.name } } : await this.#send(file);
    this.reading = null;
  }

  /**
   * @param {File} file
   * @returns {Promise<Problem | null>}
   */
  async #send(file) {
    try {
      const address = new URL(importAddress(file.name, this.formats), document.baseURI);
      const headers = { 'Content-Type': 'text/plain;charset=utf-8' };
      const body = textOf(await file.arrayBuffer());
      const response = await fetch(address, { method: 'POST', headers, body });
      /** @type {unknown} */
      const answer = await response.json();
      if (response.ok) {
        this.dispatchEvent(new CustomEvent('open', { detail: /** @type {Opened} */ (answer).room }));
        return null;
      }
      const { reason, line } = /** @type {Broken} */ (answer);
      if (response.status !== 400) {
        return { key: 'open.busy', detail: reason };
      }
      const key = line ? 'open.broken.line' : 'open.broken';
      return { key, values: { name: file.name, line }, detail: reason };
    } catch {
      return { key: 'open.busy' };
    }
  }
}

customElements.define('open-record', OpenRecord);
