const PING_MS = 15_000;
const DEAD_MS = 10_000;

/** Notices that a connection has gone quiet: asks for a sign of life, and gives it up when none comes. */
export class Heartbeat {
  #ask;
  #giveUp;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} ask
   * @param {() => void} giveUp
   */
  constructor(ask, giveUp) {
    this.#ask = ask;
    this.#giveUp = giveUp;
  }

  /** Something arrived, or an attempt began. */
  beat() {
    this.stop();
    this.#timer = setTimeout(() => this.check(), PING_MS);
  }

  /** Asks now. */
  check() {
    this.stop();
    this.#ask();
    this.#timer = setTimeout(this.#giveUp, DEAD_MS);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
