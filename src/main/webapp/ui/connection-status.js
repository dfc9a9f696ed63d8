import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { PageElement } from './element.js';
import { phaseText } from './words.js';

/** The state of the connection, with a countdown to the next attempt. Fires `retry` and `watch`. */
class ConnectionStatus extends PageElement {
  static properties = { phase: { attribute: false } };

  #tick = null;

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
    const seconds = Math.max(0, Math.ceil(((phase.until ?? 0) - Date.now()) / 1000));
    const trouble = phase.name !== 'online' && phase.attempt !== 0;
    return html`
      <div
        class="connection"
        data-testid="connection"
        data-phase=${phase.name}
        data-why=${phase.why ?? nothing}
        ?data-trouble=${trouble}
      >
        <i class="lamp" aria-hidden="true"></i>
        <span>${phaseText(phase, seconds)}</span>
        ${phase.name === 'waiting' ? this.#button('retry', t('phase.retry')) : nothing}
        ${phase.why === 'taken-over' ? this.#button('watch', t('phase.watch')) : nothing}
      </div>`;
  }

  #button(name, text) {
    return html`<button data-testid=${name} @click=${() => this.dispatchEvent(new Event(name))}>${text}</button>`;
  }
}

customElements.define('connection-status', ConnectionStatus);
