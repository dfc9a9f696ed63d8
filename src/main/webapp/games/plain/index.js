import { html } from 'lit';
import { addTexts, t } from '../../i18n/index.js';
import './board.js';
import en from './en.js';
import { illustration } from './illustration.js';
import zh from './zh.js';

/** @import { GameOption, GameView, Options } from '../types.d.ts' */

addTexts({ en, zh });

/**
 * An option by its name, as the game writes it. What nobody chooses stays out of the address.
 *
 * @type {(option: GameOption, options: Options, change: (options: Options) => void) => unknown}
 */
const choice = ({ name, values, usual }, options, change) => html`
  <label class="field">
    <span>${name}</span>
    <select
      name=${name}
      @change=${(/** @type {Event & {currentTarget: HTMLSelectElement}} */ { currentTarget }) =>
        change({ ...options, [name]: currentTarget.value })}
    >
      ${values.map((value) => html`<option ?selected=${value === (options[name] ?? usual)}>${value}</option>`)}
    </select>
  </label>`;

/**
 * Any game as the page shows it that has no view of its own: the position as it is written, and a button for every legal move.
 *
 * @param {string} name of the game; empty while it is not known
 * @returns {GameView}
 */
export const plain = (name) => ({
  name,

  defaults: {},

  title: () => name,

  summary: (options) => [name, ...Object.values(options)].filter(Boolean).join(' · '),

  form: (options, change, told) => html`
    <p class="hint">${t('plain.about')}</p>
    ${told.map((option) => choice(option, options, change))}`,

  asksLegal: () => true,

  illustration,

  board: ({ position, lastMove, dice, playable, plays, inFlight, play }) => html`
    <plain-board
      .position=${position}
      .lastMove=${lastMove}
      .dice=${dice}
      .playable=${playable}
      .plays=${plays}
      .inFlight=${inFlight}
      @play=${(/** @type {CustomEvent<string>} */ event) => play(event.detail)}
    ></plain-board>`,

  describeMove: (move) => move,
});
