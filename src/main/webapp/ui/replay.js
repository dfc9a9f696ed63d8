import { t } from '../i18n/index.js';
import { readMove, withoutMove } from '../room/address.js';
import { Fouls } from '../room/fouls.js';
import { endOf, follow, gameOf, lookAt, news, numberOf, playOnFrom, sight, step } from '../room/replay.js';
import { announce } from './announce.js';
import { endText, statusText, stepSpeech } from './words.js';

async function fetchJson(path) {
  const response = await fetch(new URL(path, document.baseURI));
  return response.ok ? response.json() : {};
}

/**
 * Looking back at a room's games: which of their positions the page shows. An address that ends in `#round=2&move=12`
 * shows that position. Fires `change` when another one is on show, or more is known of it.
 */
export class Replay extends EventTarget {
  #room;
  #view;
  #look = null;
  #fouls = new Fouls(fetchJson);
  /** The position that the page's address names; it waits until the moves are known. */
  #wanted = readMove(location.href);
  #followAddress = () => {
    this.#wanted = readMove(location.href);
    this.#settle();
  };

  /**
   * @param {import('../room/room.js').Room} room
   * @param {() => import('../games/index.js').GameView} view how the room's game is shown
   */
  constructor(room, view) {
    super();
    this.#room = room;
    this.#view = view;
    room.addEventListener('change', () => this.#settle());
    this.#fouls.addEventListener('change', () => this.#changed());
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

  /** The game on show: `{round, seats, start, moves, result}`. */
  get game() {
    return gameOf(this.#look, this.#room.state);
  }

  /** How many moves are on the board. */
  get number() {
    return numberOf(this.#look, this.#room.state);
  }

  /** How many moves were played while the reader was looking back. */
  get news() {
    return this.live ? 0 : news(this.#look, this.#room.state);
  }

  /** How the game ended, at its last move; null anywhere else. */
  get end() {
    return endOf(this.#look, this.#room.state);
  }

  /** What the board shows: `{position, lastMove, line}`. */
  get sight() {
    return sight(this.#look, this.#room.state);
  }

  /** The position on the board, if another room can play on from it, else null. */
  get playOnFrom() {
    return playOnFrom(this.#look, this.#room.state);
  }

  /** The places that were forbidden in a position of the past; empty until the server has told. */
  get forbidden() {
    const { state } = this.#room;
    const isAsked = !this.live && this.#view().forbids?.(state.options);
    return isAsked ? this.#fouls.at(state.room, this.game, this.sight.position) : [];
  }

  /** @param {string} way `first`, `back`, `forward` or `last` */
  step(way) {
    this.#show(step(this.#look, this.#room.state, way));
  }

  /**
   * @param {number} number of moves
   * @param {number} [round] of which game; of the one on show if left out
   */
  show(number, round = this.game.round) {
    this.#show(lookAt(this.#look, this.#room.state, number, round));
  }

  /** Back to the game as it stands. */
  toGame() {
    this.#show(null);
  }

  #show(look) {
    if (readMove(location.href)) {
      // What the address names is no longer what is on show.
      history.replaceState(null, '', withoutMove(location.href));
    }
    this.#look = look;
    this.#announce();
    this.#changed();
  }

  #settle() {
    const { state, online } = this.#room;
    const before = this.#look;
    this.#look = follow(before, state);
    if (online && this.#wanted !== null) {
      this.#look = lookAt(null, state, this.#wanted.number, this.#wanted.round);
      this.#wanted = null;
    }
    if (this.#look !== before) {
      this.#announce();
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #announce() {
    const { state, seat } = this.#room;
    const { number, game, end } = this;
    if (this.live) {
      announce(`${t('replay.returned')} ${statusText(state, seat)}`);
    } else if (number === 0) {
      announce(t('replay.at-start'));
    } else {
      const step = game.moves[number - 1];
      announce(t('moves.item', { number, seat: t(step.seat), move: stepSpeech(step, this.#view()) }));
    }
    if (!this.live && end) {
      announce(endText(game));
    }
  }
}
