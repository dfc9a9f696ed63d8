/**
 * When to come back after a connection has closed. Pure: chance is an argument.
 *
 * @import { Final } from './types.d.ts'
 *
 * @typedef {{final: Final, afterMs?: undefined} | {final?: undefined, afterMs: number}} Reconnection why not to come back, or
 *     when to
 */

const BASE_MS = 500;
const CAP_MS = 20_000;
const RESTART_MS = 5_000;
const PENALTY_MS = 5_000;

/** Closings that say that the token is worth nothing any more. */
const SEAT_LOST = new Set([4401, 4409]);

/**
 * Closings after which the same address would only be closed again.
 *
 * @type {ReadonlyMap<number, Final>}
 */
const FINAL = new Map([[1000, 'over'], [4400, 'bad-address'], [4404, 'no-such-game'], [4409, 'taken-over']]);

/**
 * Exponential back-off with full jitter.
 *
 * @param {number} attempt how many attempts have failed in a row, from 0
 * @param {() => number} random a number from 0 up to 1
 * @returns {number} milliseconds to wait
 */
export function backoff(attempt, random) {
  return Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** attempt));
}

/**
 * Reads a close code.
 *
 * @param {number} code the close code of the WebSocket
 * @param {number} attempt how many attempts have failed in a row, from 0
 * @param {() => number} random a number from 0 up to 1
 * @returns {{seatLost: boolean} & Reconnection} and whether as a spectator
 */
export function reconnectPolicy(code, attempt, random) {
  const seatLost = SEAT_LOST.has(code);
  const final = FINAL.get(code);
  if (final !== undefined) {
    return { seatLost, final };
  }
  if (code === 1012) {
    return { seatLost, afterMs: Math.round(random() * RESTART_MS) };
  }
  const pause = code === 1008 ? PENALTY_MS : 0;
  return { seatLost, afterMs: pause + backoff(attempt, random) };
}
