import { t } from '../i18n/index.js';

/**
 * @import { GameView } from '../games/types.d.ts'
 * @import { RoomState } from '../room/types.d.ts'
 * @import { Question } from './confirm.js'
 */

/** @type {(state: RoomState, game: GameView) => Question} */
export const resignQuestion = ({ options }, game) => ({
  title: t('action.resign.title'),
  text: game.resignAbout?.(options) ?? t('action.resign.about'),
  yes: t('action.resign'),
  no: t('action.keep-playing'),
});

/** @type {(state: RoomState) => Question} */
export const leaveQuestion = ({ status }) => ({
  title: t('room.leave.title'),
  text: t(status === 'playing' ? 'room.leave.playing' : 'room.leave.idle'),
  yes: t('room.leave.confirm'),
  no: t('room.stay'),
});
