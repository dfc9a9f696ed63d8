/** A browser's storage. */
export function memory() {
  /** @type {Map<string, string>} */
  const items = new Map();
  return {
    getItem: (/** @type {string} */ key) => items.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => {
      items.set(key, value);
    },
    removeItem: (/** @type {string} */ key) => {
      items.delete(key);
    },
  };
}
