/** @typedef {Record<string, string[]>} Formats the kinds of files of each game */

/** @type {Promise<Formats> | null} */
let told = null;

async function ask() {
  const response = await fetch(new URL('records', document.baseURI));
  /** @type {unknown} */
  const formats = await response.json();
  return /** @type {Formats} */ (formats);
}

/**
 * The games that the server has, and for each the kinds of files that it reads and writes: it is asked once.
 *
 * @returns {Promise<Formats>} empty if the server does not tell
 */
export async function formatsByGame() {
  try {
    return await (told ??= ask());
  } catch {
    told = null;
    return {};
  }
}
