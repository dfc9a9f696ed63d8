import { html } from 'lit';
import { addTexts, t } from '../../i18n/index.js';
import './board.js';
import en from './en.js';
import { illustration } from './illustration.js';
import zh from './zh.js';

/** @import { GameView } from '../types.d.ts' */

addTexts({ en, zh });

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

  form: () => html`<p class="hint">${t('plain.about')}</p>`,

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
