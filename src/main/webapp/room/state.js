/**
 * What a room looks like, as its events tell it. Pure: an event makes a new state. It knows the protocol, but no game's
 * rules and no page: whose turn it is and who has won is what the server says.
 */

export const SEATS = ['black', 'white'];

export const opposite = (seat) => (seat === 'black' ? 'white' : 'black');

/** Before the first event. */
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
  /** Seats whose players left for good. */
  gone: [],
  /** What each seat's player has won in this room: how many games, and the points that they counted. */
  score: { black: { wins: 0, points: 0 }, white: { wins: 0, points: 0 } },
  /** How this game began: `{position, toMove, at}`. */
  start: null,
  /**
   * The moves and throws of this game in order, each with the position after it and its time: `{seat, move, forced, swap,
   * position, toMove, at}`, or `{seat, dice, position, toMove, at}` for dice that fell for a seat. With `swap` the players
   * changed seats, and `seat` is where the player sat before.
   */
  moves: [],
  /** The games before this one in this room: `{round, seats, start, moves, result}`. */
  past: [],
  /** Everything worth reading again, in order: chat and what befell the room, as the events came. */
  timeline: [],
  /** Open offers: `{offer, kind, seat, swap}`. */
  offers: [],
  /** `{winner, reason, line, points}` once the game is over. */
  result: null,
  /** In games with dice, what the server has bound itself to, as the welcome told it: `{round, commitment}`. */
  announcedDice: null,
  /**
   * In games with dice, all that this game's throws are made of, and every throw, also those that were taken back:
   * `{round, commitment, entropy: {black, white}, throws: [{dice, before}], seed}`; the seed is null until the game is over.
   */
  dice: null,
});

const withSeat = (state, seat, player) => ({ seats: { ...state.seats, [seat]: player } });
const connected = (state, { seat }, flag) => withSeat(state, seat, { ...state.seats[seat], connected: flag });
const exchanged = (score) => ({ black: score.white, white: score.black });
const withWin = ({ wins, points }, counted) => ({ wins: wins + 1, points: points + counted });
const pastGame = ({ round, seats, start, moves, result }) => ({ round, seats, start, moves, result });
const without = (offers, number) => offers.filter((open) => open.offer !== number);

/** A takeback over a change of seats brings the players back to where they sat. */
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
    dice: state.dice && { ...state.dice, throws: [...state.dice.throws, { dice, before: state.position }] },
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

/** Whether the players changed seats in the middle of a game. */
const changesSeats = ({ type, seats }) => type === 'moved' && seats !== undefined;

/** Whether a frame is an event that this client knows. */
export const isEvent = (frame) => Object.hasOwn(CHANGES, frame.type);

/** The state after an event. The event is the next one: its `seq` is one more than the state's. */
export function apply(state, event) {
  const timeline = WORTH_READING.has(event.type) || changesSeats(event) ? [...state.timeline, named(state, event)] : state.timeline;
  return { ...state, ...CHANGES[event.type](state, event), seq: event.seq, timeline };
}

/** The event with the name of its player at that time: seats change hands later. */
export function named(state, event) {
  return { ...event, name: event.name ?? state.seats[event.seat ?? event.winner]?.name ?? null };
}

/** What a `welcome` says about the room as it stands. */
export function snapshot({ room, game, options, status, position, toMove, seats, clock, dice = null }) {
  return { room, game, options, status, position, toMove, seats, clock, announcedDice: dice };
}

/** Whether a seat's player has lost the connection; the seat is kept for now. */
export const isAway = (state, seat) => state.seats[seat]?.connected === false;

/** Whether a game is on that nobody can go on with: both players left for good, as in a game that was read from a file. */
export const isAbandoned = ({ status, gone }) => status === 'playing' && SEATS.every((seat) => gone.includes(seat));
