import { backoff } from './reconnect-policy.js';

/** @import { SentCommand } from './types.d.ts' */

/**
 * Commands that have no final answer yet, in the order in which they were given. Those that were put off go out again
 * after a pause, which grows with every failure.
 */
export class InFlight {
  #transmit;
  #random;
  /** @type {Map<string, SentCommand>} */
  #commands = new Map();
  /** @type {Set<string>} */
  #deferred = new Set();
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {(command: SentCommand) => void} transmit sends a command now
   * @param {() => number} random a number from 0 up to 1
   */
  constructor(transmit, random) {
    this.#transmit = transmit;
    this.#random = random;
  }

  get commands() {
    return [...this.#commands.values()];
  }

  /** Whether a command was put off and has no other answer since, on whatever connection. */
  get delayed() {
    return this.#deferred.size > 0;
  }

  /** @param {string} id */
  get(id) {
    return this.#commands.get(id);
  }

  /** @param {SentCommand} command */
  add(command) {
    this.#commands.set(command.id, command);
  }

  /**
   * The command has its final answer, or is given up.
   *
   * @param {string} id
   */
  remove(id) {
    this.#commands.delete(id);
    this.#deferred.delete(id);
    if (!this.delayed) {
      this.stopRetrying();
      this.#failures = 0;
    }
  }

  /**
   * The server can't do the command right now, or can't tell whether it did: it must be asked again.
   *
   * @param {string} id
   */
  defer(id) {
    this.#deferred.add(id);
    if (this.#timer === undefined) {
      this.#timer = setTimeout(() => this.retryNow(), backoff(this.#failures, this.#random));
      this.#failures += 1;
    }
  }

  /** Ends a pause: nothing newer may overtake what was put off. */
  retryNow() {
    if (this.#timer !== undefined) {
      this.stopRetrying();
      this.commands.filter(({ id }) => this.#deferred.has(id)).forEach((command) => this.#transmit(command));
    }
  }

  /** Ends a pause without a word: there is nothing to wait for, or no connection, and the next one takes everything along. */
  stopRetrying() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
