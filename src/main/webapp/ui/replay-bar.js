import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { moveAddress } from '../room/address.js';
import { WAYS } from '../room/replay.js';
import './share-link.js';

const SIGNS = { first: '«', back: '‹', forward: '›', last: '»' };

/**
 * Steps through the game, and says so while the board does not show it as it stands.
 *
 * @param {import('./replay.js').Replay} replay
 * @param {number} count how many moves the game has
 * @param {string} href the room's address
 */
export function replayBar(replay, count, href) {
  if (count === 0) {
    return nothing;
  }
  return html`
    <section
      class="replay"
      aria-label=${t('replay.title')}
      data-testid="replay"
      data-move=${replay.number}
      ?data-looking-back=${!replay.live}
    >
      <div class="buttons steps">${WAYS.map((way) => stepButton(replay, way))}</div>
      ${replay.live ? nothing : lookingBack(replay, count, href)}
    </section>`;
}

function stepButton(replay, way) {
  const label = t(`replay.${way}`);
  return html`
    <button data-testid=${way} title=${label} aria-label=${label} @click=${() => replay.step(way)}>
      ${SIGNS[way]}
    </button>`;
}

function lookingBack(replay, count, href) {
  const { number, news } = replay;
  return html`
    <p>
      ${t(number === 0 ? 'replay.at-start' : 'replay.at', { number, count })}
      ${news > 0 ? html`<b data-testid="news">${t('replay.news', { count: news })}</b>` : nothing}
    </p>
    <div class="buttons">
      <button class="primary" data-testid="to-game" @click=${() => replay.step('last')}>${t('replay.to-game')}</button>
      <share-link compact .href=${moveAddress(href, number)} .label=${t('replay.copy')}></share-link>
    </div>`;
}
