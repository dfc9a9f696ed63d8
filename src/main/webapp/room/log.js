import { UNKNOWN, apply, isEvent, named, snapshot } from './state.js';

/**
 * The room's log as this client has it. Events are applied strictly in the order of their `seq`, each once, whatever
 * order they arrive in: after a (re)connection live events may overtake the ones that are being caught up with.
 *
 * - `state`: what the applied events make
 * - `shown`: what to show; while catching up, the room as the welcome described it
 * - `ahead`: events that wait for the ones before them
 * - `welcome`: the welcome that is being caught up with, null when that is done
 */
export const EMPTY = Object.freeze({ state: UNKNOWN, shown: UNKNOWN, ahead: [], welcome: null });

/**
 * Takes in any frame.
 *
 * @returns {{log: object, fresh: object[]}} the log after it, and the events that just happened, with their players'
 *     names: applied now, and not part of what happened before the welcome
 */
export function receive(log, frame) {
  if (frame.type === 'welcome') {
    return { log: greet(log, frame), fresh: [] };
  }
  // A newer server may know other kinds of events: they count, but change nothing that this client shows.
  if (!Number.isInteger(frame.seq) || !Number.isInteger(frame.at)) {
    return { log, fresh: [] };
  }
  if (frame.seq <= log.state.seq || log.ahead.some((event) => event.seq === frame.seq)) {
    return { log, fresh: [] };
  }
  return drain({ ...log, ahead: [...log.ahead, frame].sort((one, other) => one.seq - other.seq) });
}

function greet(log, welcome) {
  // A log shorter than what was already seen is another log: the room was opened anew.
  const state = welcome.seq < log.state.seq ? UNKNOWN : log.state;
  return settle({ state, shown: { ...state, ...snapshot(welcome) }, ahead: [], welcome });
}

/** The welcome is the truth at its `seq`. Who is connected, a restarted server knows better than its log. */
function settle(log) {
  if (log.welcome && log.state.seq === log.welcome.seq) {
    const state = { ...log.state, ...snapshot(log.welcome) };
    return { ...log, state, shown: state, welcome: null };
  }
  return log.welcome ? log : { ...log, shown: log.state };
}

function drain(log) {
  const fresh = [];
  let now = log;
  while (now.ahead[0]?.seq === now.state.seq + 1) {
    const [event, ...ahead] = now.ahead;
    const state = isEvent(event) ? apply(now.state, event) : { ...now.state, seq: event.seq };
    if (!now.welcome) {
      fresh.push(named(now.state, event));
    }
    now = settle({ ...now, state, ahead });
  }
  return { log: now, fresh };
}
