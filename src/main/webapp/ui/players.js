import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { SEATS, isAway } from '../room/state.js';

/** Who sits where, who is to move, who is away, and the score once there is one. */
export function players(state, seat) {
  return html`
    <section class="players" aria-label=${t('players.title')}>
      ${SEATS.map((each) => plate(state, each, each === seat))}
    </section>`;
}

function plate(state, seat, mine) {
  const player = state.seats[seat];
  const played = state.score.black + state.score.white > 0;
  return html`
    <div
      class="plate"
      data-testid="player-${seat}"
      ?data-to-move=${state.toMove === seat && state.status === 'playing'}
      ?data-away=${isAway(state, seat)}
      ?data-winner=${state.result?.winner === seat}
    >
      <i class="dot ${seat}" aria-hidden="true"></i>
      <span class="who">
        <span class="visually-hidden">${t(seat)}:</span>
        <b><bdi>${player ? player.name : t('players.free')}</bdi></b>${mine ? html` <small>(${t('you')})</small>` : nothing}
        ${presence(state, seat)}
      </span>
      ${played ? html`<span class="score" data-testid="score-${seat}">${state.score[seat]}</span>` : nothing}
    </div>`;
}

function presence(state, seat) {
  if (state.gone.includes(seat)) {
    return html`<small class="presence">${t('players.gone')}</small>`;
  }
  if (isAway(state, seat)) {
    return html`<small class="presence">${t('players.away')}</small>`;
  }
  return state.status === 'playing' && state.toMove === seat
    ? html`<small class="presence turn">${t('players.turn')}</small>`
    : nothing;
}
