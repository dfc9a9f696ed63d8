import { t } from '../i18n/index.js';
import { announce } from './announce.js';
import { choicesOf, taskOf } from './turn.js';
import { eventText, phaseText, refusalDetail, refusalText, statusText } from './words.js';

/**
 * @import { GameView } from '../games/types.d.ts'
 * @import { Room } from '../room/room.js'
 * @import { Phase, Refusal, RoomEvent } from '../room/types.d.ts'
 * @import { Replay } from './replay.js'
 */

/** Events that nobody needs to be told about themselves. */
const OWN_NEWS = new Set(['said', 'dropped', 'returned']);

const TURN_MAKERS = new Set(['moved', 'rolled', 'started', 'timeout', 'out']);

/**
 * Tells those who listen to the page what happens in a room, as it happens.
 *
 * @param {Room} room
 * @param {Replay} replay
 * @param {() => GameView} view how the room's game is shown
 */
export function announceEvents(room, replay, view) {
  const tellPhase = phases(room);
  room.on('happened', (event) => tellEvent(event, room, view()));
  room.on('legal', () => tellTask(room, replay, view()));
  room.on('refused', tellRefusal);
  room.on('delayed', tellRefusal);
  room.on('phase', tellPhase);
}

/** @type {(event: RoomEvent, room: Room, game: GameView) => void} */
function tellEvent(event, { state, seat }, game) {
  if (OWN_NEWS.has(event.type) && 'seat' in event && event.seat !== null && event.seat === seat) {
    return;
  }
  announce(eventText(event, seat, game));
  if (state.due.length > 0 && TURN_MAKERS.has(event.type)) {
    announce(statusText(state, seat));
  }
}

/** @type {(room: Room, replay: Replay, game: GameView) => void} */
function tellTask(room, replay, game) {
  const task = taskOf(room, game);
  if (task) {
    announce(task);
  }
  const labels = choicesOf(room, replay, game).map(({ label }) => label);
  if (labels.length > 0) {
    announce(t('choices.announce', { choices: labels.join(', ') }));
  }
}

/** @type {(refusal: Refusal) => void} */
const tellRefusal = ({ reason, detail }) => announce(`${refusalText(reason)} ${refusalDetail(reason, detail)}`.trim());

/**
 * A connection that is lost is told once, however many attempts it takes to get it back.
 *
 * @type {(room: Room) => (phase: Phase) => void}
 */
function phases(room) {
  let lost = false;
  return (phase) => {
    if (phase.name === 'closed') {
      announce(phaseText(phase, 0));
    } else if (phase.name === 'waiting' && !lost) {
      lost = true;
      announce(t('phase.lost'));
    } else if (phase.name === 'online') {
      announce(t(lost ? 'phase.back' : 'phase.online'));
      announce(statusText(room.state, room.seat));
      lost = false;
    }
  };
}
