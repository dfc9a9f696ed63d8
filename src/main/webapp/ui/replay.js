import { t } from '../i18n/index.js';
import { readMove, withoutMove } from '../room/address.js';
import { ForbiddenMoves } from '../room/forbidden-moves.js';
import { follow, gameOf, go, numberOf, playOnFrom, resultAt, seek, shownAt, unseenMoves } from '../room/replay.js';
import { announce } from './announce.js';
import { endText, plySpeech, statusText } from './words.js';

/**
 * @import { GameView } from '../games/types.d.ts'
 * @import { Direction } from '../room/replay.js'
 * @import { Room } from '../room/room.js'
 * @import { ReplayCursor } from '../room/types.d.ts'
 */

/** @type {(path: string) => Promise<Record<string, string[]>>} */
async function fetchForbidden(path) {
  const response = await fetch(new URL(path, document.baseURI));
  /** @type {unknown} */
  const forbidden = response.ok ? await response.json() : {};
  return /** @type {Record<string, string[]>} */ (forbidden);
}

/**
 * Looking back at a room's games: which of their positions the page shows. An address that ends in `#round=2&move=12`
 * shows that position. Fires `change` when another one is on show, or more is known of it.
 */
export class Replay extends EventTarget {
  #room;
  #view;
  /** @type {ReplayCursor | null} */
  #cursor = null;
  #forbiddenMoves = new ForbiddenMoves(fetchForbidden);
  /** The position that the page's address names; it waits until the moves are known. */
  #wanted = readMove(location.href);
  #followAddress = () => {
    this.#wanted = readMove(location.href);
    this.#settle();
  };

  /**
   * @param {Room} room
   * @param {() => GameView} view how the room's game is shown
   */
  constructor(room, view) {
    super();
    this.#room = room;
    this.#view = view;
    room.on('change', () => this.#settle());
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

  /** The game on show. */
  get game() {
    return gameOf(this.#cursor, this.#room.state);
  }

  /** How many moves are on the board. */
  get number() {
    return numberOf(this.#cursor, this.#room.state);
  }

  /** How many moves were played while the reader was looking back. */
  get unseenMoves() {
    return unseenMoves(this.#cursor, this.#room.state);
  }

  /** How the game ended, at its last move; null anywhere else. */
  get result() {
    return resultAt(this.#cursor, this.#room.state);
  }

  /** What the board shows. */
  get shown() {
    return shownAt(this.#cursor, this.#room.state);
  }

  /** The position on the board, if another room can play on from it, else null. */
  get playOnFrom() {
    return playOnFrom(this.#cursor, this.#room.state);
  }

  /** The places that were forbidden in a position of the past; empty until the server has told. */
  get forbidden() {
    const { room, options } = this.#room.state;
    const { position } = this.shown;
    const isAsked = !this.live && this.#view().forbids?.(options);
    return isAsked && room !== null && position !== null ? this.#forbiddenMoves.at(room, this.game, position) : [];
  }

  /** @param {Direction} direction */
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

  /** @param {ReplayCursor | null} cursor */
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
