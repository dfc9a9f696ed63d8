import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { isAway } from '../room/state.js';
import { nameField, rememberName } from './player-name.js';
import { either } from './words.js';
import './share-link.js';

/**
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { Room } from '../room/room.js'
 * @import { RoomState } from '../room/types.d.ts'
 *
 * @typedef {SubmitEvent & {currentTarget: HTMLFormElement, submitter: HTMLButtonElement | null}} SitEvent
 */

/**
 * What there is to do before the first game: to take a seat, and to share the room's link.
 *
 * @param {Room} room
 * @param {object} about
 * @param {string} about.href the room's address
 * @param {boolean} about.chosen whether the reader's seat is already chosen
 * @param {(seat: Seat, name: string | null) => void} about.sit
 */
export function seating(room, { href, chosen, sit }) {
  const { state, seat, sitting, phase } = room;
  if (state.status !== 'waiting' || state.position === null || phase.name === 'closed') {
    return nothing;
  }
  return html`
    <div class="seating">
      ${seat === null && !sitting && !chosen ? sitDown(state, sit) : nothing}
      <div class="card"><share-link .href=${href}></share-link></div>
    </div>`;
}

/**
 * The seats to be had, one click away: the free ones, and those whose players are away. When an absent player's seat
 * becomes free, the server decides.
 *
 * @param {RoomState} state
 * @param {(seat: Seat, name: string | null) => void} sit
 */
function sitDown(state, sit) {
  const seats = Object.keys(state.seats);
  const away = seats.filter((seat) => isAway(state, seat));
  const submit = (/** @type {SitEvent} */ event) => {
    event.preventDefault();
    const seat = seats.find((each) => each === event.submitter?.value);
    if (seat) {
      sit(seat, rememberName(event.currentTarget));
    }
  };
  return html`
    <form class="card sit" @submit=${submit}>
      <h2>${t('sit.title')}</h2>
      ${nameField()}
      <div class="buttons">
        ${seats.filter((seat) => state.seats[seat] === null).map((seat) => seatButton(seat, 'primary'))}
        ${away.map((seat) => seatButton(seat))}
      </div>
      ${away.map((seat) => html`<p class="hint">${t('sit.away', { name: state.seats[seat]?.name, seat: t(seat) })}</p>`)}
      <p class="hint">${t('sit.about')}</p>
    </form>`;
}

/** @type {(seat: Seat, style?: string) => unknown} */
function seatButton(seat, style = '') {
  return html`
    <button class=${style} value=${seat} data-testid="sit-${seat}">
      <i class="dot ${seat}" aria-hidden="true"></i>${either(`sit.${seat}`, 'sit.other', { seat })}
    </button>`;
}
