import { html } from 'lit';
import { t } from '../i18n/index.js';
import { SEATS, isAway } from '../room/state.js';
import { nameField, rememberName } from './player-name.js';

/**
 * The seats to be had, one click away: the free ones, and those whose players are away. When an absent player's seat
 * becomes free, the server decides.
 *
 * @param {object} state the room's
 * @param {(seat: string, name: string | null) => void} sit
 */
export function sitDown(state, sit) {
  const away = SEATS.filter((seat) => isAway(state, seat));
  const submit = (event) => {
    event.preventDefault();
    sit(event.submitter.value, rememberName(event.target.elements.name.value));
  };
  return html`
    <form class="card sit" @submit=${submit}>
      <h2>${t('sit.title')}</h2>
      ${nameField()}
      <div class="buttons">
        ${SEATS.filter((seat) => state.seats[seat] === null).map((seat) => seatButton(seat, 'primary'))}
        ${away.map((seat) => seatButton(seat))}
      </div>
      ${away.map((seat) => html`<p class="hint">${t('sit.away', { name: state.seats[seat].name, seat: t(seat) })}</p>`)}
      <p class="hint">${t('sit.about')}</p>
    </form>`;
}

function seatButton(seat, style = '') {
  return html`
    <button class=${style} value=${seat} data-testid="sit-${seat}">
      <i class="dot ${seat}" aria-hidden="true"></i>${t(`sit.${seat}`)}
    </button>`;
}
