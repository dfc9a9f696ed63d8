import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';

/**
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { Position } from './notation.js'
 */

/**
 * A line above or below the board: how far a player has still to go, and the match.
 *
 * @param {Seat} seat
 * @param {Position} position
 * @param {number} pips
 * @param {unknown} [more] what else stands there
 */
export function tally(seat, { length, score }, pips, more = nothing) {
  return html`
    <div class="tally" data-testid="tally-${seat}">
      <i class="dot ${seat}" aria-hidden="true"></i>
      <span class="visually-hidden">${t(seat)}:</span>
      <span data-testid="pips-${seat}">${t('backgammon.pips', { count: pips })}</span>
      ${length > 0
        ? html`<span data-testid="match-score-${seat}">${t('backgammon.score', { points: score[seat] })}</span>`
        : nothing}
      <span class="more">${more}</span>
    </div>`;
}

/**
 * The match in a few words.
 *
 * @type {(position: Pick<Position, 'length' | 'crawford'>) => string}
 */
export const matchText = ({ length, crawford }) => {
  const match = length > 0 ? t('backgammon.match', { length }) : t('backgammon.money');
  return crawford ? `${match} · ${t('backgammon.crawford-game')}` : match;
};
