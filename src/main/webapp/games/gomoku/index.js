import { html } from 'lit';
import { addTexts, hasText, t } from '../../i18n/index.js';
import en from './en.js';
import { illustration } from './illustration.js';
import './board.js';
import { marks, mayBeOpening, moveAt, offered, pointOf, task } from './opening.js';
import { isPoint } from './notation.js';
import './options.js';
import { choiceText, moveText, taskText } from './words.js';
import zh from './zh.js';

/** @import { GameView, Options } from '../types.d.ts' */

addTexts({ en, zh });

/**
 * A server may know rules and openings that this page has no word for yet.
 *
 * @type {(kind: string, value?: string) => string}
 */
const nameOf = (kind, value = '') => (hasText(`gomoku.${kind}.${value}`) ? t(`gomoku.${kind}.${value}`) : value);

/**
 * The points that are not open, and how a screen reader is told why.
 *
 * @type {(forbidden: string[], closed: string[]) => {points: string[], why: string}}
 */
function closedPoints(forbidden, closed) {
  return forbidden.length > 0 ? { points: forbidden, why: 'gomoku.forbidden' } : { points: closed, why: 'gomoku.closed' };
}

/**
 * Gomoku as the page shows it.
 *
 * @type {GameView}
 */
export const gomoku = {
  name: 'gomoku',

  defaults: { rule: 'freestyle', size: '15' },

  title: () => t('gomoku.name'),

  summary({ rule, size, forbidden, opening }) {
    const text = forbidden === 'lose' ? 'gomoku.summary.lose' : 'gomoku.summary';
    const summary = t(text, { rule: nameOf('rule', rule), size });
    return opening ? t('gomoku.summary.opening', { summary, opening: nameOf('opening', opening) }) : summary;
  },

  form: (options, change) =>
    html`<gomoku-options .options=${options} @choose=${(/** @type {CustomEvent<Options>} */ event) => change(event.detail)}></gomoku-options>`,

  /** Only Renju has the option of a forbidden move. */
  asksLegal: ({ forbidden }, state) => forbidden !== undefined || mayBeOpening(state),

  choices: (plays, state) =>
    plays.filter(({ move }) => pointOf(move) === null).map(({ move }) => ({ move, ...choiceText(move, state) })),

  /** An opening begins on an empty board. */
  optionsFromPosition: ({ opening, ...options }) => options,

  forbids: ({ forbidden }) => forbidden !== undefined,

  illustration,

  task: (plays, state, mine) => taskText(task(state, plays), state, mine),

  board({ position, moves, lastMove, line, plays, forbidden, playable, inFlight, play }) {
    const { open, closed } = marks(position, moves, plays);
    const { points, why } = closedPoints(forbidden, closed);
    const choosing = plays.length > 0 && plays.every(({ move }) => pointOf(move) === null);
    return html`
      <gomoku-board
        .position=${position}
        .lastMove=${lastMove}
        .line=${line}
        .forbidden=${points}
        .why=${why}
        .open=${open}
        .offered=${offered(moves)}
        .playable=${playable && !choosing}
        .inFlight=${inFlight && pointOf(inFlight)}
        @play=${(/** @type {CustomEvent<string>} */ event) => play(moveAt(event.detail, plays))}
      ></gomoku-board>`;
  },

  describeMove: moveText,

  /** Stones take turns, whoever puts them: the one just put is not of the colour that is next. */
  moveColour({ seat, move = '', position }) {
    const last = position.endsWith('w') ? 'black' : 'white';
    return isPoint(move) ? last : seat;
  },
};
