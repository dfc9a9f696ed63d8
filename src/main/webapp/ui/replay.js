import { t } from '../i18n/index.js';
import { readMove, withoutMove } from '../room/address.js';
import { ForbiddenMoves } from '../room/forbidden-moves.js';
import { follow, gameOf, go, numberOf, playOnFrom, resultAt, seek, shownAt, unseenMoves } from '../room/replay.js';
import { announce } from './announce.js';
import { endText, statusText, plySpeech } from './words.js';

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
  #cursor = null;
  #forbiddenMoves = new ForbiddenMoves(fetchJson);
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
    this.#forbiddenMoves.addEventListener('change', () => this.#changed());
  }

  open() {
    addEventListener('hashchange', this.#followAddress);
  }

  close() {
    removeEventListener('hashchange', this.#followAddress);
  }

  /** Whether the board shows the game as it stands. */
  get live() {
    return this.#cursor === null;
  }

  /** The game on show: `{round, seats, start, moves, result}`. */
  get game() {
    return gameOf(this.#cursor, this.#room.state);
  }

  /** How many moves are on the board. */
  get number() {
    return numberOf(this.#cursor, this.#room.state);
  }

  /** How many moves were played while the reader was looking back. */
  get unseenMoves() {
    return this.live ? 0 : unseenMoves(this.#cursor, this.#room.state);
  }

  /** How the game ended, at its last move; null anywhere else. */
  get result() {
    return resultAt(this.#cursor, this.#room.state);
  }

  /** What the board shows: `{position, lastMove, line}`. */
  get shown() {
    return shownAt(this.#cursor, this.#room.state);
  }

  /** The position on the board, if another room can play on from it, else null. */
  get playOnFrom() {
    return playOnFrom(this.#cursor, this.#room.state);
  }

  /** The places that were forbidden in a position of the past; empty until the server has told. */
  get forbidden() {
    const { state } = this.#room;
    const isAsked = !this.live && this.#view().forbids?.(state.options);
    return isAsked ? this.#forbiddenMoves.at(state.room, this.game, this.shown.position) : [];
  }

  /** @param {string} direction `first`, `back`, `forward` or `last` */
  go(direction) {
    this.#show(go(this.#cursor, this.#room.state, direction));
  }

  /**
   * @param {number} number of moves
   * @param {number} [round] of which game; of the one on show if left out
   */
  show(number, round = this.game.round) {
    this.#show(seek(this.#cursor, this.#room.state, number, round));
  }

  /** Back to the game as it stands. */
  toGame() {
    this.#show(null);
  }

  #show(cursor) {
    if (readMove(location.href)) {
      // What the address names is no longer what is on show.
      history.replaceState(null, '', withoutMove(location.href));
    }
    this.#cursor = cursor;
    this.#announce();
    this.#changed();
  }

  #settle() {
    const { state, online } = this.#room;
    const before = this.#cursor;
    this.#cursor = follow(before, state);
    if (online && this.#wanted !== null) {
      this.#cursor = seek(null, state, this.#wanted.number, this.#wanted.round);
      this.#wanted = null;
    }
    if (this.#cursor !== before) {
      this.#announce();
      this.#changed();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  #announce() {
    const { state, seat } = this.#room;
    const { number, game, result } = this;
    if (this.live) {
      announce(`${t('replay.returned')} ${statusText(state, seat)}`);
    } else if (number === 0) {
      announce(t('replay.at-start'));
    } else {
      const ply = game.moves[number - 1];
      announce(t('moves.item', { number, seat: t(ply.seat), move: plySpeech(ply, this.#view()) }));
    }
    if (!this.live && result) {
      announce(endText(game));
    }
  }
}
