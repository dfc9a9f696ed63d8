import { html } from 'lit';
import { addTexts, t } from '../../i18n/index.js';
import { readPlay, readPosition } from './notation.js';
import { moveText, questionText, spoken } from './words.js';
import './board.js';
import en from './en.js';
import { illustration } from './illustration.js';
import { DEFAULTS } from './options.js';
import zh from './zh.js';

/**
 * @import { Score } from '../../room/types.d.ts'
 * @import { GameView, Options, ScoreText } from '../types.d.ts'
 */

addTexts({ en, zh });

/** Moves that are no checkers' plays, in the order of their buttons. */
const CALLS = ['roll', 'double', 'beaver', 'take', 'drop', 'pass'];

/** @type {(move: string) => number} */
const rank = (move) => (CALLS.includes(move) ? CALLS.indexOf(move) : CALLS.length);

/**
 * Backgammon as the page shows it.
 *
 * @type {GameView}
 */
export const backgammon = {
  name: 'backgammon',

  defaults: DEFAULTS,

  title: () => t('backgammon.name'),

  summary: (options) => summary(options),

  form: (options, change) =>
    html`<backgammon-options .options=${options} @choose=${(/** @type {CustomEvent<Options>} */ event) => change(event.detail)}></backgammon-options>`,

  asksLegal: () => true,

  choices: (plays) =>
    plays
      .map(({ move }) => move)
      .filter((move) => readPlay(move) === null)
      .sort((one, other) => rank(one) - rank(other))
      .map((move) => ({ move, label: moveText(move) })),

  task: (_, { position }) => (position === null ? '' : questionText(readPosition(position))),

  score: ({ length }, won) => score(Number(length), won),

  resignAbout: ({ length }) => (Number(length) > 1 ? t('backgammon.resign-match.about') : t('action.resign.about')),

  illustration,

  board: ({ options, position, moves, seat, playable, plays, play }) => html`
    <backgammon-board
      .position=${position}
      .cube=${options.cube === 'on'}
      .moves=${moves}
      .seat=${seat}
      .playable=${playable}
      .plays=${plays}
      @play=${(/** @type {CustomEvent<string>} */ event) => play(event.detail)}
    ></backgammon-board>`,

  describeMove: moveText,

  sayMove: spoken,

  isOpening: (position) => !readPosition(position).begun,

  describeRoll: (dice) => `${[...dice].sort((one, other) => other - one).join('')}:`,
};

/**
 * Who plays for money counts points; a match is won or lost as a whole, and the board tells its points.
 *
 * @type {(length: number, won: Score) => ScoreText}
 */
function score(length, { wins, points }) {
  if (length === 0) {
    return { label: t('backgammon.points'), value: points };
  }
  return { label: t(length === 1 ? 'players.wins' : 'backgammon.matches'), value: wins };
}

/**
 * The options that say more than the usual rules do.
 *
 * @type {(options: Options) => string}
 */
function summary({ length, cube, crawford, jacoby, beavers }) {
  const special = [
    cube === 'off' && 'no-cube',
    crawford === 'off' && 'no-crawford',
    jacoby === 'off' && 'no-jacoby',
    beavers === 'on' && 'beavers',
  ].filter(Boolean);
  return [
    t('backgammon.name'),
    Number(length) > 0 ? t('backgammon.match', { length }) : t('backgammon.money'),
    ...special.map((rule) => t(`backgammon.summary.${rule}`)),
  ].join(' · ');
}
