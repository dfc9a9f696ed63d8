import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { PageElement } from './element.js';

/** The moves of this game, the latest in view. */
class MoveList extends PageElement {
  static properties = { moves: { attribute: false }, game: { attribute: false } };

  updated() {
    const list = this.querySelector('ol');
    list.scrollTop = list.scrollHeight;
  }

  render() {
    return html`
      <section class="card moves" aria-labelledby="moves-title">
        <h2 id="moves-title">${t('moves.title')}</h2>
        <ol tabindex="0" aria-labelledby="moves-title" data-testid="moves">
          ${this.moves.map(({ seat, move }, index) => this.#move(seat, this.game.describeMove(move), index + 1))}
        </ol>
        ${this.moves.length === 0 ? html`<p class="hint">${t('moves.none')}</p>` : nothing}
      </section>`;
  }

  #move(seat, move, number) {
    return html`
      <li ?data-latest=${number === this.moves.length}>
        <span class="visually-hidden">${t('moves.item', { number, seat: t(seat), move })}</span>
        <span aria-hidden="true"><small>${number}</small><i class="dot ${seat}"></i>${move}</span>
      </li>`;
  }
}

customElements.define('move-list', MoveList);
