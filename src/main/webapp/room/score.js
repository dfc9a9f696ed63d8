/**
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { Players, Score } from './types.d.ts'
 */

/** @type {Readonly<Score>} */
const NOTHING_WON = Object.freeze({ wins: 0, points: 0 });

/**
 * The score of a seat after a game that it has won.
 *
 * @param {Score | undefined} score
 * @param {number} counted
 * @returns {Score}
 */
export function withWin(score, counted) {
  const { wins, points } = score ?? NOTHING_WON;
  return { wins: wins + 1, points: points + counted };
}

/**
 * The score once everyone has moved on to the next seat that is taken; with two, they have changed seats.
 *
 * @param {Record<Seat, Score>} score
 * @param {Players} seats
 */
export function exchanged(score, seats) {
  const taken = Object.keys(seats).filter((seat) => seats[seat] !== null);
  const after = { ...score };
  taken.forEach((seat, index) => {
    after[taken[(index + 1) % taken.length]] = score[seat] ?? NOTHING_WON;
  });
  return after;
}
