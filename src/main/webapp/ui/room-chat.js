import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { PageElement, required } from './element.js';
import { eventText } from './words.js';

/**
 * @import { PropertyValues } from 'lit'
 * @import { GameView } from '../games/types.d.ts'
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { RoomEvent } from '../room/types.d.ts'
 */

const LONGEST = 500;

/** What was said and what befell the room. Fires `say` (detail: the text). */
class RoomChat extends PageElement {
  static properties = {
    timeline: { attribute: false },
    seat: {},
    game: { attribute: false },
    online: { type: Boolean },
  };

  /** Whether the latest line is in view, and is to stay there when the list gets smaller. */
  #atEnd = true;
  #size = new ResizeObserver(() => this.#resized());

  constructor() {
    super();
    /** @type {RoomEvent[]} */
    this.timeline = [];
    /** @type {Seat | null} */
    this.seat = null;
    /** @type {GameView} */
    this.game = required();
    this.online = false;
  }

  firstUpdated() {
    this.#size.observe(this.find('ol', HTMLElement));
  }

  /** @param {PropertyValues<this>} changed */
  updated(changed) {
    if (changed.has('timeline')) {
      this.#toEnd();
    }
  }

  #resized() {
    if (this.#atEnd) {
      this.#toEnd();
    }
  }

  #toEnd() {
    const list = this.find('ol', HTMLElement);
    list.scrollTop = list.scrollHeight;
  }

  /** @param {Event & {currentTarget: HTMLElement}} event */
  #scrolled({ currentTarget: list }) {
    this.#atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 2;
  }

  render() {
    return html`
      <section class="card chat" aria-labelledby="chat-title">
        <h2 id="chat-title">${t('chat.title')}</h2>
        <ol tabindex="0" aria-labelledby="chat-title" data-testid="chat" @scroll=${this.#scrolled}>
          ${this.timeline.length === 0 ? html`<li class="event">${t('chat.none')}</li>` : nothing}
          ${this.timeline.map((event) => this.#line(event))}
        </ol>
        <form class="beside" @submit=${this.#say}>
          <input
            name="text"
            data-testid="say"
            autocomplete="off"
            maxlength=${LONGEST}
            aria-label=${t('chat.message')}
            placeholder=${t('chat.message')}
          />
          <button data-testid="send" ?disabled=${!this.online}>${t('chat.send')}</button>
        </form>
      </section>`;
  }

  /** @param {RoomEvent} event */
  #line(event) {
    if (event.type !== 'said') {
      return html`<li class="event">${eventText(event, this.seat, this.game)}</li>`;
    }
    const dot = event.seat ? html`<i class="dot ${event.seat}" aria-hidden="true"></i>` : nothing;
    return html`<li class="said"><b>${dot}<bdi>${event.name ?? t('spectator')}</bdi></b> <bdi>${event.text}</bdi></li>`;
  }

  /** @param {Event} event */
  #say(event) {
    event.preventDefault();
    const text = this.find('input', HTMLInputElement);
    if (this.online && text.value.trim()) {
      this.dispatchEvent(new CustomEvent('say', { detail: text.value.trim() }));
      text.value = '';
    }
  }
}

customElements.define('room-chat', RoomChat);
