import { parseJson } from './json.js';

/**
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { DiceCommitment, SentSit } from './types.d.ts'
 *
 * @typedef {{token?: string | null, seat?: Seat, diceCommitment?: DiceCommitment | null, sit?: SentSit | null}} Held
 */

/**
 * What was kept, or nothing if something else wrote there: a seat that can't be read is a seat that is not held.
 *
 * @param {string | null} text
 * @returns {Held}
 */
function read(text) {
  try {
    return /** @type {Held | null} */ (parseJson(text ?? '{}')) ?? {};
  } catch {
    return {};
  }
}

/**
 * This tab's seat in one room. It lives in the session storage, which a reload keeps and another tab does not share, so
 * that a second tab of the same browser is a second player.
 */
export class Session {
  #storage;
  #key;
  /** @type {Held} */
  #held;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage
   * @param {string} key the name that the seat is kept under
   */
  constructor(storage, key) {
    this.#storage = storage;
    this.#key = key;
    this.#held = read(storage.getItem(key));
  }

  get token() {
    return this.#held.token ?? null;
  }

  get seat() {
    return this.#held.seat ?? null;
  }

  /** What the server was bound to of the dice when this player sat down, and what the player gave to them; or null. */
  get diceCommitment() {
    return this.#held.diceCommitment ?? null;
  }

  set diceCommitment(diceCommitment) {
    this.#hold({ ...this.#held, diceCommitment });
  }

  /**
   * A `sit` that has no answer yet, or null. Its token may already be the seat's, so a page that is loaded again asks with
   * it once more: nobody else can.
   */
  get sit() {
    return this.#held.sit ?? null;
  }

  set sit(sit) {
    this.#hold({ ...this.#held, sit });
  }

  /**
   * @param {Seat} seat
   * @param {string | null} token
   */
  keep(seat, token) {
    this.#hold({ ...this.#held, seat, token });
  }

  /**
   * The players changed colours; the token stays.
   *
   * @param {Seat} seat
   */
  changeSeat(seat) {
    this.keep(seat, this.token);
  }

  /** @param {Held} held */
  #hold(held) {
    this.#held = held;
    this.#storage.setItem(this.#key, JSON.stringify(held));
  }

  forget() {
    this.#held = {};
    this.#storage.removeItem(this.#key);
  }
}
