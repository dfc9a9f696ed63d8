import { hasText, language, t } from '../i18n/index.js';
import { isAbandoned } from '../room/state.js';

/** The room in words, for the eye and for the screen reader alike. */

const either = (key, fallback) => t(hasText(key) ? key : fallback);

const reasonText = (reason) => either(`result.${reason}`, 'result.other');

export const nameAt = (state, seat) => state.seats[seat]?.name ?? t(seat);

/** How a game ended, of which the seats and the result are known; `seat` is the reader's own, or null. */
export const endText = ({ seats, result }, seat = null) =>
  resultText(result, result.winner && nameAt({ seats }, result.winner), seat);

/** Who has won and why; `seat` is the reader's own, or null. */
function resultText({ winner, reason }, name, seat) {
  if (winner === null) {
    return t('status.draw', { reason: reasonText(reason) });
  }
  if (seat === null) {
    return t('status.won', { name, reason: reasonText(reason) });
  }
  return t(seat === winner ? 'status.won.you' : 'status.lost.you', { name, reason: reasonText(reason) });
}

/** The one line that tells how things stand. */
export function statusText(state, seat) {
  if (state.position === null) {
    return t('status.loading');
  }
  if (state.result) {
    return endText(state, seat);
  }
  if (state.status === 'waiting') {
    return t(seat ? 'status.waiting.seated' : 'status.waiting');
  }
  if (isAbandoned(state)) {
    return t('status.unfinished');
  }
  if (state.toMove === null) {
    return t('status.over');
  }
  return state.toMove === seat ? t('status.your-turn') : t('status.their-turn', { name: nameAt(state, state.toMove) });
}

/**
 * A ply of a game in words: a move, or dice that fell.
 *
 * @param {object} ply as the room's state holds it, or its event
 * @param {import('../games/index.js').GameView} game
 */
export const plyText = (ply, game) => inWords(ply, game.describeMove, game.describeRoll ?? rollText);

/** The same, to be listened to. */
export const plySpeech = (ply, game) => inWords(ply, game.sayMove ?? game.describeMove, rollText);

const rollText = (dice) => t('moves.roll', { dice: dice.join('-') });

function inWords({ move, forced, dice }, describe, describeRoll) {
  if (dice) {
    return describeRoll(dice);
  }
  const words = describe(move);
  return forced ? t('moves.forced', { move: words }) : words;
}

const EVENTS = {
  seated: ({ seat, name }) => t('event.seated', { name, seat: t(seat) }),
  started: ({ round, swapped }) => t(swapped ? 'event.started.swapped' : 'event.started', { round }),
  moved: (event, _, game) =>
    event.seats
      ? t('event.swapped', { name: event.name })
      : t('event.moved', { seat: t(event.seat), move: plySpeech(event, game) }),
  rolled: (event, _, game) => t('event.moved', { seat: t(event.seat), move: plySpeech(event, game) }),
  ended: (event, seat) => t('event.ended', { result: resultText(event, event.name, seat) }),
  offered: ({ kind, name }) => t(`event.offered.${kind}`, { name }),
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
 * @param {object} event with the name of its player
 * @param {string | null} seat the reader's own
 * @param {import('../games/index.js').GameView} game
 * @returns {string} empty for an event that this page does not know
 */
export const eventText = (event, seat, game) => EVENTS[event.type]?.(event, seat, game) ?? '';

export function offerText({ kind, seat: from, swap }, state, seat) {
  const sort = kind === 'rematch' && !swap ? 'rematch-same' : kind;
  return t(`offer.${sort}.${from === seat ? 'mine' : 'theirs'}`, { name: nameAt(state, from) });
}

/** Why the server refused something, and what the reader can do about it. */
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

/** The server's own sentence about a refusal, if it adds something for this reader; else empty. */
export const refusalDetail = (reason, detail) =>
  SERVER_KNOWS_MORE.has(reason) || !hasText(`refused.${reason}`) ? serverText(detail) : '';

/** A sentence of the server, for those who read its language, English; else empty. */
export const serverText = (sentence) => (language() === 'en' ? (sentence ?? '') : '');

/** The connection in words; `seconds` until the next attempt. */
export function phaseText(phase, seconds) {
  if (phase.name === 'connecting') {
    return phase.attempt === 0 ? t('phase.connecting') : t('phase.reconnecting', { attempt: phase.attempt });
  }
  if (phase.name === 'waiting') {
    return t('phase.waiting', { seconds, attempt: phase.attempt });
  }
  return phase.name === 'closed' ? t(`phase.${phase.why}`) : t('phase.online');
}

/** The title of the page: a glance at the tab tells whose turn it is. */
export function titleText(state, seat, phase) {
  if (phase.name === 'closed' && state.position === null) {
    return 'Parlor';
  }
  const mine = phase.name === 'online' && seat !== null && state.toMove === seat && state.status === 'playing';
  return `${mine ? '● ' : ''}${statusText(state, seat)} – Parlor`;
}
