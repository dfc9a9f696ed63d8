import { html } from 'lit';

/**
 * @import { GameView } from '../games/types.d.ts'
 * @import { Room } from '../room/room.js'
 * @import { Replay } from './replay.js'
 */

/**
 * The board of the room's game with the position on show.
 *
 * @param {Room} room
 * @param {Replay} replay
 * @param {GameView} game
 * @param {(move: string) => void} play
 */
export function gameBoard(room, replay, game, play) {
  const { live, shown } = replay;
  const { position } = shown;
  if (position === null) {
    return html`<div class="board-to-come"></div>`;
  }
  return game.board({
    ...shown,
    position,
    options: room.state.options,
    plays: live ? room.legal.plays : [],
    forbidden: live ? room.legal.forbidden : replay.forbidden,
    seat: room.seat,
    playable: live && room.playable,
    inFlight: live ? room.moveInFlight : null,
    play,
  });
}
