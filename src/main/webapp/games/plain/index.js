import { html } from 'lit';
import './board.js';

/**
 * Any game as the page shows it that has no view of its own: the position as it is written, and a button for every legal move.
 *
 * @param {string | null} name of the game; null while it is not known
 */
export const plain = (name) => ({
  summary: (options) => [name, ...Object.values(options)].filter(Boolean).join(' · '),

  asksLegal: () => true,

  board: ({ position, lastMove, dice, playable, plays, inFlight, play }) => html`
    <plain-board
      .position=${position}
      .lastMove=${lastMove}
      .dice=${dice}
      .playable=${playable}
      .plays=${plays}
      .inFlight=${inFlight}
      @play=${(event) => play(event.detail)}
    ></plain-board>`,

  describeMove: (move) => move,
});
