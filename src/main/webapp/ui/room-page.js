import { html, nothing } from 'lit';
import { gameView } from '../games/index.js';
import { t } from '../i18n/index.js';
import { pageAddress, socketAddress } from '../room/address.js';
import { roomName } from '../room/names.js';
import { Room } from '../room/room.js';
import { Session } from '../room/session.js';
import { actions } from './actions.js';
import { announceEvents } from './announce-events.js';
import { announce } from './announce.js';
import { ConfirmDialog } from './confirm.js';
import { PageElement, required } from './element.js';
import { gameBoard } from './game-board.js';
import { notice } from './notice.js';
import { players } from './players.js';
import { leaveQuestion, resignQuestion } from './questions.js';
import { Replay } from './replay.js';
import { replayBar } from './replay-bar.js';
import { roomBar } from './room-bar.js';
import { sidePanel } from './side-panel.js';
import { seating } from './sit-down.js';
import { statusLine } from './status-line.js';
import { inTab } from './storage.js';
import { turnChoices } from './turn-choices.js';
import { choicesOf, taskOf } from './turn.js';
import { phaseText, statusText, titleText } from './words.js';

/**
 * @import { Seat } from '../protocol/fields.d.ts'
 * @import { Phase, Refusal } from '../room/types.d.ts'
 * @import { Question } from './confirm.js'
 * @import { Founder } from './home.js'
 */

const NOTICE_MS = 7_000;

/**
 * A room: the board and everything around it. Fires `home` when the player has left.
 *
 * Hooks for tests, as `data-testid`:
 * - `status`: the line that tells how things stand, with `data-status` (`waiting`, `playing`, `over`), `data-turn`
 *   (`black`, `white`), `data-seat` (the own seat, none for a spectator) and `data-seq` (the latest event shown)
 * - `connection`: `data-phase` (`connecting`, `online`, `waiting`, `closed`), `data-why` when closed; `retry`, `watch`
 * - `player-black`, `player-white`: `data-to-move`, `data-away`, `data-winner`; `score-black`, `score-white`
 * - `sit-black`, `sit-white`, `player-name`; `share-link`, `copy`; `leave`, `new-room`
 * - `dice`: the line about the dice, with `data-dice`
 * - `task` (what an opening asks the one to move for), `choice` (a move that is no place on the board, with `data-move`)
 * - `takeback`, `draw`, `resign`, `claim`, `rematch`; `offer` (`data-kind`, `data-from`), `accept`, `decline`,
 *   `withdraw`
 * - `dialog-yes`, `dialog-no`; `notice` (the latest refusal, with `data-reason`)
 * - `replay`: `data-round`, `data-move` (how many moves are on the board), `data-looking-back`; `round` (which game is
 *   looked at), `first`, `back`, `forward`, `last`, `to-game`, `news`, `end` (how that game ended), `play-on`
 * - `downloads`, in it `download-sgf` and so on
 * - `moves` (its buttons carry `data-move`) and `chat` (lists), `say`, `send`; `announcements` (what screen readers
 *   are told)
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

  /** @type {Room} */
  #room = required();
  /** @type {Replay} */
  #replay = required();
  #leaving = false;
  #focused = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #noticeTimer;
  #wake = () => {
    if (document.visibilityState === 'visible') {
      this.#room.wake();
    }
  };

  constructor() {
    super();
    /** @type {string} */
    this.href = required();
    /** @type {Founder | null} */
    this.founder = null;
    /** @type {Refusal | null} */
    this.notice = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const address = socketAddress(this.href);
    this.#room = new Room({ address, session: new Session(inTab, `parlor:${address.split('?')[0]}`) });
    this.#room.on('change', () => this.#changed());
    this.#room.on('refused', (refusal) => this.#refused(refusal));
    this.#room.on('delayed', (refusal) => this.#refused(refusal));
    this.#room.on('phase', (phase) => this.#phase(phase));
    document.addEventListener('visibilitychange', this.#wake);
    addEventListener('online', this.#wake);
    this.#replay = new Replay(this.#room, () => this.#game);
    this.#replay.addEventListener('change', () => this.requestUpdate());
    announceEvents(this.#room, this.#replay, () => this.#game);
    this.#replay.open();
    this.#room.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#wake);
    removeEventListener('online', this.#wake);
    clearTimeout(this.#noticeTimer);
    this.#replay.close();
    this.#room.close();
  }

  get #game() {
    return gameView(this.#room.state.game);
  }

  #changed() {
    const { state } = this.#room;
    if (this.#game.asksLegal(state.options, state)) {
      this.#room.askLegal();
    }
    if (this.notice?.reason === 'delayed' && !this.#room.delayed) {
      this.notice = null;
    }
    this.requestUpdate();
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
      const board = this.querySelector('.table [tabindex="0"]');
      if (board instanceof HTMLElement) {
        board.focus({ preventScroll: true });
      }
    }
  }

  render() {
    const room = this.#room;
    const { state, seat } = room;
    const replay = this.#replay;
    const game = this.#game;
    const summary = game.summary(state.options);
    const bar = roomBar(room, { href: this.#href, summary, leave: () => void this.#leave() });
    if (state.position === null && room.phase.name === 'closed') {
      return html`<div class="room">${bar} ${this.#notice()} ${actions(room)}</div>`;
    }
    return html`
      <div class="room">
        ${bar}
        ${players(state, seat, game)} ${statusLine(room, taskOf(room, game))}
        ${seating(room, {
          href: this.#href,
          chosen: this.founder !== null,
          sit: (each, name) => this.#sit(each, name),
        })}
        <div class="table" ?data-looking-back=${!replay.live}>
          ${gameBoard(room, replay, game, (move) => this.#play(move))}
        </div>
        ${turnChoices(choicesOf(room, replay, game), room.playable, (move) => this.#play(move))}
        <div class="below">${actions(room, () => void this.#resign())}</div>
        ${replayBar(replay, state, { href: this.#href, playOn: () => this.#playOn() })}
        ${sidePanel(room, replay, game)} ${this.#notice()}
        <confirm-dialog></confirm-dialog>
      </div>`;
  }

  /** The room's address with all its options, good for sharing. */
  get #href() {
    const { game, options } = this.#room.state;
    const { searchParams } = new URL(this.href);
    const position = searchParams.get('position');
    return pageAddress(document.baseURI, searchParams.get('room') ?? '', { game, ...options, position });
  }

  /** Opens another room that begins at the position on the board. */
  #playOn() {
    const { game, options } = this.#room.state;
    const position = this.#replay.playOnFrom;
    const chosen = this.#game.optionsFromPosition?.(options) ?? options;
    open(pageAddress(document.baseURI, roomName(), { game, ...chosen, position }), '_blank', 'noopener');
  }

  #notice() {
    const close = () => {
      this.notice = null;
    };
    return this.notice ? notice(this.notice, close) : nothing;
  }

  /**
   * @param {Seat} seat
   * @param {string | null} name
   */
  #sit(seat, name) {
    this.#room.sit(seat, name ?? t('guest'));
  }

  /** @param {string} move */
  #play(move) {
    const room = this.#room;
    if (!this.#replay.live) {
      announce(t('replay.only-live'));
    } else if (room.playable) {
      room.play(move);
    } else {
      announce(room.online ? statusText(room.state, room.seat) : phaseText(room.phase, 0));
    }
  }

  /**
   * @param {Question} question
   * @returns {Promise<boolean>}
   */
  #ask(question) {
    return this.find('confirm-dialog', ConfirmDialog).ask(question);
  }

  async #resign() {
    if (await this.#ask(resignQuestion(this.#room.state, this.#game))) {
      this.#room.resign();
    }
  }

  async #leave() {
    const room = this.#room;
    if (!room.online || room.seat === null) {
      room.forgetSit();
      this.#goHome();
      return;
    }
    if (await this.#ask(leaveQuestion(room.state))) {
      this.#leaving = true;
      room.leave();
    }
  }

  #goHome() {
    this.dispatchEvent(new Event('home'));
  }

  /** @param {Refusal} refusal */
  #refused({ reason, detail = '', command }) {
    clearTimeout(this.#noticeTimer);
    this.notice = { reason, detail };
    // What refuses no command stays: an address is refused for good, and a delay ends by itself.
    if (command) {
      this.#noticeTimer = setTimeout(() => {
        this.notice = null;
      }, NOTICE_MS);
    }
  }

  /** @param {Phase} phase */
  #phase(phase) {
    if (phase.name === 'closed' && this.#leaving) {
      this.#goHome();
    } else if (phase.name === 'online') {
      this.notice = this.notice?.reason === 'newer-version' ? null : this.notice;
      this.#takeChosenSeat();
    }
  }

  #takeChosenSeat() {
    const { founder } = this;
    this.founder = null;
    if (founder && this.#room.seat === null && this.#room.state.seats[founder.seat] === null) {
      this.#sit(founder.seat, founder.name);
    }
  }
}

customElements.define('room-page', RoomPage);
