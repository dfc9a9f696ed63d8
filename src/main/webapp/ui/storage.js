/**
 * The browser's storages, or a memory of our own where the browser keeps them shut.
 *
 * @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} Store
 */

/** @type {(name: 'localStorage' | 'sessionStorage') => Store} */
function open(name) {
  try {
    globalThis[name].setItem('parlor', '');
    globalThis[name].removeItem('parlor');
    return globalThis[name];
  } catch {
    /** @type {Map<string, string>} */
    const memory = new Map();
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => memory.set(key, value),
      removeItem: (key) => memory.delete(key),
    };
  }
}

/** Kept on this device: the reader's name and language. */
export const onDevice = open('localStorage');

/** Kept in this tab: the player's seats. */
export const inTab = open('sessionStorage');
