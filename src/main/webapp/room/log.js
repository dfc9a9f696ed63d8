import { UNKNOWN, apply, isEvent, named, seenFrom, snapshot } from './state.js';

/**
 * @import { EventBase, ServerFrame, WelcomeFrame, YouFrame } from '../protocol/frames.d.ts'
 * @import { RoomEvent, RoomState } from './types.d.ts'
 */

/**
 * The room's log as this client has it. Events are applied strictly in the order of their `seq`, each once, whatever
 * order they arrive in: after a (re)connection live events may overtake the ones that are being caught up with.
 *
 * @typedef {object} Log
 * @property {RoomState} state what the applied events make
 * @property {RoomState} shown what to show; while catching up, the room as the welcome described it
 * @property {EventBase[]} ahead events that wait for the ones before them
 * @property {WelcomeFrame | null} welcome the welcome that is being caught up with, null when that is done
 */

/** @type {Readonly<Log>} */
export const EMPTY = Object.freeze({ state: UNKNOWN, shown: UNKNOWN, ahead: [], welcome: null });

/** @type {(frame: ServerFrame | EventBase) => frame is WelcomeFrame} */
const isWelcome = (frame) => frame.type === 'welcome';

/** @type {(frame: ServerFrame | EventBase) => frame is YouFrame} */
const isYou = (frame) => frame.type === 'you';

/**
 * Whether a frame is an event. A newer server may know other kinds of events: they count, but change nothing that this
 * client shows.
 *
 * @type {(frame: ServerFrame | EventBase) => frame is EventBase}
 */
const isNumbered = (frame) => 'seq' in frame && 'at' in frame && Number.isInteger(frame.seq) && Number.isInteger(frame.at);

/**
 * Takes in any frame.
 *
 * @param {Log} log
 * @param {ServerFrame | EventBase} frame
 * @returns {{log: Log, fresh: RoomEvent[]}} the log after it, and the events that just happened, with their players'
 *     names: applied now, and not part of what happened before the welcome
 */
export function receive(log, frame) {
  if (isWelcome(frame)) {
    return { log: greet(log, frame), fresh: [] };
  }
  if (isYou(frame)) {
    return { log: { ...log, state: seenFrom(log.state, frame), shown: seenFrom(log.shown, frame) }, fresh: [] };
  }
  if (!isNumbered(frame)) {
    return { log, fresh: [] };
  }
  if (frame.seq <= log.state.seq || log.ahead.some((event) => event.seq === frame.seq)) {
    return { log, fresh: [] };
  }
  return drain({ ...log, ahead: [...log.ahead, frame].sort((one, other) => one.seq - other.seq) });
}

/** @type {(log: Log, welcome: WelcomeFrame) => Log} */
function greet(log, welcome) {
  // A log shorter than what was already seen is another log: the room was opened anew.
  const state = welcome.seq < log.state.seq ? UNKNOWN : log.state;
  return settle({ state, shown: { ...state, ...snapshot(welcome) }, ahead: [], welcome });
}

/**
 * The welcome is the truth at its `seq`. Who is connected, a restarted server knows better than its log.
 *
 * @type {(log: Log) => Log}
 */
function settle(log) {
  if (log.welcome && log.state.seq === log.welcome.seq) {
    const state = { ...log.state, ...snapshot(log.welcome) };
    return { ...log, state, shown: state, welcome: null };
  }
  return log.welcome ? log : { ...log, shown: log.state };
}

/** @type {(log: Log) => {log: Log, fresh: RoomEvent[]}} */
function drain(log) {
  /** @type {RoomEvent[]} */
  const fresh = [];
  let now = log;
  while (now.ahead[0]?.seq === now.state.seq + 1) {
    const [event, ...ahead] = now.ahead;
    const state = isEvent(event) ? apply(now.state, event) : { ...now.state, seq: event.seq };
    if (!now.welcome && isEvent(event)) {
      fresh.push(named(now.state, event));
    }
    now = settle({ ...now, state, ahead });
  }
  return { log: now, fresh };
}
