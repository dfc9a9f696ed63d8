let told = null;

async function ask() {
  const response = await fetch(new URL('records', document.baseURI));
  return response.json();
}

/**
 * The kinds of files that the server reads and writes, by game: it is asked once.
 *
 * @returns {Promise<Record<string, string[]>>} empty if the server does not tell
 */
export async function formatsByGame() {
  try {
    return await (told ??= ask());
  } catch {
    told = null;
    return {};
  }
}
