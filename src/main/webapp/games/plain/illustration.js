import { html } from 'lit';

/** Two stones side by side, for the start page: all that is known of a game before it is played. */
export const illustration = () => html`
  <svg viewBox="0 0 32 32" focusable="false">
    <circle cx="12.5" cy="13" r="8" fill="#211d1a"></circle>
    <circle cx="20" cy="19.5" r="8" fill="#fffdf8" stroke="#a98a5c" stroke-width="0.4"></circle>
  </svg>`;
