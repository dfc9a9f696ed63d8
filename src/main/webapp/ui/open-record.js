import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { LARGEST, importAddress, textOf } from '../room/record.js';
import { announce } from './announce.js';
import { PageElement } from './element.js';
import { formatsByGame } from './formats.js';
import { serverText } from './words.js';

/** Opens a game from a file that is chosen or dropped. Fires `open` (detail: the name of the game's room). */
class OpenRecord extends PageElement {
  static properties = { formats: { state: true }, over: { state: true }, reading: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.formats = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    this.formats = [...new Set(Object.values(await formatsByGame()).flat())];
  }

  render() {
    return html`
      <section
        class="card"
        aria-labelledby="open-title"
        ?data-over=${this.over}
        @dragover=${this.#drag}
        @dragleave=${() => (this.over = false)}
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

  #drag(event) {
    event.preventDefault();
    this.over = true;
  }

  #drop(event) {
    event.preventDefault();
    this.over = false;
    this.#read(event.dataTransfer.files[0]);
  }

  async #choose({ target }) {
    await this.#read(target.files[0]);
    // The same file can be chosen again, once it is mended.
    target.value = '';
  }

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

  /** @returns {Promise<object | null>} what went wrong */
  async #send(file) {
    try {
      const address = new URL(importAddress(file.name, this.formats), document.baseURI);
      const headers = { 'Content-Type': 'text/plain;charset=utf-8' };
      const body = textOf(await file.arrayBuffer());
      const response = await fetch(address, { method: 'POST', headers, body });
      const answer = await response.json();
      if (response.ok) {
        this.dispatchEvent(new CustomEvent('open', { detail: answer.room }));
        return null;
      }
      if (response.status !== 400) {
        return { key: 'open.busy', detail: answer.reason };
      }
      const key = answer.line ? 'open.broken.line' : 'open.broken';
      return { key, values: { name: file.name, line: answer.line }, detail: answer.reason };
    } catch {
      return { key: 'open.busy' };
    }
  }
}

customElements.define('open-record', OpenRecord);
