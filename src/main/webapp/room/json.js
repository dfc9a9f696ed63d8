/**
 * Reads a JSON text. What it holds is for the caller to know.
 *
 * @type {(text: string) => unknown}
 */
export const parseJson = (text) => JSON.parse(text);
