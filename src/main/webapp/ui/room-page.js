import { html, nothing } from 'lit';
import { gameView } from '../games/index.js';
import { t } from '../i18n/index.js';
import { pageAddress, socketAddress } from '../room/address.js';
import { Room } from '../room/room.js';
import { Session } from '../room/session.js';
import { SEATS } from '../room/state.js';
import { actions } from './actions.js';
import { announce } from './announce.js';
import { PageElement } from './element.js';
import { players } from './players.js';
import { sitDown } from './sit-down.js';
import { statusLine } from './status-line.js';
import { inTab } from './storage.js';
import { eventText, phaseText, refusalText, statusText, titleText } from './words.js';
import './confirm.js';
import './connection-line.js';
import './move-list.js';
import './room-chat.js';
import './share-link.js';

const NOTICE_MS = 7_000;

/** Events that nobody needs to be told about themselves. */
const OWN_NEWS = new Set(['said', 'dropped', 'returned']);

/**
 * A room: the board and everything around it. Fires `home` when the player has left.
 *
 * Hooks for tests, as `data-testid`:
 * - `status`: the line that tells how things stand, with `data-status` (`waiting`, `playing`, `over`), `data-turn`
 *   (`black`, `white`), `data-seat` (the own seat, none for a spectator) and `data-seq` (the latest event shown)
 * - `connection`: `data-phase` (`connecting`, `online`, `waiting`, `closed`), `data-why` when closed; `retry`, `watch`
 * - `player-black`, `player-white`: `data-to-move`, `data-away`, `data-winner`; `score-black`, `score-white`
 * - `sit-black`, `sit-white`, `player-name`; `share-link`, `copy`; `leave`, `new-room`
 * - `takeback`, `draw`, `resign`, `rematch`; `offer` (`data-kind`, `data-from`), `accept`, `decline`, `withdraw`
 * - `dialog-yes`, `dialog-no`; `notice` (the latest refusal, with `data-reason`)
 * - `moves` and `chat` (lists), `say`, `send`; `announcements` (what screen readers are told)
 * - the board's cells: `[data-point="h8"]`, see the board; `confirm-move`, `cancel-move` after a tap on a small board
 */
class RoomPage extends PageElement {
  static properties = {
    /** The page's address, which names the room. */
    href: {},
    /** The seat and the name that the one who opens the room has chosen, or null. */
    founder: { attribute: false },
    notice: { state: true },
  };

  #room = null;
  #leaving = false;
  #lost = false;
  #focused = false;
  #noticeTimer = null;
  #wake = () => document.visibilityState === 'visible' && this.#room.wake();

  connectedCallback() {
    super.connectedCallback();
    const address = socketAddress(this.href);
    this.#room = new Room({ address, session: new Session(inTab, `parlor:${address.split('?')[0]}`) });
    this.#room.addEventListener('change', () => this.requestUpdate());
    this.#room.addEventListener('happened', ({ detail }) => this.#happened(detail));
    this.#room.addEventListener('refused', ({ detail }) => this.#refused(detail));
    this.#room.addEventListener('phase', ({ detail }) => this.#phase(detail));
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener('online', this.#wake);
    this.#room.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#wake);
    removeEventListener('online', this.#wake);
    clearTimeout(this.#noticeTimer);
    this.#room.close();
  }

  get #game() {
    return gameView(this.#room.state.game);
  }

  willUpdate() {
    this.#focused = this.contains(document.activeElement);
  }

  updated() {
    if (this.#focused) {
      // A button that is disabled loses the focus only when the page has been drawn again.
      requestAnimationFrame(() => setTimeout(() => this.#keepFocus()));
    }
    document.title = titleText(this.#room.state, this.#room.seat, this.#room.phase);
  }

  /** A button that was pressed may be gone, or pressed out: the keyboard then goes on from the board. */
  #keepFocus() {
    if (document.activeElement === document.body) {
      this.querySelector('[role="grid"] [tabindex="0"]')?.focus({ preventScroll: true });
    }
  }

  render() {
    const room = this.#room;
    const { state, seat } = room;
    if (state.position === null && room.phase.name === 'closed') {
      return html`<div class="room">${this.#bar()} ${this.#end()} ${this.notice ? this.#notice() : nothing}</div>`;
    }
    return html`
      <div class="room">
        ${this.#bar()}
        ${players(state, seat)} ${statusLine(room)} ${this.#seating()}
        <div class="table">${this.#board()}</div>
        <div class="below">${actions(room, () => this.#resign())} ${this.#end()}</div>
        <div class="side">
          <move-list .moves=${state.moves} .game=${this.#game}></move-list>
          <room-chat
            .talk=${state.talk}
            .seat=${seat}
            .game=${this.#game}
            .online=${room.online}
            @say=${(event) => room.say(event.detail)}
          ></room-chat>
        </div>
        ${this.notice ? this.#notice() : nothing}
        <confirm-dialog></confirm-dialog>
      </div>`;
  }

  #bar() {
    const room = this.#room;
    const { status, options } = room.state;
    return html`
      <div class="room-bar">
        <h1>${new URL(this.href).searchParams.get('room')}</h1>
        <div class="meta">
          <p class="hint">${this.#game.summary(options)}</p>
          <connection-line
            .phase=${room.phase}
            @retry=${() => room.open()}
            @watch=${() => room.open()}
          ></connection-line>
        </div>
        ${status === 'waiting' ? nothing : this.#share(true)}
        <button class="quiet" data-testid="leave" @click=${this.#leave}>${t('room.leave')}</button>
      </div>`;
  }

  #seating() {
    const { state, seat, phase } = this.#room;
    if (state.status !== 'waiting' || state.position === null || phase.name === 'closed') {
      return nothing;
    }
    const free = SEATS.filter((each) => state.seats[each] === null);
    return html`
      <div class="seating">
        ${seat === null && !this.founder ? sitDown(free, (each, name) => this.#sit(each, name)) : nothing}
        <div class="card">${this.#share(false)}</div>
      </div>`;
  }

  #share(compact) {
    const { room, game, options } = this.#room.state;
    const position = new URL(this.href).searchParams.get('position');
    const href = pageAddress(document.baseURI, room ?? '', { game, ...options, position });
    return html`<share-link .href=${href} .compact=${compact}></share-link>`;
  }

  #board() {
    const room = this.#room;
    const { state } = room;
    if (state.position === null) {
      return html`<div class="board-to-come"></div>`;
    }
    return this.#game.board({
      position: state.position,
      lastMove: state.moves.at(-1)?.move ?? null,
      line: state.result?.line ?? [],
      seat: room.seat,
      playable: room.playable,
      inFlight: room.moveInFlight,
      play: (move) => this.#play(move),
    });
  }

  #end() {
    const over = this.#room.state.status === 'over' || this.#room.phase.name === 'closed';
    return over ? html`<a class="button" href="./" data-testid="new-room">${t('room.new')}</a>` : nothing;
  }

  #notice() {
    const { text, detail, reason } = this.notice;
    return html`
      <div class="notice" data-testid="notice" data-reason=${reason}>
        <p>${text} ${detail ? html`<small lang="en">${detail}</small>` : nothing}</p>
        <button class="quiet" aria-label=${t('close')} @click=${() => (this.notice = null)}>✕</button>
      </div>`;
  }

  #sit(seat, name) {
    this.#room.sit(seat, name ?? t('guest'));
  }

  #play(move) {
    const room = this.#room;
    if (room.playable) {
      room.play(move);
    } else {
      announce(room.online ? statusText(room.state, room.seat) : phaseText(room.phase, 0));
    }
  }

  async #resign() {
    const sure = await this.querySelector('confirm-dialog').ask({
      title: t('action.resign.title'),
      text: t('action.resign.about'),
      yes: t('action.resign'),
      no: t('action.keep-playing'),
    });
    if (sure) {
      this.#room.resign();
    }
  }

  async #leave() {
    const room = this.#room;
    if (!room.online || room.seat === null) {
      this.#goHome();
      return;
    }
    const sure = await this.querySelector('confirm-dialog').ask({
      title: t('room.leave.title'),
      text: t(room.state.status === 'playing' ? 'room.leave.playing' : 'room.leave.idle'),
      yes: t('room.leave.confirm'),
      no: t('room.stay'),
    });
    if (sure) {
      this.#leaving = true;
      room.leave();
    }
  }

  #goHome() {
    this.dispatchEvent(new Event('home'));
  }

  #happened(event) {
    const { state, seat } = this.#room;
    if (OWN_NEWS.has(event.type) && event.seat !== null && event.seat === seat) {
      return;
    }
    announce(eventText(event, seat, this.#game));
    if (state.toMove !== null && ['moved', 'started'].includes(event.type)) {
      announce(statusText(state, seat));
    }
  }

  #refused({ reason, detail, command }) {
    clearTimeout(this.#noticeTimer);
    this.notice = { text: refusalText(reason), detail, reason };
    // What refuses no command refuses the address: that stays as long as the reader does.
    if (command) {
      this.#noticeTimer = setTimeout(() => (this.notice = null), NOTICE_MS);
    }
    announce(detail ? `${refusalText(reason)} ${detail}` : refusalText(reason));
  }

  #phase(phase) {
    if (phase.name === 'closed') {
      announce(phaseText(phase, 0));
      if (this.#leaving) {
        this.#goHome();
      }
    } else if (phase.name === 'waiting' && !this.#lost) {
      this.#lost = true;
      announce(t('phase.lost'));
    } else if (phase.name === 'online') {
      announce(t(this.#lost ? 'phase.back' : 'phase.online'));
      announce(statusText(this.#room.state, this.#room.seat));
      this.#lost = false;
      this.#takeChosenSeat();
    }
  }

  #takeChosenSeat() {
    const { founder } = this;
    const free = founder && this.#room.seat === null && this.#room.state.seats[founder.seat] === null;
    this.founder = null;
    if (free) {
      this.#sit(founder.seat, founder.name);
    }
  }
}

customElements.define('room-page', RoomPage);
