/** Where rooms are: the page's own address names the room, and the WebSocket's address follows from it. */

const NAME = /^[A-Za-z0-9_-]{1,64}$/;

export const isRoomName = (text) => NAME.test(text);

/**
 * Reads a room's name as people give it: the name itself, or the link to it.
 *
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
 * @param {Record<string, string>} parameters the game and its options; empty values are left out
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
  const address = new URL(`rooms/${encodeURIComponent(searchParams.get('room'))}`, page);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  searchParams.delete('room');
  address.search = searchParams.toString();
  return address.href;
}

/** The page's address of a position inside a room's game: after `number` moves. */
export function moveAddress(page, number) {
  const address = new URL(page);
  address.hash = `move=${number}`;
  return address.href;
}

/**
 * Which position of the game a page's address names.
 *
 * @param {string} page
 * @returns {number | null} how many moves have been played there; null if the address names none
 */
export function readMove(page) {
  const [, number] = /^#move=(\d{1,9})$/.exec(new URL(page).hash) ?? [];
  return number === undefined ? null : Number(number);
}
