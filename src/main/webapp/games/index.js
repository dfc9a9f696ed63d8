import { backgammon } from './backgammon/index.js';
import { gomoku } from './gomoku/index.js';
import { plain } from './plain/index.js';

/** @import { GameView } from './types.d.ts' */

/**
 * The games that this page can show, by name.
 *
 * @type {Record<string, GameView>}
 */
export const GAMES = { gomoku, backgammon };

/**
 * A game that this page has no view of is shown as it is written.
 *
 * @param {string | null} name null while it is not known
 * @returns {GameView}
 */
export const gameView = (name) => (name !== null && Object.hasOwn(GAMES, name) ? GAMES[name] : plain(name ?? ''));
