import { readFileSync } from 'node:fs';
import { parseJson } from '../../main/webapp/room/json.js';

/**
 * Reads a file with a JSON value on each line.
 *
 * @template T
 * @param {URL} file
 * @returns {T[]}
 */
export const readJsonLines = (file) =>
  readFileSync(file, 'utf8').trim().split('\n').map((line) => /** @type {T} */ (parseJson(line)));
