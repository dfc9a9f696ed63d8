/**
 * What a room looks like, as its events tell it. Pure: an event makes a new state. It knows the protocol, but no game's
 * rules and no page: whose turn it is and who has won is what the server says.
 *
 * @import { Player, Seat } from '../protocol/fields.d.ts'
 * @import { AcceptedFrame, EventFrame, WelcomeFrame } from '../protocol/frames.d.ts'
 * @import { Game, OpenOffer, RoomEvent, RoomState, Score } from './types.d.ts'
 */

/** @type {readonly Seat[]} */
export const SEATS = ['black', 'white'];

/** @type {(seat: Seat) => Seat} */
export const opposite = (seat) => (seat === 'black' ? 'white' : 'black');

/**
 * Before the first event.
 *
 * @type {Readonly<RoomState>}
 */
export const UNKNOWN = Object.freeze({
  seq: 0,
  room: null,
  game: null,
  options: {},
  status: 'waiting',
  round: 0,
  position: null,
  toMove: null,
  clock: null,
  seats: { black: null, white: null },
  gone: [],
  score: { black: { wins: 0, points: 0 }, white: { wins: 0, points: 0 } },
  start: null,
  moves: [],
  past: [],
  timeline: [],
  offers: [],
  result: null,
  announcedDice: null,
  dice: null,
});

/** @type {(state: RoomState, seat: Seat, player: Player | null) => Partial<RoomState>} */
const withSeat = (state, seat, player) => ({ seats: { ...state.seats, [seat]: player } });

/** @type {(score: Record<Seat, Score>) => Record<Seat, Score>} */
const exchanged = (score) => ({ black: score.white, white: score.black });

/** @type {(score: Score, counted: number) => Score} */
const withWin = ({ wins, points }, counted) => ({ wins: wins + 1, points: points + counted });

/** @type {(game: Game) => Game} */
const pastGame = ({ round, seats, start, moves, result }) => ({ round, seats, start, moves, result });

/** @type {(offers: OpenOffer[], number: number) => OpenOffer[]} */
const without = (offers, number) => offers.filter((open) => open.offer !== number);

/** @type {(state: RoomState, event: {seat: Seat}, flag: boolean) => Partial<RoomState>} */
function connected(state, { seat }, flag) {
  const player = state.seats[seat];
  return player ? withSeat(state, seat, { ...player, connected: flag }) : {};
}

/**
 * A takeback over a change of seats brings the players back to where they sat.
 *
 * @type {(state: RoomState, event: AcceptedFrame) => Partial<RoomState>}
 */
function takenBack(state, { takenBack: count, position, toMove, seats, clock }) {
  return {
    position,
    toMove,
    clock,
    seats: seats ?? state.seats,
    score: seats ? exchanged(state.score) : state.score,
    moves: state.moves.slice(0, state.moves.length - count),
    offers: [],
  };
}

/**
 * What each event changes.
 *
 * @type {{[T in EventFrame['type']]: (state: RoomState, event: Extract<EventFrame, {type: T}>) => Partial<RoomState>}}
 */
const CHANGES = {
  seated: (state, { seat, name }) => ({
    ...withSeat(state, seat, { name, connected: true }),
    gone: state.gone.filter((other) => other !== seat),
  }),
  started: (state, { round, seats, swapped, position, toMove, clock, dice, at }) => ({
    status: 'playing',
    round,
    seats,
    position,
    toMove,
    clock,
    score: swapped ? exchanged(state.score) : state.score,
    start: { position, toMove, at },
    moves: [],
    past: state.start === null ? state.past : [...state.past, pastGame(state)],
    offers: [],
    result: null,
    dice: dice ? { ...dice, throws: [], seed: null } : null,
  }),
  moved: (state, { seat, move, forced = false, seats, position, toMove, clock, at }) => ({
    position,
    toMove,
    clock,
    seats: seats ?? state.seats,
    score: seats ? exchanged(state.score) : state.score,
    moves: [...state.moves, { seat, move, forced, swap: Boolean(seats), position, toMove, at }],
    offers: state.offers.filter((open) => open.kind === 'rematch'),
  }),
  rolled: (state, { seat, dice, position, toMove, clock, at }) => ({
    position,
    toMove,
    clock,
    moves: [...state.moves, { seat, dice, position, toMove, at }],
    dice: state.dice && { ...state.dice, throws: [...state.dice.throws, { dice, before: state.position ?? '' }] },
  }),
  ended: (state, { winner, reason, line, points, seed = null }) => ({
    status: 'over',
    toMove: null,
    offers: [],
    result: { winner, reason, line, points },
    dice: state.dice && { ...state.dice, seed },
    score: winner ? { ...state.score, [winner]: withWin(state.score[winner], points) } : state.score,
  }),
  offered: (state, { offer, kind, seat, swap }) => ({ offers: [...state.offers, { offer, kind, seat, swap }] }),
  accepted: (state, event) =>
    event.kind === 'takeback' ? takenBack(state, event) : { offers: without(state.offers, event.offer) },
  declined: (state, { offer }) => ({ offers: without(state.offers, offer) }),
  said: () => ({}),
  dropped: (state, event) => connected(state, event, false),
  returned: (state, event) => connected(state, event, true),
  left: (state, event) =>
    state.status === 'waiting'
      ? withSeat(state, event.seat, null)
      : { ...connected(state, event, false), gone: [...state.gone, event.seat] },
};

const WORTH_READING = new Set(['seated', 'started', 'ended', 'offered', 'accepted', 'declined', 'said', 'left']);

/**
 * Whether the players changed seats in the middle of a game.
 *
 * @param {EventFrame} event
 */
const changesSeats = (event) => event.type === 'moved' && event.seats !== undefined;

/**
 * Whether a frame is an event that this client knows.
 *
 * @param {{type: string}} frame
 * @returns {frame is EventFrame}
 */
export const isEvent = (frame) => Object.hasOwn(CHANGES, frame.type);

/**
 * The state after an event. The event is the next one: its `seq` is one more than the state's.
 *
 * @param {RoomState} state
 * @param {EventFrame} event
 * @returns {RoomState}
 */
export function apply(state, event) {
  const change = /** @type {(state: RoomState, event: EventFrame) => Partial<RoomState>} */ (CHANGES[event.type]);
  const isWorthReading = WORTH_READING.has(event.type) || changesSeats(event);
  const timeline = isWorthReading ? [...state.timeline, named(state, event)] : state.timeline;
  return { ...state, ...change(state, event), seq: event.seq, timeline };
}

/** @type {(event: EventFrame) => Seat | null} */
function seatOf(event) {
  if (event.type === 'ended') {
    return event.winner;
  }
  return event.type === 'started' ? null : event.seat;
}

/**
 * The event with the name of its player at that time: seats change hands later.
 *
 * @param {RoomState} state
 * @param {EventFrame} event
 * @returns {RoomEvent}
 */
export function named(state, event) {
  const seat = seatOf(event);
  const told = event.type === 'seated' || event.type === 'said' ? event.name : null;
  return { ...event, name: told ?? (seat && state.seats[seat]?.name) ?? null };
}

/**
 * What a `welcome` says about the room as it stands.
 *
 * @param {WelcomeFrame} welcome
 * @returns {Partial<RoomState>}
 */
export function snapshot({ room, game, options, status, position, toMove, seats, clock, dice }) {
  return { room, game, options, status, position, toMove, seats, clock, announcedDice: dice ?? null };
}

/**
 * Whether a seat's player has lost the connection; the seat is kept for now.
 *
 * @param {Pick<RoomState, 'seats'>} state
 * @param {Seat} seat
 */
export const isAway = (state, seat) => state.seats[seat]?.connected === false;

/**
 * Whether a game is on that nobody can go on with: both players left for good, as in a game that was read from a file.
 *
 * @param {Pick<RoomState, 'status' | 'gone'>} state
 */
export const isAbandoned = ({ status, gone }) => status === 'playing' && SEATS.every((seat) => gone.includes(seat));
