import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { PageElement, required } from './element.js';
import { phaseText } from './words.js';

/** @import { Phase } from '../room/types.d.ts' */

/** The state of the connection, with a countdown to the next attempt. Fires `retry` and `watch`. */
class ConnectionStatus extends PageElement {
  static properties = { phase: { attribute: false } };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #tick;

  constructor() {
    super();
    /** @type {Phase} */
    this.phase = required();
  }

  updated() {
    clearTimeout(this.#tick);
    if (this.phase.name === 'waiting' && this.isConnected) {
      this.#tick = setTimeout(() => this.requestUpdate(), 250);
    }
  }

  disconnectedCallback() {
    clearTimeout(this.#tick);
    super.disconnectedCallback();
  }

  render() {
    const { phase } = this;
    const until = phase.name === 'waiting' ? phase.until : 0;
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    const why = phase.name === 'closed' ? phase.why : null;
    const trouble = phase.name !== 'online' && !(phase.name === 'connecting' && phase.attempt === 0);
    return html`
      <div
        class="connection"
        data-testid="connection"
        data-phase=${phase.name}
        data-why=${why ?? nothing}
        ?data-trouble=${trouble}
      >
        <i class="lamp" aria-hidden="true"></i>
        <span>${phaseText(phase, seconds)}</span>
        ${phase.name === 'waiting' ? this.#button('retry', t('phase.retry')) : nothing}
        ${why === 'taken-over' ? this.#button('watch', t('phase.watch')) : nothing}
      </div>`;
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #button(name, text) {
    return html`<button data-testid=${name} @click=${() => this.dispatchEvent(new Event(name))}>${text}</button>`;
  }
}

customElements.define('connection-status', ConnectionStatus);
