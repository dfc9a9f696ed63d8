/**
 * @import { GameOption } from '../games/types.d.ts'
 *
 * @typedef {Record<string, string[]>} Formats the kinds of files of each game
 * @typedef {{game: string, options: GameOption[], seats: string[], formats: string[]}} ServedGame
 */

/** @type {Promise<ServedGame[]> | null} */
let told = null;

async function ask() {
  const response = await fetch(new URL('games', document.baseURI));
  /** @type {unknown} */
  const answer = await response.json();
  return /** @type {{games: ServedGame[]}} */ (answer).games;
}

/**
 * The games that the server has, and what may be chosen of each: it is asked once.
 *
 * @returns {Promise<ServedGame[]>} empty if the server does not tell
 */
export async function servedGames() {
  try {
    return await (told ??= ask());
  } catch {
    told = null;
    return [];
  }
}

/**
 * For each game that the server has the kinds of files that it reads and writes.
 *
 * @returns {Promise<Formats>} empty if the server does not tell
 */
export async function formatsByGame() {
  return Object.fromEntries((await servedGames()).map(({ game, formats }) => [game, formats]));
}
