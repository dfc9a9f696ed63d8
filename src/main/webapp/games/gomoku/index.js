import { html } from 'lit';
import { hasText, t } from '../../i18n/index.js';
import { illustration } from './illustration.js';
import './board.js';
import './options.js';

/** A server may know rules that this page has no word for yet. */
const ruleName = (rule) => (hasText(`gomoku.rule.${rule}`) ? t(`gomoku.rule.${rule}`) : rule);

/** Gomoku as the page shows it. */
export const gomoku = {
  name: 'gomoku',

  defaults: { rule: 'freestyle', size: '15' },

  title: () => t('gomoku.name'),

  summary: ({ rule, size, forbidden }) =>
    t(forbidden === 'lose' ? 'gomoku.summary.lose' : 'gomoku.summary', { rule: ruleName(rule), size }),

  form: (options, change) =>
    html`<gomoku-options .options=${options} @choose=${(event) => change(event.detail)}></gomoku-options>`,

  /** Only Renju has this option: it says what comes of a forbidden move. */
  asksLegal: ({ forbidden }) => forbidden !== undefined,

  forbids: ({ forbidden }) => forbidden !== undefined,

  illustration,

  board: ({ position, lastMove, line, forbidden, seat, playable, inFlight, play }) => html`
    <gomoku-board
      .position=${position}
      .lastMove=${lastMove}
      .line=${line}
      .forbidden=${forbidden}
      .seat=${seat}
      .playable=${playable}
      .inFlight=${inFlight}
      @play=${(event) => play(event.detail)}
    ></gomoku-board>`,

  describeMove: (move) => move,
};
