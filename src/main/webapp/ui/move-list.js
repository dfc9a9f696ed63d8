import { html, nothing } from 'lit';
import { languageTag, t } from '../i18n/index.js';
import { directionOf, turns } from '../room/replay.js';
import { elapsed } from './elapsed.js';
import { PageElement } from './element.js';
import { plySpeech, plyText } from './words.js';

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

  firstUpdated() {
    this.#size.observe(this.querySelector('ol'));
  }

  updated(changed) {
    if (changed.has('moves') || changed.has('shown')) {
      this.#toCurrent();
    }
  }

  #toCurrent() {
    const list = this.querySelector('ol');
    const current = this.querySelector('[aria-current="true"]');
    if (current) {
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

  /** A row: a move, with the dice that belong to it. */
  #turn(plies, number) {
    const last = this.moves[plies.at(-1)];
    const colour = this.game.moveColour?.(last) ?? last.seat;
    return html`
      <li ?data-with-dice=${plies.length > 1}>
        <small>${number}</small><i class="dot ${colour}"></i>${plies.map((index) => this.#ply(index + 1))}
        ${this.#isTimed
          ? html`<time title=${new Date(last.at).toLocaleString(languageTag())}>${elapsed(last.at - this.since)}</time>`
          : nothing}
      </li>`;
  }

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

  #key(event) {
    const direction = event.altKey || event.ctrlKey || event.metaKey ? undefined : directionOf(event.key);
    if (direction) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('go', { detail: direction }));
    }
  }
}

customElements.define('move-list', MoveList);
