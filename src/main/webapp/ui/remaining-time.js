import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { elapsed } from './elapsed.js';
import { PageElement, required } from './element.js';

/** @import { Clock, Seat } from '../protocol/fields.d.ts' */

const TICK_MS = 250;

/**
 * What is left of a seat's time. A clock that runs is counted down from the moment when it was heard of; what decides is the
 * server's.
 */
class RemainingTime extends PageElement {
  static properties = { clock: { attribute: false }, seat: {} };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #tick;
  #heardAt = 0;

  constructor() {
    super();
    /** @type {Clock} */
    this.clock = required();
    /** @type {Seat} */
    this.seat = required();
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('clock')) {
      this.#heardAt = performance.now();
    }
  }

  updated() {
    clearTimeout(this.#tick);
    if (this.#runs && this.isConnected) {
      this.#tick = setTimeout(() => this.requestUpdate(), TICK_MS);
    }
  }

  disconnectedCallback() {
    clearTimeout(this.#tick);
    super.disconnectedCallback();
  }

  get #runs() {
    return this.clock.running.includes(this.seat);
  }

  render() {
    const { left, periods } = this.clock;
    const rest = left[this.seat] - (this.#runs ? performance.now() - this.#heardAt : 0);
    const more = periods?.[this.seat] ?? 0;
    return html`
      <time data-testid="time-${this.seat}" ?data-running=${this.#runs} role="timer" aria-label=${t('players.time')}>
        ${elapsed(Math.max(0, rest))}${more > 0 ? html` <small>+${more}</small>` : nothing}
      </time>`;
  }
}

customElements.define('remaining-time', RemainingTime);
