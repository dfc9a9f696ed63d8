import { html } from 'lit';
import { keyed } from 'lit-html/directives/keyed.js';
import { t } from './i18n/index.js';
import { isRoomName } from './room/address.js';
import { PageElement } from './ui/element.js';
import { startLanguage } from './ui/language.js';
import './ui/home.js';
import './ui/room-page.js';

/** @import { Entry, Founder } from './ui/home.js' */

const pageHref = () => location.href.split('#')[0];

/** The page: its head, and below it the start page or the room that the address names. */
class ParlorApp extends PageElement {
  static properties = { href: { state: true }, founder: { state: true } };

  #navigated = () => this.#show(null);

  constructor() {
    super();
    this.href = pageHref();
    /** @type {Founder | null} */
    this.founder = null;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('popstate', this.#navigated);
  }

  disconnectedCallback() {
    removeEventListener('popstate', this.#navigated);
    super.disconnectedCallback();
  }

  render() {
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${t('skip')}</a>
      <header class="page-head">
        <a class="brand" href="./" aria-label=${t('home')}>
          <i class="dot black" aria-hidden="true"></i><i class="dot white" aria-hidden="true"></i><span>Parlor</span>
        </a>
        <language-picker></language-picker>
      </header>
      <main id="content" tabindex="-1">${keyed(this.href, this.#content())}</main>`;
  }

  #content() {
    const room = new URL(this.href).searchParams.get('room');
    if (room !== null && isRoomName(room)) {
      return html`
        <room-page .href=${this.href} .founder=${this.founder} @home=${() => this.#go({ href: './', founder: null })}></room-page>`;
    }
    document.title = 'Parlor';
    return html`
      <home-page ?lost=${room !== null} @enter=${(/** @type {CustomEvent<Entry>} */ { detail }) => this.#go(detail)}></home-page>`;
  }

  /** @param {Event} event */
  #skip(event) {
    event.preventDefault();
    this.find('main', HTMLElement).focus();
  }

  /** @param {Entry} entry */
  async #go({ href, founder }) {
    history.pushState(null, '', href);
    this.#show(founder);
    await this.updateComplete;
    this.find('main', HTMLElement).focus();
  }

  /** @param {Founder | null} founder */
  #show(founder) {
    this.founder = founder;
    this.href = pageHref();
  }
}

startLanguage();
customElements.define('parlor-app', ParlorApp);
