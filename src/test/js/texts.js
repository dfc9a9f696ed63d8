import { readdirSync } from 'node:fs';
import { addTexts } from '../../main/webapp/i18n/index.js';

/** @import { Language, Texts } from '../../main/webapp/i18n/index.js' */

export const WEBAPP = new URL('../../main/webapp/', import.meta.url);

/** The folders that hold the texts of a part of the page, below the page: its own, and each game's. */
export const FOLDERS = ['i18n', ...readdirSync(new URL('games', WEBAPP), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `games/${name}`)];

/**
 * The texts of a folder in each language.
 *
 * @param {string} folder
 * @returns {Promise<Record<Language, Texts>>}
 */
export async function textsOf(folder) {
  const read = async (/** @type {Language} */ language) => {
    /** @type {unknown} */
    const module = await import(new URL(`${folder}/${language}.js`, WEBAPP).href);
    return /** @type {{default: Texts}} */ (module).default;
  };
  return { en: await read('en'), zh: await read('zh') };
}

/** Adds the texts of all games, as the games themselves do in a browser. */
export async function addGameTexts() {
  for (const folder of FOLDERS.slice(1)) {
    addTexts(await textsOf(folder));
  }
}
