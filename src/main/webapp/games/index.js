import { html } from 'lit';
import { t } from '../i18n/index.js';
import { gomoku } from './gomoku/index.js';

/**
 * The games that this page can show, by name.
 *
 * @typedef {object} BoardProps what a room tells its board
 * @property {string} position in the game's notation
 * @property {string | null} lastMove
 * @property {string[]} line what decided the game, to be marked; empty if nothing did
 * @property {'black' | 'white' | null} seat this player's own, null for someone who watches
 * @property {boolean} playable whether this player may move now
 * @property {string[]} forbidden places that the server forbids the one to move, to be marked
 * @property {string | null} inFlight a move on its way to the server
 * @property {(move: string) => void} play
 *
 * @typedef {object} GameView
 * @property {string} name as in a room's address
 * @property {string[]} formats the kinds of files in which the server keeps this game
 * @property {Record<string, string>} defaults the options to begin with
 * @property {() => string} title
 * @property {(options: Record<string, string>) => string} summary
 * @property {(options: Record<string, string>, change: (options: Record<string, string>) => void) => unknown} form
 * @property {(options: Record<string, string>) => boolean} hasForbidden whether free places may be forbidden
 * @property {(props: BoardProps) => unknown} board
 * @property {(move: string) => string} describeMove
 *
 * @type {Record<string, GameView>}
 */
export const GAMES = { gomoku };

/** A game that this page can't show: its moves and its talk can still be read. */
const UNKNOWN = {
  formats: [],
  summary: () => '',
  hasForbidden: () => false,
  board: () => html`<p class="problem">${t('game.unknown')}</p>`,
  describeMove: (move) => move,
};

/** @returns {Pick<GameView, 'formats' | 'summary' | 'hasForbidden' | 'board' | 'describeMove'>} */
export const gameView = (name) => GAMES[name] ?? UNKNOWN;

/** The kinds of files from which a game can be opened. */
export const formats = () => [...new Set(Object.values(GAMES).flatMap((game) => game.formats))];
