import { html, nothing } from 'lit';
import { languageTag, t } from '../i18n/index.js';
import { directionOf, turns } from '../room/replay.js';
import { elapsed } from './elapsed.js';
import { PageElement, required } from './element.js';
import { plySpeech, plyText } from './words.js';

/**
 * @import { PropertyValues } from 'lit'
 * @import { GameView } from '../games/types.d.ts'
 * @import { Ply } from '../room/types.d.ts'
 */

/**
 * The moves and throws of this game with their times, the one on the board in view. Fires `look` (detail: how many moves
 * are to be on the board) and `go` (detail: the direction).
 */
class MoveList extends PageElement {
  static properties = {
    moves: { attribute: false },
    /** When the game began, in milliseconds since 1970. */
    since: { type: Number },
    /** How many moves are on the board. */
    shown: { type: Number },
    game: { attribute: false },
  };

  #size = new ResizeObserver(() => this.#toCurrent());

  constructor() {
    super();
    /** @type {Ply[]} */
    this.moves = [];
    this.since = 0;
    this.shown = 0;
    /** @type {GameView} */
    this.game = required();
  }

  firstUpdated() {
    this.#size.observe(this.find('ol', HTMLElement));
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has('moves') || changed.has('shown')) {
      this.#toCurrent();
    }
  }

  #toCurrent() {
    const list = this.find('ol', HTMLElement);
    const current = this.querySelector('[aria-current="true"]');
    if (current instanceof HTMLElement) {
      list.scrollTop = current.offsetTop - (list.clientHeight - current.offsetHeight) / 2;
    }
  }

  render() {
    return html`
      <section class="card moves" aria-labelledby="moves-title">
        <h2 id="moves-title">${t('moves.title')}</h2>
        <ol
          tabindex="0"
          aria-labelledby="moves-title"
          aria-describedby="moves-keys"
          data-testid="moves"
          @keydown=${this.#key}
        >
          ${turns(this.moves).map((plies, index) => this.#turn(plies, index + 1))}
        </ol>
        <p id="moves-keys" class=${this.moves.length === 0 ? 'hint' : 'visually-hidden'}>
          ${t(this.moves.length === 0 ? 'moves.none' : 'moves.keys')}
        </p>
      </section>`;
  }

  /** A game that was read from a file may not tell its times. */
  get #isTimed() {
    return this.moves.some(({ at }) => at > this.since);
  }

  /**
   * A row: a move, with the dice that belong to it.
   *
   * @param {number[]} plies their indices
   * @param {number} number
   */
  #turn(plies, number) {
    const last = this.moves[plies[plies.length - 1]];
    const colour = this.game.moveColour?.(last) ?? last.seat;
    return html`
      <li ?data-with-dice=${plies.length > 1}>
        <small>${number}</small><i class="dot ${colour}"></i>${plies.map((index) => this.#ply(index + 1))}
        ${this.#isTimed
          ? html`<time title=${new Date(last.at).toLocaleString(languageTag())}>${elapsed(last.at - this.since)}</time>`
          : nothing}
      </li>`;
  }

  /** @param {number} number */
  #ply(number) {
    const ply = this.moves[number - 1];
    return html`
      <button
        tabindex="-1"
        data-move=${number}
        ?data-roll=${ply.dice}
        ?data-forced=${ply.forced}
        aria-current=${number === this.shown ? 'true' : nothing}
        aria-label=${t('moves.item', { number, seat: t(ply.seat), move: plySpeech(ply, this.game) })}
        @click=${() => this.dispatchEvent(new CustomEvent('look', { detail: number }))}
      >
        ${plyText(ply, this.game)}
      </button>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const direction = event.altKey || event.ctrlKey || event.metaKey ? undefined : directionOf(event.key);
    if (direction) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('go', { detail: direction }));
    }
  }
}

customElements.define('move-list', MoveList);
