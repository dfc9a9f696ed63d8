import { apply } from '../../main/webapp/room/state.js';

/**
 * Events as the server sends them.
 *
 * @import { Kind, Seat } from '../../main/webapp/protocol/fields.d.ts'
 * @import { EventFrame } from '../../main/webapp/protocol/frames.d.ts'
 * @import { RoomState } from '../../main/webapp/room/types.d.ts'
 * @import { Happening } from './types.d.ts'
 */

/**
 * @template {Happening['type']} T
 * @typedef {Extract<Happening, {type: T}>} Of
 */

export const EMPTY_BOARD = '5/5/5/5/5 b';

export const seats = { black: { name: 'Ann', connected: true }, white: { name: 'Bob', connected: true } };

/** @type {(round?: number) => Of<'started'>} */
export const started = (round = 1) => ({
  type: 'started', round, seats, swapped: false, position: EMPTY_BOARD, toMove: 'black', clock: null,
});

/** @type {(seat: Seat, name: string) => Of<'seated'>} */
export const seated = (seat, name) => ({ type: 'seated', seat, name });

/** @type {(seat: Seat) => Of<'left'>} */
export const left = (seat) => ({ type: 'left', seat });

/** @type {(seat: Seat) => Of<'dropped'>} */
export const dropped = (seat) => ({ type: 'dropped', seat });

/** @type {(seat: Seat, move: string) => Of<'moved'>} */
export const moved = (seat, move) => ({ type: 'moved', seat, move, position: `after ${move}`, toMove: 'white', clock: null });

/** @type {(seat: Seat, dice: number[]) => Of<'rolled'>} */
export const rolled = (seat, dice) => ({ type: 'rolled', seat, dice, position: dice.join(), toMove: seat, clock: null });

/** @type {(offer: number, kind: Kind, seat: Seat) => Of<'offered'>} */
export const offered = (offer, kind, seat) => ({ type: 'offered', seat, offer, kind, swap: false });

/** @type {(takenBack: number, after: Partial<Of<'accepted'>>) => Of<'accepted'>} */
export const takeback = (takenBack, after) => ({
  type: 'accepted', seat: 'white', offer: 9, kind: 'takeback', position: '', toMove: 'white', clock: null, takenBack, ...after,
});

/** @type {Of<'ended'>} */
export const ended = { type: 'ended', winner: 'black', reason: 'five', line: ['a1', 'b1', 'c1', 'd1', 'e1'], points: 1 };

/** @type {Of<'ended'>} */
export const drawn = { type: 'ended', winner: null, reason: 'agreement', line: [], points: 0 };

/**
 * A room after more events, each a second after the one before if it tells no time.
 *
 * @param {RoomState} state
 * @param {...Happening} events
 */
export const play = (state, ...events) =>
  events.reduce((now, event) => apply(now, withPlace(event, now.seq + 1, 1000 * now.seq)), state);

/**
 * An event with its place in a log.
 *
 * @type {(event: Happening, seq: number, at: number) => EventFrame}
 */
export const withPlace = (event, seq, at) => ({ at, ...event, seq });
