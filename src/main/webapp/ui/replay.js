import { t } from '../i18n/index.js';
import { readMove } from '../room/address.js';
import { follow, lookAt, news, numberOf, sight, step } from '../room/replay.js';
import { announce } from './announce.js';
import { statusText } from './words.js';

/**
 * Looking back at a room's game: which of its positions the page shows. An address that ends in `#move=12` shows that
 * position. Fires `change` when another one is on show.
 */
export class Replay extends EventTarget {
  #room;
  #describe;
  #look = null;
  /** The position that the page's address names; it waits until the moves are known. */
  #wanted = readMove(location.href);
  #followAddress = () => {
    this.#wanted = readMove(location.href);
    this.#settle();
  };

  /**
   * @param {import('../room/room.js').Room} room
   * @param {(step: object) => string} describe a move or a throw in words
   */
  constructor(room, describe) {
    super();
    this.#room = room;
    this.#describe = describe;
    room.addEventListener('change', () => this.#settle());
  }

  open() {
    addEventListener('hashchange', this.#followAddress);
  }

  close() {
    removeEventListener('hashchange', this.#followAddress);
  }

  /** Whether the board shows the game as it stands. */
  get live() {
    return this.#look === null;
  }

  /** How many moves are on the board. */
  get number() {
    return numberOf(this.#look, this.#room.state);
  }

  /** How many moves were played while the reader was looking back. */
  get news() {
    return this.live ? 0 : news(this.#look, this.#room.state);
  }

  /** What the board shows: `{position, lastMove, line}`. */
  get sight() {
    return sight(this.#look, this.#room.state);
  }

  /** @param {string} way `first`, `back`, `forward` or `last` */
  step(way) {
    this.#show(step(this.#look, this.#room.state, way));
  }

  /** @param {number} number of moves */
  show(number) {
    this.#show(lookAt(this.#look, this.#room.state, number));
  }

  #show(look) {
    if (location.hash) {
      // What the address names is no longer what is on show.
      history.replaceState(null, '', location.href.split('#')[0]);
    }
    this.#look = look;
    this.#announce();
    this.dispatchEvent(new Event('change'));
  }

  #settle() {
    const { state, online } = this.#room;
    const before = this.#look;
    this.#look = follow(before, state);
    if (online && this.#wanted !== null) {
      this.#look = lookAt(null, state, this.#wanted);
      this.#wanted = null;
    }
    if (this.#look !== before) {
      this.#announce();
      this.dispatchEvent(new Event('change'));
    }
  }

  #announce() {
    const { state, seat } = this.#room;
    const { number } = this;
    if (this.live) {
      announce(`${t('replay.returned')} ${statusText(state, seat)}`);
    } else if (number === 0) {
      announce(t('replay.at-start'));
    } else {
      const step = state.moves[number - 1];
      announce(t('moves.item', { number, seat: t(step.seat), move: this.#describe(step) }));
    }
  }
}
