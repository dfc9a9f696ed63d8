/** Where rooms are: the page's own address names the room, and the WebSocket's address follows from it. */

const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** What names a position inside a room's game; the server need not know. */
const POSITION = ['round', 'move'];

/** @type {(text: string) => boolean} */
export const isRoomName = (text) => NAME.test(text);

/**
 * Reads a room's name as people give it: the name itself, or the link to it.
 *
 * @param {string} text
 * @returns {string | null} null if there is none
 */
export function readRoomName(text) {
  const given = text.trim();
  if (isRoomName(given)) {
    return given;
  }
  try {
    const name = new URL(given).searchParams.get('room') ?? '';
    return isRoomName(name) ? name : null;
  } catch {
    return null;
  }
}

/**
 * The page's address of a room, good for sharing.
 *
 * @param {string} base the page's address
 * @param {string} room
 * @param {Record<string, string | null | undefined>} parameters the game and its options; empty values are left out
 */
export function pageAddress(base, room, parameters = {}) {
  const address = new URL('.', base);
  address.searchParams.set('room', room);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) {
      address.searchParams.set(name, value);
    }
  }
  return address.href;
}

/**
 * The WebSocket's address of the room that a page's address names.
 *
 * @param {string} page the page's address, with `room` and perhaps the game and its options
 */
export function socketAddress(page) {
  const { searchParams } = new URL(page);
  const address = new URL(`rooms/${encodeURIComponent(searchParams.get('room') ?? '')}`, page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  ['room', ...POSITION].forEach((name) => searchParams.delete(name));
  address.search = searchParams.toString();
  return address.href;
}

/**
 * The page's address of a position inside a game of a room: after `number` moves of the `round`th.
 *
 * @type {(page: string, round: number, number: number) => string}
 */
export function moveAddress(page, round, number) {
  const address = new URL(page);
  address.hash = `round=${round}&move=${number}`;
  return address.href;
}

/** @type {(text: string | null | undefined) => number | null} */
const whole = (text) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : null);

/**
 * Which position a page's address names, after the `#` or in its query: `round=2&move=12`.
 *
 * @param {string} page
 * @returns {{round: number | null, number: number} | null} how many moves have been played there, in which game (null for
 *     the latest); null if the address names none. Without a `move` it is the end of the `round`.
 */
export function readMove(page) {
  const { hash, searchParams } = new URL(page);
  const named = [new URLSearchParams(hash.slice(1)), searchParams].find((it) => it.has('move') || it.has('round'));
  const round = whole(named?.get('round'));
  const number = whole(named?.get('move'));
  return round === null && number === null ? null : { round, number: number ?? Infinity };
}

/**
 * The page's address without the position that it names.
 *
 * @param {string} page
 */
export function withoutMove(page) {
  const address = new URL(page);
  address.hash = '';
  POSITION.forEach((name) => address.searchParams.delete(name));
  return address.href;
}
