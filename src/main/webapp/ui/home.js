import { html, nothing } from 'lit';
import { GAMES, gameView } from '../games/index.js';
import { t } from '../i18n/index.js';
import { isRoomName, pageAddress, readRoomName } from '../room/address.js';
import { roomName } from '../room/names.js';
import { SEATS } from '../room/state.js';
import { choices } from './choices.js';
import { PageElement } from './element.js';
import { nameField, rememberName } from './player-name.js';
import { servedGames } from './served-games.js';
import './open-record.js';

/**
 * @import { Options } from '../games/types.d.ts'
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { FieldEvent } from './element.js'
 * @import { ServedGame } from './served-games.js'
 *
 * @typedef {{seat: Seat, name: string | null}} Founder the seat and the name that the one who opens a room has chosen
 * @typedef {{href: string, founder: Founder | null}} Entry the room to enter; no founder for someone who joins
 * @typedef {SubmitEvent & {currentTarget: HTMLFormElement}} FormEvent
 */

/**
 * The start page. Fires `enter` (detail: the `Entry`).
 *
 * Hooks for tests, as `data-testid`: `new-room`, `player-name`, `room-name`, `another-name`, `create`, `join`,
 * `join-name`, `join-submit`, `join-error`, `record-file`, `record-error`; radio buttons are named `game` and `colour`,
 * and as the game's options are.
 */
class HomePage extends PageElement {
  static properties = {
    served: { state: true },
    game: { state: true },
    options: { state: true },
    colour: { state: true },
    room: { state: true },
    joinError: { state: true },
    lost: { type: Boolean },
  };

  constructor() {
    super();
    /** @type {ServedGame[]} */
    this.served = [];
    this.game = Object.keys(GAMES)[0];
    /** @type {Options} */
    this.options = gameView(this.game).defaults;
    /** @type {Seat | 'either'} */
    this.colour = 'either';
    this.room = roomName();
    this.joinError = false;
    this.lost = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  /** The server may have games that came in a jar of their own. */
  async #load() {
    this.served = await servedGames();
  }

  get #games() {
    const known = Object.keys(GAMES);
    return [...known, ...this.served.map(({ game }) => game).filter((name) => !known.includes(name))];
  }

  /** What the server tells of the chosen game; undefined while it has told nothing. */
  get #told() {
    return this.served.find(({ game }) => game === this.game);
  }

  get #seats() {
    return this.#told?.seats ?? SEATS;
  }

  render() {
    return html`
      <div class="home">
        <section class="welcome">
          <div class="illustration" aria-hidden="true">${gameView(this.game).illustration()}</div>
          <h1>${t('home.title')}</h1>
          <p>${t('home.about')}</p>
          ${this.lost ? html`<p class="problem" role="alert">${t('not-found')}</p>` : nothing}
        </section>
        ${this.#newRoom()} ${this.#join()}
        <open-record @open=${this.#opened}></open-record>
      </div>`;
  }

  #newRoom() {
    const game = gameView(this.game);
    return html`
      <form class="card new-room" data-testid="new-room" @submit=${this.#create}>
        <h2>${t('new.title')}</h2>
        ${this.#games.length > 1 ? this.#gameChoice() : html`<h3>${game.title()}</h3>`}
        ${game.form(
          this.options,
          (options) => {
            this.options = options;
          },
          this.#told?.options ?? [],
        )}
        ${choices({
          name: 'colour',
          label: t('new.colour'),
          chosen: this.colour,
          values: [
            ...this.#seats.map((seat) => ({ value: seat, text: html`<i class="dot ${seat}"></i>${t(seat)}` })),
            { value: 'either', text: html`<i class="dot either"></i>${t('new.either')}` },
          ],
          choose: (value) => {
            this.colour = this.#seats.find((seat) => seat === value) ?? 'either';
          },
        })}
        ${nameField()}
        <label class="field" for="room-name"><span>${t('new.room')} <small>${t('new.room.hint')}</small></span></label>
        <div class="beside">
          <input
            id="room-name"
            data-testid="room-name"
            required
            maxlength="64"
            pattern="[A-Za-z0-9_\\-]+"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            .value=${this.room}
            @input=${this.#nameRoom}
          />
          <button
            type="button"
            data-testid="another-name"
            title=${t('new.another')}
            aria-label=${t('new.another')}
            @click=${this.#anotherName}
          >
            ↻
          </button>
        </div>
        <button class="primary wide" data-testid="create">${t('new.submit')}</button>
      </form>`;
  }

  #gameChoice() {
    return choices({
      name: 'game',
      label: t('new.game'),
      chosen: this.game,
      values: this.#games.map((name) => ({ value: name, text: gameView(name).title() })),
      choose: (name) => this.#choose(name),
    });
  }

  /** @param {string} name */
  #choose(name) {
    this.game = name;
    this.options = gameView(name).defaults;
    this.colour = this.#seats.includes(this.colour) ? this.colour : 'either';
  }

  /** @param {FieldEvent} event */
  #nameRoom({ currentTarget }) {
    this.room = currentTarget.value;
  }

  #anotherName() {
    this.room = roomName();
  }

  #join() {
    const problem = this.joinError ? t('join.invalid') : nothing;
    return html`
      <form class="card join-room" data-testid="join" novalidate @submit=${this.#enterExisting}>
        <h2>${t('join.title')}</h2>
        <label class="field" for="join-name"><span>${t('join.room')}</span></label>
        <div class="beside">
          <input
            id="join-name"
            name="room"
            data-testid="join-name"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-describedby="join-error"
            aria-invalid=${this.joinError ? 'true' : 'false'}
          />
          <button data-testid="join-submit">${t('join.submit')}</button>
        </div>
        <p id="join-error" class="problem" role="alert" data-testid="join-error">${problem}</p>
      </form>`;
  }

  /** @param {FormEvent} event */
  #create(event) {
    event.preventDefault();
    if (!isRoomName(this.room)) {
      return;
    }
    const name = rememberName(event.currentTarget);
    const seat = this.colour === 'either' ? this.#seats[Math.floor(Math.random() * this.#seats.length)] : this.colour;
    const href = pageAddress(document.baseURI, this.room, { game: this.game, ...this.options });
    this.#enter({ href, founder: { seat, name } });
  }

  /** @param {Event} event */
  #enterExisting(event) {
    event.preventDefault();
    const room = readRoomName(this.find('#join-name', HTMLInputElement).value);
    this.joinError = room === null;
    if (room !== null) {
      this.#enter({ href: pageAddress(document.baseURI, room), founder: null });
    }
  }

  /** @param {CustomEvent<string>} event */
  #opened({ detail }) {
    this.#enter({ href: pageAddress(document.baseURI, detail), founder: null });
  }

  /** @param {Entry} entry */
  #enter(entry) {
    this.dispatchEvent(new CustomEvent('enter', { detail: entry }));
  }
}

customElements.define('home-page', HomePage);
