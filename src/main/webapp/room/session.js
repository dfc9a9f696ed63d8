/** What was kept, or nothing if something else wrote there: a seat that can't be read is a seat that is not held. */
function read(text) {
  try {
    return JSON.parse(text ?? '{}') ?? {};
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

  /** What the server has promised of the dice, and what the player gave to them: `{round, commitment, entropy}`, or null. */
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

  keep(seat, token) {
    this.#hold({ ...this.#held, seat, token });
  }

  /** The players changed colours; the token stays. */
  changeSeat(seat) {
    this.keep(seat, this.token);
  }

  #hold(held) {
    this.#held = held;
    this.#storage.setItem(this.#key, JSON.stringify(held));
  }

  forget() {
    this.#held = {};
    this.#storage.removeItem(this.#key);
  }
}
