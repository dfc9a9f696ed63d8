import { html, nothing } from 'lit';
import { languageTag, t } from '../i18n/index.js';
import { turns, wayOf } from '../room/replay.js';
import { elapsed } from './elapsed.js';
import { PageElement } from './element.js';
import { stepSpeech, stepText } from './words.js';

/**
 * The moves and throws of this game with their times, the one on the board in view. Fires `look` (detail: how many moves
 * are to be on the board) and `step` (detail: the way).
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
          ${turns(this.moves).map((steps, index) => this.#turn(steps, index + 1))}
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
  #turn(steps, number) {
    const last = this.moves[steps.at(-1)];
    const colour = this.game.moveColour?.(last) ?? last.seat;
    return html`
      <li ?data-with-dice=${steps.length > 1}>
        <small>${number}</small><i class="dot ${colour}"></i>${steps.map((index) => this.#step(index + 1))}
        ${this.#isTimed
          ? html`<time title=${new Date(last.at).toLocaleString(languageTag())}>${elapsed(last.at - this.since)}</time>`
          : nothing}
      </li>`;
  }

  #step(number) {
    const step = this.moves[number - 1];
    return html`
      <button
        tabindex="-1"
        data-move=${number}
        ?data-roll=${step.dice}
        ?data-forced=${step.forced}
        aria-current=${number === this.shown ? 'true' : nothing}
        aria-label=${t('moves.item', { number, seat: t(step.seat), move: stepSpeech(step, this.game) })}
        @click=${() => this.dispatchEvent(new CustomEvent('look', { detail: number }))}
      >
        ${stepText(step, this.game)}
      </button>`;
  }

  #key(event) {
    const way = event.altKey || event.ctrlKey || event.metaKey ? undefined : wayOf(event.key);
    if (way) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('step', { detail: way }));
    }
  }
}

customElements.define('move-list', MoveList);
