/** Files of games: where they are, and how the page reads one before it sends it to the server. Pure. */

/** The largest file that the server takes, in bytes. */
export const LARGEST = 1 << 20;

/**
 * The address of a round as a file, below the page's own.
 *
 * @type {(room: string, round: number, format: string) => string}
 */
export const recordAddress = (room, round, format) => `records/${room}/${round}.${format}`;

/**
 * The address of a room's whole log.
 *
 * @type {(room: string) => string}
 */
export const logAddress = (room) => `records/${room}.json`;

/**
 * Where a file is sent; its name tells what it is, if it is one of the known formats.
 *
 * @param {string} fileName
 * @param {string[]} formats
 */
export function importAddress(fileName, formats) {
  const format = /\.([^.]+)$/.exec(fileName)?.[1].toLowerCase();
  return format !== undefined && formats.includes(format) ? `records?format=${format}` : 'records';
}

/**
 * The text of a file: UTF-8, or what an SGF file names as its charset, or else the usual one of old programs.
 *
 * @param {ArrayBuffer | Uint8Array} bytes
 */
export function textOf(bytes) {
  for (const charset of ['utf-8', ...named(bytes), 'windows-1252']) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // Another charset may do.
    }
  }
  return new TextDecoder('utf-8').decode(bytes);
}

/** @type {(bytes: ArrayBuffer | Uint8Array) => string[]} */
function named(bytes) {
  const [, charset] = /CA\[([\w-]+)\]/.exec(new TextDecoder('windows-1252').decode(bytes)) ?? [];
  return charset ? [charset] : [];
}
