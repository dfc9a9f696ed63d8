const FORGET_MS = 10_000;

/**
 * Tells screen readers something, after what they are saying.
 *
 * @param {string} text
 */
export function announce(text) {
  const line = document.createElement('p');
  line.textContent = text;
  document.getElementById('announcements')?.append(line);
  setTimeout(() => line.remove(), FORGET_MS);
}
