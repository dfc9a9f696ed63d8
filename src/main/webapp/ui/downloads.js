import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { logAddress, recordAddress } from '../room/record.js';

/**
 * A game as a file, in every kind there is, and the log of its room.
 *
 * @param {string} room
 * @param {number} round 0 if none has begun
 * @param {string[]} formats
 */
export function downloads(room, round, formats) {
  if (round === 0) {
    return nothing;
  }
  return html`
    <details class="downloads" data-testid="downloads">
      <summary class="button">${t('record.title')}</summary>
      <ul>
        ${formats.map((format) => download(recordAddress(room, round, format), format))}
        ${download(logAddress(room), 'json')}
      </ul>
    </details>`;
}

const download = (address, format) => html`
  <li><a href=${address} download data-testid="download-${format}">${t(`record.${format}`)}</a></li>`;
