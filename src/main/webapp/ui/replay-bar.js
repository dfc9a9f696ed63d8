import { html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { t } from '../i18n/index.js';
import { moveAddress } from '../room/address.js';
import { DIRECTIONS } from '../room/replay.js';
import './game-downloads.js';
import './share-link.js';
import { endText } from './words.js';

/**
 * @import { Direction } from '../room/replay.js'
 * @import { RoomState } from '../room/types.d.ts'
 * @import { Replay } from './replay.js'
 */

const SIGNS = { first: '«', back: '‹', forward: '›', last: '»' };

/**
 * Steps through the games of a room, and says so while the board does not show the one that is on as it stands.
 *
 * @param {Replay} replay
 * @param {RoomState} state
 * @param {object} about
 * @param {string} about.href the room's address
 * @param {() => void} about.playOn opens another room that begins at the position on the board
 */
export function replayBar(replay, state, { href, playOn }) {
  if (state.moves.length + state.past.length === 0) {
    return nothing;
  }
  return html`
    <section
      class="replay"
      aria-label=${t('replay.title')}
      data-testid="replay"
      data-round=${replay.game.round}
      data-move=${replay.number}
      ?data-looking-back=${!replay.live}
    >
      <div class="buttons steps">
        ${DIRECTIONS.map((direction) => stepButton(replay, direction))} ${state.past.length === 0 ? nothing : roundChoice(replay, state)}
        <game-downloads .room=${state.room} .game=${state.game} .round=${replay.game.round}></game-downloads>
      </div>
      ${replay.live ? nothing : lookingBack(replay)}
      <div class="buttons">
        ${replay.live ? nothing : backToGame(replay, href)} ${replay.playOnFrom === null ? nothing : playOnButton(playOn)}
      </div>
    </section>`;
}

/** @type {(replay: Replay, state: RoomState) => unknown} */
function roundChoice(replay, state) {
  return html`
    <label class="round">
      <span>${t('replay.round')}</span>
      <select data-testid="round" @change=${(/** @type {Event & {currentTarget: HTMLSelectElement}} */ { currentTarget }) =>
        replay.show(Infinity, Number(currentTarget.value))}>
        ${[...state.past, state].map(
          ({ round }) => html`<option value=${round} .selected=${live(round === replay.game.round)}>${round}</option>`,
        )}
      </select>
    </label>`;
}

/** @type {(replay: Replay, direction: Direction) => unknown} */
function stepButton(replay, direction) {
  const label = t(`replay.${direction}`);
  return html`
    <button data-testid=${direction} title=${label} aria-label=${label} @click=${() => replay.go(direction)}>
      ${SIGNS[direction]}
    </button>`;
}

/** @type {(replay: Replay) => unknown} */
function lookingBack(replay) {
  const { game, number, unseenMoves, result } = replay;
  const count = game.moves.length;
  return html`
    <p>
      ${t(number === 0 ? 'replay.at-start' : 'replay.at', { number, count })}
      ${result ? html`<b data-testid="end">${endText(game)}</b>` : nothing}
      ${unseenMoves > 0 ? html`<b data-testid="news">${t('replay.news', { count: unseenMoves })}</b>` : nothing}
    </p>`;
}

/** @type {(replay: Replay, href: string) => unknown} */
function backToGame(replay, href) {
  const link = moveAddress(href, replay.game.round, replay.number);
  return html`
    <button class="primary" data-testid="to-game" @click=${() => replay.toGame()}>${t('replay.to-game')}</button>
    <share-link compact .href=${link} .label=${t('replay.copy')}></share-link>`;
}

/** @type {(playOn: () => void) => unknown} */
function playOnButton(playOn) {
  return html`
    <button data-testid="play-on" title=${t('replay.play-on.about')} @click=${playOn}>${t('replay.play-on')}</button>`;
}
