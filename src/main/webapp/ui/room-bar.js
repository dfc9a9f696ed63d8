import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import './connection-status.js';
import './share-link.js';

/** @import { Room } from '../room/room.js' */

/**
 * The head of a room: its name, what is played, the connection, and the way out.
 *
 * @param {Room} room
 * @param {object} about
 * @param {string} about.href the room's address, good for sharing
 * @param {string} about.summary what is played
 * @param {() => void} about.leave
 */
export function roomBar(room, { href, summary, leave }) {
  const connect = () => room.open();
  return html`
    <div class="room-bar">
      <h1>${new URL(href).searchParams.get('room')}</h1>
      <div class="meta">
        <p class="hint">${summary}</p>
        <connection-status .phase=${room.phase} @retry=${connect} @watch=${connect}></connection-status>
      </div>
      ${room.state.status === 'waiting' ? nothing : html`<share-link compact .href=${href}></share-link>`}
      <button class="quiet" data-testid="leave" @click=${leave}>${t('room.leave')}</button>
    </div>`;
}
