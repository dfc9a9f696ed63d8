import { hasText, language, t } from '../i18n/index.js';
import { isAbandoned } from '../room/state.js';

/**
 * The room in words, for the eye and for the screen reader alike.
 *
 * @import { GameView } from '../games/types.d.ts'
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { Game, OpenOffer, Phase, Result, RoomEvent, RoomState } from '../room/types.d.ts'
 *
 * @typedef {{move?: string | null | undefined, dice?: number[] | null | undefined, forced?: boolean | undefined}} Step a
 *     move, or dice that fell: a ply, or its event; null if the game hides it from the reader
 */

/**
 * A text, or a more general one if there is none.
 *
 * @type {(key: string, fallback: string, values?: Record<string, string>) => string}
 */
export const either = (key, fallback, values) => t(hasText(key) ? key : fallback, values);

/** @type {(reason: string) => string} */
const reasonText = (reason) => either(`result.${reason}`, 'result.other');

/** @type {(state: Pick<Game, 'seats'>, seat: Seat) => string} */
export const nameAt = (state, seat) => state.seats[seat]?.name ?? t(seat);

/**
 * How a game ended; empty while it is on.
 *
 * @param {Pick<Game, 'seats' | 'result'>} game
 * @param {Seat | null} [seat] the reader's own
 */
export const endText = ({ seats, result }, seat = null) =>
  result === null ? '' : resultText(result, result.winner && nameAt({ seats }, result.winner), seat);

/**
 * Who has won and why; `seat` is the reader's own, or null.
 *
 * @type {(result: Pick<Result, 'winner' | 'reason'>, name: string | null, seat: Seat | null) => string}
 */
function resultText({ winner, reason }, name, seat) {
  if (winner === null) {
    return t('status.draw', { reason: reasonText(reason) });
  }
  if (seat === null) {
    return t('status.won', { name, reason: reasonText(reason) });
  }
  return t(seat === winner ? 'status.won.you' : 'status.lost.you', { name, reason: reasonText(reason) });
}

/**
 * The one line that tells how things stand.
 *
 * @param {RoomState} state
 * @param {Seat | null} seat the reader's own
 */
export function statusText(state, seat) {
  if (state.position === null) {
    return t('status.loading');
  }
  if (state.result) {
    return endText(state, seat);
  }
  if (state.status === 'waiting') {
    return waitingText(state, seat);
  }
  if (isAbandoned(state)) {
    return t('status.unfinished');
  }
  if (seat !== null && state.due.includes(seat)) {
    return t('status.your-turn');
  }
  return state.due.length === 0
    ? t('status.over')
    : t('status.their-turn', { name: state.due.map((each) => nameAt(state, each)).join(', ') });
}

/** @type {(state: RoomState, seat: Seat | null) => string} */
function waitingText({ seats, fewest }, seat) {
  const taken = Object.values(seats).filter((player) => player !== null);
  if (fewest !== null && taken.length >= fewest) {
    return t('status.waiting.ready', { names: taken.filter(({ ready }) => !ready).map(({ name }) => name).join(', ') });
  }
  return t(seat ? 'status.waiting.seated' : 'status.waiting');
}

/**
 * A ply of a game in words.
 *
 * @param {Step} ply
 * @param {GameView} game
 */
export const plyText = (ply, game) => inWords(ply, game.describeMove, game.describeRoll ?? rollText);

/**
 * The same, to be listened to.
 *
 * @param {Step} ply
 * @param {GameView} game
 */
export const plySpeech = (ply, game) => inWords(ply, game.sayMove ?? game.describeMove, rollText);

/** @type {(dice: number[]) => string} */
const rollText = (dice) => t('moves.roll', { dice: dice.join('-') });

/** @type {(ply: Step, describe: (move: string) => string, describeRoll: (dice: number[]) => string) => string} */
function inWords({ move, forced, dice }, describe, describeRoll) {
  if (dice && dice.length > 0) {
    return describeRoll(dice);
  }
  if (!move) {
    return t('moves.hidden');
  }
  const words = describe(move);
  return forced ? t('moves.forced', { move: words }) : words;
}

/**
 * Each event in words; `seat` is the reader's own.
 *
 * @type {{[T in RoomEvent['type']]:
 *     (event: Extract<RoomEvent, {type: T}>, seat: Seat | null, game: GameView) => string}}
 */
const EVENTS = {
  seated: ({ seat, name }) => t('event.seated', { name, seat: t(seat) }),
  ready: ({ name }) => t('event.ready', { name }),
  started: ({ round, swapped }) => t(swapped ? 'event.started.swapped' : 'event.started', { round }),
  moved: (event, _, game) =>
    event.seats
      ? t('event.swapped', { name: event.name })
      : t('event.moved', { seat: t(event.seat), move: plySpeech(event, game) }),
  rolled: (event, _, game) => t('event.moved', { seat: t(event.seat), move: plySpeech(event, game) }),
  timeout: () => t('event.timeout'),
  out: ({ name, reason }) => t('event.out', { name, reason: reasonText(reason) }),
  ended: (event, seat) => t('event.ended', { result: resultText(event, event.name, seat) }),
  offered: ({ kind, name }) => t(`event.offered.${kind}`, { name }),
  agreed: ({ name }) => t('event.agreed', { name }),
  accepted: ({ kind, name, takenBack }) => t(`event.accepted.${kind}`, { name, count: takenBack }),
  declined: ({ kind, name }) => t(`event.declined.${kind}`, { name }),
  said: ({ name, text }) => t('event.said', { name: name ?? t('spectator'), text }),
  dropped: ({ name }) => t('event.dropped', { name }),
  returned: ({ name }) => t('event.returned', { name }),
  left: ({ name }) => t('event.left', { name }),
};

/**
 * An event in words.
 *
 * @param {RoomEvent} event
 * @param {Seat | null} seat the reader's own
 * @param {GameView} game
 */
export function eventText(event, seat, game) {
  const text = /** @type {(event: RoomEvent, seat: Seat | null, game: GameView) => string} */ (EVENTS[event.type]);
  return text(event, seat, game);
}

/** @type {(offer: OpenOffer, state: RoomState, seat: Seat | null) => string} */
export function offerText({ kind, seat: from, swap }, state, seat) {
  const sort = kind === 'rematch' && !swap ? 'rematch-same' : kind;
  return t(`offer.${sort}.${from === seat ? 'mine' : 'theirs'}`, { name: nameAt(state, from) });
}

/**
 * Why the server refused something, and what the reader can do about it.
 *
 * @type {(reason: string) => string}
 */
export const refusalText = (reason) => either(`refused.${reason}`, 'refused.other');

/** Reasons that this page words, but of which the server's own sentence says more: which option, which moves, how long. */
const SERVER_KNOWS_MORE = new Set([
  'bad-frame',
  'unknown-type',
  'bad-address',
  'no-such-game',
  'too-early',
  'bad-move',
  'off-board',
  'occupied',
  'forbidden',
  'bad-since',
]);

/**
 * The server's own sentence about a refusal, if it adds something for this reader; else empty.
 *
 * @type {(reason: string, detail?: string) => string}
 */
export const refusalDetail = (reason, detail) =>
  SERVER_KNOWS_MORE.has(reason) || !hasText(`refused.${reason}`) ? serverText(detail) : '';

/**
 * A sentence of the server, for those who read its language, English; else empty.
 *
 * @type {(sentence?: string) => string}
 */
export const serverText = (sentence) => (language() === 'en' ? (sentence ?? '') : '');

/**
 * The connection in words; `seconds` until the next attempt.
 *
 * @param {Phase} phase
 * @param {number} seconds
 */
export function phaseText(phase, seconds) {
  if (phase.name === 'connecting') {
    return phase.attempt === 0 ? t('phase.connecting') : t('phase.reconnecting', { attempt: phase.attempt });
  }
  if (phase.name === 'waiting') {
    return t('phase.waiting', { seconds, attempt: phase.attempt });
  }
  return phase.name === 'closed' ? t(`phase.${phase.why}`) : t('phase.online');
}

/**
 * The title of the page: a glance at the tab tells whose turn it is.
 *
 * @param {RoomState} state
 * @param {Seat | null} seat the reader's own
 * @param {Phase} phase
 */
export function titleText(state, seat, phase) {
  if (phase.name === 'closed' && state.position === null) {
    return 'Parlor';
  }
  const mine = phase.name === 'online' && seat !== null && state.due.includes(seat) && state.status === 'playing';
  return `${mine ? '● ' : ''}${statusText(state, seat)} – Parlor`;
}
