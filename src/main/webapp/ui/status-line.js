import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { statusText } from './words.js';

/** @import { Room } from '../room/room.js' */

/**
 * How things stand in a room, in one line.
 *
 * @param {Room} room
 * @param {string} task what the one to move is asked for, in a second line; empty for a usual move
 */
export function statusLine({ state, seat, online }, task) {
  const playing = state.status === 'playing' && state.due.length > 0;
  return html`
    <p
      class="status"
      data-testid="status"
      data-status=${state.status}
      data-turn=${state.toMove ?? nothing}
      data-seat=${seat ?? nothing}
      data-seq=${state.seq}
    >
      ${playing && state.toMove ? html`<i class="dot ${state.toMove}" aria-hidden="true"></i>` : nothing}
      <span>${statusText(state, seat)}</span>
      ${playing && task ? html`<small class="task" data-testid="task">${task}</small>` : nothing}
      ${playing && seat === null && online ? html`<small>${t('room.watching')}</small>` : nothing}
    </p>`;
}
