import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { announce } from './announce.js';
import { PageElement, required } from './element.js';

/** @import { FieldEvent } from './element.js' */

const SHOWN_MS = 2_500;

/** The room's link and a button that copies it; the button alone if `compact`, with a `label` of its own if given. */
class ShareLink extends PageElement {
  static properties = { href: {}, compact: { type: Boolean }, label: {}, outcome: { state: true } };

  constructor() {
    super();
    /** @type {string} */
    this.href = required();
    this.compact = false;
    /** @type {string | undefined} */
    this.label = undefined;
    /** @type {'copied' | 'failed' | null} */
    this.outcome = null;
  }

  render() {
    return html`
      ${this.compact
        ? nothing
        : html`<label class="field" for="share-link"><span>${t('room.share')}</span></label>`}
      <div class="beside">
        <input
          id=${this.compact ? nothing : 'share-link'}
          class=${this.compact ? 'visually-hidden' : nothing}
          tabindex=${this.compact ? -1 : nothing}
          readonly
          aria-label=${t('room.share')}
          data-testid="share-link"
          .value=${this.href}
          @focus=${(/** @type {FieldEvent} */ { currentTarget }) => currentTarget.select()}
        />
        <button class=${this.compact ? 'quiet' : nothing} data-testid="copy" @click=${this.#copy}>
          ${this.outcome === 'copied' ? html`✓ ${t('room.copied')}` : (this.label ?? t('room.copy'))}
        </button>
      </div>
      ${this.outcome === 'failed' ? html`<p class="hint">${t('room.copy.failed')}</p>` : nothing}`;
  }

  async #copy() {
    this.outcome = (await this.#toClipboard()) ? 'copied' : 'failed';
    announce(t(this.outcome === 'copied' ? 'room.copied' : 'room.copy.failed'));
    setTimeout(() => {
      this.outcome = null;
    }, SHOWN_MS);
  }

  /** Pages served over plain http have no clipboard: there the old command copies what is selected. */
  async #toClipboard() {
    try {
      await navigator.clipboard.writeText(this.href);
      return true;
    } catch {
      this.find('input', HTMLInputElement).focus();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way there
      return document.execCommand('copy');
    }
  }
}

customElements.define('share-link', ShareLink);
