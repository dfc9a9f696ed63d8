let told = null;

async function ask() {
  const response = await fetch(new URL('records', document.baseURI));
  return response.json();
}

/**
 * The games that the server has, and for each the kinds of files that it reads and writes: it is asked once.
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
