import { exchanged, withWin } from './score.js';

/**
 * What a room looks like, as its events tell it. Pure: an event makes a new state. It knows the protocol, but no game's
 * rules and no page: whose turn it is and who has won is what the server says.
 *
 * @import { Player, Seat } from '../protocol/fields.d.ts'
 * @import { AcceptedFrame, EventFrame, WelcomeFrame, YouFrame } from '../protocol/frames.d.ts'
 * @import { Game, OpenOffer, RoomEvent, RoomState } from './types.d.ts'
 */

/**
 * The seats of games of two who sit across from each other.
 *
 * @type {readonly Seat[]}
 */
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
  due: [],
  clock: null,
  fewest: null,
  seats: { black: null, white: null },
  gone: [],
  score: { black: { wins: 0, points: 0 }, white: { wins: 0, points: 0 } },
  start: null,
  moves: [],
  asides: [],
  past: [],
  timeline: [],
  offers: [],
  result: null,
  announcedDice: null,
  dice: null,
});

/** @type {(state: RoomState, seat: Seat, player: Player | null) => Partial<RoomState>} */
const withSeat = (state, seat, player) => ({ seats: { ...state.seats, [seat]: player } });

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
 * What is on the board, and whose decision is due.
 *
 * @typedef {{position: string, toMove: Seat | null, due?: Seat[], clock: RoomState['clock']}} Board
 * @type {(board: Board) => Pick<RoomState, 'position' | 'toMove' | 'due' | 'clock'>}
 */
const onBoard = ({ position, toMove, due, clock }) => ({ position, toMove, due: due ?? seatsDue(toMove), clock });

/** @type {(toMove: Seat | null) => Seat[]} */
const seatsDue = (toMove) => (toMove === null ? [] : [toMove]);

/**
 * What is left of a game when its latest steps are taken back.
 *
 * @type {(state: RoomState, count: number) => Pick<RoomState, 'moves' | 'asides'>}
 */
function earlier(state, count) {
  let moves = state.moves.length;
  let asides = state.asides.length;
  for (let i = 0; i < count; i++) {
    if (asides > 0 && state.asides[asides - 1] === moves) {
      asides--;
    } else {
      moves--;
    }
  }
  return { moves: state.moves.slice(0, moves), asides: state.asides.slice(0, asides) };
}

/**
 * A takeback over a change of seats brings the players back to where they sat.
 *
 * @type {(state: RoomState, event: AcceptedFrame) => Partial<RoomState>}
 */
function takenBack(state, event) {
  const { seats, takenBack: count } = event;
  return {
    ...onBoard(event),
    ...earlier(state, count),
    seats: seats ?? state.seats,
    score: seats ? exchanged(state.score, seats) : state.score,
    offers: [],
  };
}

/**
 * A step of the game that nobody played.
 *
 * @type {(state: RoomState, event: Board) => Partial<RoomState>}
 */
function aside(state, event) {
  return { ...onBoard(event), asides: [...state.asides, state.moves.length], offers: [] };
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
  ready: (state, { seat }) => {
    const player = state.seats[seat];
    return player ? withSeat(state, seat, { ...player, ready: true }) : {};
  },
  started: (state, event) => ({
    ...onBoard(event),
    status: 'playing',
    round: event.round,
    seats: event.seats,
    score: event.swapped ? exchanged(state.score, event.seats) : state.score,
    start: { position: event.position, toMove: event.toMove, at: event.at },
    moves: [],
    asides: [],
    past: state.start === null ? state.past : [...state.past, pastGame(state)],
    offers: [],
    result: null,
    dice: event.dice ? { ...event.dice, throws: [], seed: null } : null,
  }),
  moved: (state, event) => {
    const { seat, forced = false, seats, position, toMove, at } = event;
    const move = event.move ?? '';
    return {
      ...onBoard(event),
      seats: seats ?? state.seats,
      score: seats ? exchanged(state.score, seats) : state.score,
      moves: [...state.moves, { seat, move, forced, swap: Boolean(seats), position, toMove, at }],
      offers: state.offers.filter((open) => open.kind === 'rematch'),
    };
  },
  rolled: (state, event) => {
    const { seat, position, toMove, at } = event;
    const dice = event.dice ?? [];
    return {
      ...onBoard(event),
      moves: [...state.moves, { seat, dice, position, toMove, at }],
      dice: state.dice && { ...state.dice, throws: [...state.dice.throws, { dice, before: state.position ?? '' }] },
    };
  },
  timeout: aside,
  out: aside,
  ended: (state, { winner, reason, line, points, seed = null }) => {
    const counted = typeof points === 'number' ? points : (winner && points[winner]) || 0;
    return {
      status: 'over',
      toMove: null,
      due: [],
      clock: state.clock && { ...state.clock, running: [] },
      offers: [],
      result: { winner, reason, line, points: counted },
      dice: state.dice && { ...state.dice, seed },
      score: winner
        ? { ...state.score, [winner]: withWin(state.score[winner], counted) }
        : state.score,
    };
  },
  offered: (state, { offer, kind, seat, swap }) => ({ offers: [...state.offers, { offer, kind, seat, swap }] }),
  agreed: () => ({}),
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

const WORTH_READING = new Set(['seated', 'started', 'ended', 'offered', 'agreed', 'accepted', 'declined', 'said', 'left', 'out']);

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
  return event.type === 'started' || event.type === 'timeout' ? null : event.seat;
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
export function snapshot(welcome) {
  const { room, game, options, status, seats, dice, fewest = null } = welcome;
  return { ...onBoard(welcome), room, game, options, status, seats, fewest, announcedDice: dice ?? null };
}

/**
 * What a `you` says of the board where something is hidden: the seat may know more than whoever watches.
 *
 * @param {RoomState} state
 * @param {YouFrame} you
 * @returns {RoomState}
 */
export const seenFrom = (state, { position, toMove = null, due }) =>
  position === undefined ? state : { ...state, ...onBoard({ position, toMove, ...(due ? { due } : {}), clock: state.clock }) };

/**
 * Whether a seat's player has lost the connection; the seat is kept for now.
 *
 * @param {Pick<RoomState, 'seats'>} state
 * @param {Seat} seat
 */
export const isAway = (state, seat) => state.seats[seat]?.connected === false;

/**
 * Whether a game is on that nobody can go on with: all players left for good, as in a game that was read from a file.
 *
 * @param {Pick<RoomState, 'status' | 'gone' | 'seats'>} state
 */
export const isAbandoned = ({ status, gone, seats }) =>
  status === 'playing' && Object.keys(seats).every((seat) => seats[seat] === null || gone.includes(seat));

/**
 * Who sits here besides this seat, and has not left for good.
 *
 * @param {Pick<RoomState, 'gone' | 'seats'>} state
 * @param {Seat} mine
 */
export const others = ({ seats, gone }, mine) =>
  Object.keys(seats).filter((seat) => seat !== mine && seats[seat] !== null && !gone.includes(seat));
