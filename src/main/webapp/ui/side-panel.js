import { html, nothing } from 'lit';
import './dice-check.js';
import './move-list.js';
import './room-chat.js';

/**
 * What stands beside the board: the moves of the game on show, the chat, and the line about the dice.
 *
 * @param {import('../room/room.js').Room} room
 * @param {import('./replay.js').Replay} replay
 * @param {import('../games/index.js').GameView} game
 */
export const sidePanel = (room, replay, game) => html`
  <div class="side">
    <move-list
      .moves=${replay.game.moves}
      .since=${replay.game.start?.at}
      .shown=${replay.number}
      .game=${game}
      @look=${(event) => replay.show(event.detail)}
      @go=${(event) => replay.go(event.detail)}
    ></move-list>
    <room-chat
      .timeline=${room.state.timeline}
      .seat=${room.seat}
      .game=${game}
      .online=${room.online}
      @say=${(event) => room.say(event.detail)}
    ></room-chat>
    ${room.state.dice
      ? html`<dice-check .dice=${room.state.dice} .diceCommitment=${room.diceCommitment} .game=${game}></dice-check>`
      : nothing}
  </div>`;
