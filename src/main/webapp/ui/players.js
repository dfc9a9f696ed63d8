import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { isAway } from '../room/state.js';
import './remaining-time.js';

/**
 * @import { GameView, ScoreText } from '../games/types.d.ts'
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { RoomState, Score } from '../room/types.d.ts'
 */

/**
 * Who sits where, who is to move, who is away, and the score once there is one.
 *
 * @param {RoomState} state
 * @param {Seat | null} seat the reader's own
 * @param {GameView} game
 */
export function players(state, seat, game) {
  return html`
    <section class="players" aria-label=${t('players.title')}>
      ${Object.keys(state.seats).map((each) => plate(state, each, each === seat, game))}
    </section>`;
}

/** @type {(state: RoomState, seat: Seat, mine: boolean, game: GameView) => unknown} */
function plate(state, seat, mine, game) {
  const player = state.seats[seat];
  const won = Object.values(state.score).some(({ wins }) => wins > 0);
  const own = state.score[seat] ?? { wins: 0, points: 0 };
  return html`
    <div
      class="plate"
      data-testid="player-${seat}"
      ?data-to-move=${state.due.includes(seat) && state.status === 'playing'}
      ?data-away=${isAway(state, seat)}
      ?data-winner=${state.result?.winner === seat}
    >
      <i class="dot ${seat}" aria-hidden="true"></i>
      <span class="who">
        <span class="visually-hidden">${t(seat)}:</span>
        <b><bdi>${player ? player.name : t('players.free')}</bdi></b>
        ${presence(state, seat, mine)}
      </span>
      ${state.clock?.left[seat] === undefined
        ? nothing
        : html`<remaining-time .clock=${state.clock} .seat=${seat}></remaining-time>`}
      ${won ? score(seat, game.score?.(state.options, own) ?? winsOf(own)) : nothing}
    </div>`;
}

/** @type {(score: Score) => ScoreText} */
const winsOf = ({ wins }) => ({ label: t('players.wins'), value: wins });

/** @type {(seat: Seat, text: ScoreText) => unknown} */
const score = (seat, { label, value }) => html`
  <span class="score"><small>${label}</small> <b data-testid="score-${seat}">${value}</b></span>`;

/**
 * The line below a name: whose it is, and what is to be known of the player now.
 *
 * @type {(state: RoomState, seat: Seat, mine: boolean) => unknown}
 */
function presence(state, seat, mine) {
  const words = [mine ? t('you') : '', standing(state, seat)].filter(Boolean);
  return html`<small class="presence">${words.join(' · ')}</small>`;
}

/** @type {(state: RoomState, seat: Seat) => string} */
function standing(state, seat) {
  if (state.gone.includes(seat)) {
    return t('players.gone');
  }
  if (isAway(state, seat)) {
    return t('players.away');
  }
  if (state.status === 'waiting') {
    return state.seats[seat]?.ready ? t('players.ready') : '';
  }
  return state.status === 'playing' && state.due.includes(seat) ? t('players.turn') : '';
}
