import { html, nothing } from 'lit';
import './dice-check.js';
import './move-list.js';
import './room-chat.js';

/**
 * @import { GameView } from '../games/types.d.ts'
 * @import { Direction } from '../room/replay.js'
 * @import { Room } from '../room/room.js'
 * @import { Replay } from './replay.js'
 */

/**
 * What stands beside the board: the moves of the game on show, the chat, and the line about the dice.
 *
 * @param {Room} room
 * @param {Replay} replay
 * @param {GameView} game
 */
export const sidePanel = (room, replay, game) => html`
  <div class="side">
    <move-list
      .moves=${replay.game.moves}
      .since=${replay.game.start?.at ?? 0}
      .shown=${replay.number}
      .game=${game}
      @look=${(/** @type {CustomEvent<number>} */ event) => replay.show(event.detail)}
      @go=${(/** @type {CustomEvent<Direction>} */ event) => replay.go(event.detail)}
    ></move-list>
    <room-chat
      .timeline=${room.state.timeline}
      .seat=${room.seat}
      .game=${game}
      .online=${room.online}
      @say=${(/** @type {CustomEvent<string>} */ event) => room.say(event.detail)}
    ></room-chat>
    ${room.state.dice
      ? html`<dice-check .dice=${room.state.dice} .diceCommitment=${room.diceCommitment} .game=${game}></dice-check>`
      : nothing}
  </div>`;
