/** @type {(number: number) => string} */
const two = (number) => String(number).padStart(2, '0');

/**
 * A time since the start of a game, as a chess clock shows it: `mm:ss`, from an hour on `h:mm:ss`.
 *
 * @param {number} milliseconds
 */
export function elapsed(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
