import { onDevice } from './storage.js';

const KEY = 'parlor:name';

export const LONGEST_NAME = 40;

/** The name that was used on this device before, or nothing. */
export const rememberedName = () => onDevice.getItem(KEY) ?? '';

/** Remembers a name as typed, and returns it as the server takes it: without blanks around, null if there is none. */
export function rememberName(typed) {
  const name = typed.trim();
  onDevice.setItem(KEY, name);
  return name || null;
}
