import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { PageElement } from './element.js';
import { eventText } from './words.js';

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
  #size = new ResizeObserver(() => this.#atEnd && this.#toEnd());

  firstUpdated() {
    this.#size.observe(this.querySelector('ol'));
  }

  updated(changed) {
    if (changed.has('timeline')) {
      this.#toEnd();
    }
  }

  #toEnd() {
    const list = this.querySelector('ol');
    list.scrollTop = list.scrollHeight;
  }

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

  #line(event) {
    if (event.type !== 'said') {
      return html`<li class="event">${eventText(event, this.seat, this.game)}</li>`;
    }
    const dot = event.seat ? html`<i class="dot ${event.seat}" aria-hidden="true"></i>` : nothing;
    return html`<li class="said"><b>${dot}<bdi>${event.name ?? t('spectator')}</bdi></b> <bdi>${event.text}</bdi></li>`;
  }

  #say(event) {
    event.preventDefault();
    const { text } = event.target.elements;
    if (this.online && text.value.trim()) {
      this.dispatchEvent(new CustomEvent('say', { detail: text.value.trim() }));
      text.value = '';
    }
  }
}

customElements.define('room-chat', RoomChat);
