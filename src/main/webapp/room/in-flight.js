import { backoff } from './comeback.js';

/**
 * Commands that have no final answer yet, in the order in which they were given. Those that were put off go out again
 * after a pause, which grows with every failure.
 */
export class InFlight {
  #transmit;
  #random;
  #commands = new Map();
  #putOff = new Set();
  #failures = 0;
  #timer = null;

  /**
   * @param {(command) => void} transmit sends a command now
   * @param {() => number} random a number from 0 up to 1
   */
  constructor(transmit, random) {
    this.#transmit = transmit;
    this.#random = random;
  }

  get commands() {
    return [...this.#commands.values()];
  }

  /** Whether a command was put off and has no other answer since, on whatever line. */
  get delayed() {
    return this.#putOff.size > 0;
  }

  get(id) {
    return this.#commands.get(id);
  }

  add(command) {
    this.#commands.set(command.id, command);
  }

  /** The command has its final answer, or is given up. */
  remove(id) {
    this.#commands.delete(id);
    this.#putOff.delete(id);
    if (!this.delayed) {
      this.rest();
      this.#failures = 0;
    }
  }

  /** The server can't do the command right now, or can't tell whether it did: it must be asked again. */
  putOff(id) {
    this.#putOff.add(id);
    if (this.#timer === null) {
      this.#timer = setTimeout(() => this.hurry(), backoff(this.#failures, this.#random));
      this.#failures += 1;
    }
  }

  /** Ends a pause: nothing newer may overtake what was put off. */
  hurry() {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.commands.filter(({ id }) => this.#putOff.has(id)).forEach((command) => this.#transmit(command));
    }
  }

  /** Ends a pause without a word: there is nothing to wait for, or no line, and the next one takes everything along. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }
}
