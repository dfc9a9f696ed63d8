import { t } from '../i18n/index.js';
import { announce } from './announce.js';
import { choicesOf, taskOf } from './turn.js';
import { eventText, phaseText, refusalDetail, refusalText, statusText } from './words.js';

/** Events that nobody needs to be told about themselves. */
const OWN_NEWS = new Set(['said', 'dropped', 'returned']);

const TURN_MAKERS = new Set(['moved', 'rolled', 'started']);

/**
 * Tells those who listen to the page what happens in a room, as it happens.
 *
 * @param {import('../room/room.js').Room} room
 * @param {import('./replay.js').Replay} replay
 * @param {() => import('../games/index.js').GameView} view how the room's game is shown
 */
export function announceEvents(room, replay, view) {
  const tellPhase = phases(room);
  room.addEventListener('happened', ({ detail }) => tellEvent(detail, room, view()));
  room.addEventListener('legal', () => tellTask(room, replay, view()));
  room.addEventListener('refused', ({ detail }) => tellRefusal(detail));
  room.addEventListener('delayed', ({ detail }) => tellRefusal(detail));
  room.addEventListener('phase', ({ detail }) => tellPhase(detail));
}

function tellEvent(event, { state, seat }, game) {
  if (OWN_NEWS.has(event.type) && event.seat !== null && event.seat === seat) {
    return;
  }
  announce(eventText(event, seat, game));
  if (state.toMove !== null && TURN_MAKERS.has(event.type)) {
    announce(statusText(state, seat));
  }
}

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

const tellRefusal = ({ reason, detail }) => announce(`${refusalText(reason)} ${refusalDetail(reason, detail)}`.trim());

/** A connection that is lost is told once, however many attempts it takes to get it back. */
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
