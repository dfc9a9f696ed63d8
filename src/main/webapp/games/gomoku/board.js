import { html, nothing, svg } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement, required } from '../../ui/element.js';
import { announce } from '../../ui/announce.js';
import {
  MARGIN, aiming, extent, forbiddenMark, gradients, grid, labels, lastMark, offers, openMark, stone, stones, winningLine,
} from './drawing.js';
import { moveCursor, onBoard, point, readPosition } from './notation.js';

/**
 * @import { PropertyValues } from 'lit'
 * @import { CellEvent } from '../../ui/element.js'
 */

/** A finger needs a target of about this many pixels; on smaller cells a tap only aims and a second one plays. */
const FINGER_PX = 38;

/**
 * The board: a picture, and over it a grid of cells for mouse, finger, keyboard and screen reader. Fires `play` (detail:
 * the move); whether the move may be played is the server's business.
 *
 * Every cell carries `data-point` (`h8`), `data-stone` (`black`, `white` or nothing), `data-last` for the last move and
 * `data-forbidden` where no stone may be put now, and `data-offered` where one is offered. The board carries
 * `data-playable` and `data-turn` (the colour of the next stone) while the player may move.
 */
class GomokuBoard extends PageElement {
  static properties = {
    position: {},
    lastMove: {},
    line: { attribute: false },
    forbidden: { attribute: false },
    /** The key of the text that says why they are. */
    why: {},
    /** The few points that are open for a stone, if most are not. */
    open: { attribute: false },
    /** Points that are offered for a stone, in order. */
    offered: { attribute: false },
    /** Whether this player may put or offer a stone now. */
    playable: { type: Boolean },
    /** The point of a stone that is on its way to the server, or null. */
    inFlight: {},
    cursor: { state: true },
    aim: { state: true },
  };

  #pointer = 'mouse';
  /** @type {ReturnType<typeof readPosition>} */
  #board = { size: 0, stones: new Map(), empty: [], next: 'black' };

  constructor() {
    super();
    /** @type {string} */
    this.position = required();
    /** @type {string | null} */
    this.lastMove = null;
    /** @type {string[]} */
    this.line = [];
    /** @type {string[]} */
    this.forbidden = [];
    this.why = 'gomoku.forbidden';
    /** @type {string[]} */
    this.open = [];
    /** @type {string[]} */
    this.offered = [];
    this.playable = false;
    /** @type {string | null} */
    this.inFlight = null;
    /** @type {string} */
    this.cursor = '';
    /** @type {string | null} */
    this.aim = null;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('position')) {
      this.#board = readPosition(this.position);
      this.aim = null;
      if (!onBoard(this.cursor, this.#board.size)) {
        const middle = Math.floor((this.#board.size - 1) / 2);
        this.cursor = point(middle, middle);
      }
    }
  }

  updated() {
    this.style.setProperty('--size', String(this.#board.size));
    this.style.setProperty('--margin', String((MARGIN - 0.5) / extent(this.#board.size)));
  }

  render() {
    const side = extent(this.#board.size);
    return html`
      <div class="board" ?data-playable=${this.playable} data-turn=${this.playable ? this.#board.next : nothing}>
        <svg viewBox="0 0 ${side} ${side}" aria-hidden="true" focusable="false">
          ${gradients} ${grid(this.#board.size)} ${labels(this.#board.size)} ${stones([...this.#board.stones], this.#board.size, this.lastMove)}
          ${this.#marks()}
        </svg>
        <div
          role="grid"
          aria-label=${t('gomoku.board', { size: this.#board.size })}
          aria-rowcount=${this.#board.size}
          aria-colcount=${this.#board.size}
          @pointerdown=${this.#press}
          @click=${this.#click}
          @keydown=${this.#key}
          @focusin=${this.#focus}
        >
          ${this.#rows()}
        </div>
      </div>
      ${this.aim && this.playable ? this.#confirmation(this.aim) : nothing}`;
  }

  #marks() {
    const { playable, aim, inFlight, lastMove } = this;
    const { size, next, stones: all } = this.#board;
    return svg`
      ${this.forbidden.map((name) => forbiddenMark(name, size))}
      ${this.open.map((name) => openMark(name, size))}
      ${offers(this.offered, next, size)}
      ${lastMove !== null && all.has(lastMove) && this.line.length === 0
        ? lastMark(lastMove, all.get(lastMove), size)
        : nothing}
      ${winningLine(this.line, size)}
      ${aim && playable ? aiming(aim, next, size) : nothing}
      ${inFlight && !all.has(inFlight) ? stone(inFlight, next, size, 'in-flight') : nothing}`;
  }

  #rows() {
    const indices = Array.from({ length: this.#board.size }, (_, index) => index);
    return indices.map(
      (fromTop) => html`
        <div role="row" aria-rowindex=${fromTop + 1}>
          ${indices.map((column) => this.#cell(point(column, this.#board.size - 1 - fromTop), column))}
        </div>`,
    );
  }

  /**
   * @param {string} name
   * @param {number} column
   */
  #cell(name, column) {
    return html`<div
      role="gridcell"
      data-point=${name}
      data-stone=${this.#board.stones.get(name) ?? nothing}
      ?data-last=${name === this.lastMove}
      ?data-forbidden=${this.forbidden.includes(name)}
      ?data-offered=${this.offered.includes(name)}
      aria-colindex=${column + 1}
      aria-label=${this.#describe(name)}
      tabindex=${name === this.cursor ? 0 : -1}
    ></div>`;
  }

  /** @param {string} name */
  #describe(name) {
    if (this.offered.includes(name)) {
      return t('gomoku.offered', { point: name });
    }
    const colour = this.#board.stones.get(name);
    if (colour === undefined) {
      return t(this.forbidden.includes(name) ? this.why : 'gomoku.empty', { point: name });
    }
    const words = t(`gomoku.stone.${colour}`, { point: name });
    if (this.line.includes(name)) {
      return t('gomoku.stone.line', { stone: words });
    }
    return name === this.lastMove ? t('gomoku.stone.last', { stone: words }) : words;
  }

  /** @param {string} aim */
  #confirmation(aim) {
    return html`
      <div class="confirmation">
        <button class="primary" data-testid="confirm-move" @click=${() => this.#play(aim)}>
          ${t('gomoku.confirm', { point: aim })}
        </button>
        <button data-testid="cancel-move" @click=${() => (this.aim = null)}>${t('cancel')}</button>
      </div>`;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    this.#pointer = event.pointerType;
  }

  /** @param {CellEvent} event */
  #focus(event) {
    this.cursor = event.target.dataset.point ?? this.cursor;
  }

  /** @param {CellEvent} event */
  #click(event) {
    const cell = event.target.closest('[data-point]');
    const name = cell?.getAttribute('data-point') ?? null;
    if (cell === null || name === null || this.#board.stones.has(name)) {
      return;
    }
    const small = this.#pointer === 'touch' && cell.getBoundingClientRect().width < FINGER_PX;
    if (small && this.playable && this.aim !== name) {
      this.aim = name;
      announce(t('gomoku.aimed', { point: name }));
    } else {
      this.#play(name);
    }
  }

  /** @param {CellEvent & KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.metaKey || !event.target.dataset.point) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#play(this.cursor);
      return;
    }
    const next = moveCursor(this.cursor, event.key, this.#board.size, event.ctrlKey);
    if (next !== null) {
      event.preventDefault();
      this.cursor = next;
      this.find(`[data-point="${next}"]`, HTMLElement).focus();
    }
  }

  /** @param {string} move */
  #play(move) {
    this.aim = null;
    this.dispatchEvent(new CustomEvent('play', { detail: move }));
  }
}

customElements.define('gomoku-board', GomokuBoard);
