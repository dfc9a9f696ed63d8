import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement, required } from '../../ui/element.js';

/** @import { Play } from '../types.d.ts' */

/**
 * A position as its game writes it, broken into lines at each `/`, and the legal moves as buttons for the player to move.
 * Fires `play` (detail: the move). The board carries `data-position`, `data-last` and `data-playable`, its buttons `data-move`.
 */
class PlainBoard extends PageElement {
  static properties = {
    position: {},
    lastMove: {},
    dice: { attribute: false },
    playable: { type: Boolean },
    plays: { attribute: false },
    inFlight: {},
  };

  constructor() {
    super();
    /** @type {string} */
    this.position = required();
    /** @type {string | null} */
    this.lastMove = null;
    /** @type {number[] | null} */
    this.dice = null;
    this.playable = false;
    /** @type {Play[]} */
    this.plays = [];
    /** @type {string | null} */
    this.inFlight = null;
  }

  render() {
    return html`
      <div
        class="board plain"
        data-position=${this.position}
        data-last=${this.lastMove ?? nothing}
        ?data-playable=${this.playable}
      >
        <pre role="img" tabindex="0" aria-label=${t('plain.board', { position: this.position })}>${this.#rows}</pre>
        ${this.lastMove ? html`<p>${t('plain.last', { move: this.lastMove })}</p>` : nothing}
        ${this.dice ? html`<p>${t('plain.dice', { dice: this.dice.join('-') })}</p>` : nothing}
        ${this.playable || this.inFlight !== null ? this.#moves() : nothing}
      </div>`;
  }

  get #rows() {
    return this.position.split('/').join('\n');
  }

  #moves() {
    return html`
      <div class="moves-to-play" role="group" aria-label=${t('plain.moves')}>
        ${this.plays.map(
          ({ move }) => html`
            <button
              data-move=${move}
              ?disabled=${!this.playable}
              @click=${() => this.dispatchEvent(new CustomEvent('play', { detail: move }))}
            >
              ${move}
            </button>`,
        )}
      </div>`;
  }
}

customElements.define('plain-board', PlainBoard);
