import { html, svg, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement } from '../../ui/element.js';
import { announce } from '../../ui/announce.js';
import {
  MARGIN, aiming, extent, forbiddenMark, gradients, grid, labels, lastMark, offers, openMark, stone, stones, winningLine,
} from './drawing.js';
import { moveCursor, onBoard, point, readPosition } from './notation.js';

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

  constructor() {
    super();
    this.line = [];
    this.forbidden = [];
    this.open = [];
    this.offered = [];
    this.cursor = null;
    this.aim = null;
  }

  willUpdate(changed) {
    if (changed.has('position')) {
      Object.assign(this, readPosition(this.position));
      this.aim = null;
      if (this.cursor === null || !onBoard(this.cursor, this.size)) {
        const middle = Math.floor((this.size - 1) / 2);
        this.cursor = point(middle, middle);
      }
    }
  }

  updated() {
    this.style.setProperty('--size', this.size);
    this.style.setProperty('--margin', (MARGIN - 0.5) / extent(this.size));
  }

  render() {
    const side = extent(this.size);
    return html`
      <div class="board" ?data-playable=${this.playable} data-turn=${this.playable ? this.next : nothing}>
        <svg viewBox="0 0 ${side} ${side}" aria-hidden="true" focusable="false">
          ${gradients} ${grid(this.size)} ${labels(this.size)} ${stones([...this.stones], this.size, this.lastMove)}
          ${this.#marks()}
        </svg>
        <div
          role="grid"
          aria-label=${t('gomoku.board', { size: this.size })}
          aria-rowcount=${this.size}
          aria-colcount=${this.size}
          @pointerdown=${this.#press}
          @click=${this.#click}
          @keydown=${this.#key}
          @focusin=${this.#focus}
        >
          ${this.#rows()}
        </div>
      </div>
      ${this.aim && this.playable ? this.#confirmation() : nothing}`;
  }

  #marks() {
    const { size, next, playable, aim, inFlight, lastMove, stones: all } = this;
    return svg`
      ${this.forbidden.map((name) => forbiddenMark(name, size))}
      ${this.open.map((name) => openMark(name, size))}
      ${offers(this.offered, next, size)}
      ${all.has(lastMove) && this.line.length === 0 ? lastMark(lastMove, all.get(lastMove), size) : nothing}
      ${winningLine(this.line, size)}
      ${aim && playable ? aiming(aim, next, size) : nothing}
      ${inFlight && !all.has(inFlight) ? stone(inFlight, next, size, 'in-flight') : nothing}`;
  }

  #rows() {
    const indices = Array.from({ length: this.size }, (_, index) => index);
    return indices.map(
      (fromTop) => html`
        <div role="row" aria-rowindex=${fromTop + 1}>
          ${indices.map((column) => this.#cell(point(column, this.size - 1 - fromTop), column))}
        </div>`,
    );
  }

  #cell(name, column) {
    return html`<div
      role="gridcell"
      data-point=${name}
      data-stone=${this.stones.get(name) ?? nothing}
      ?data-last=${name === this.lastMove}
      ?data-forbidden=${this.forbidden.includes(name)}
      ?data-offered=${this.offered.includes(name)}
      aria-colindex=${column + 1}
      aria-label=${this.#describe(name)}
      tabindex=${name === this.cursor ? 0 : -1}
    ></div>`;
  }

  #describe(name) {
    if (this.offered.includes(name)) {
      return t('gomoku.offered', { point: name });
    }
    if (!this.stones.has(name)) {
      return t(this.forbidden.includes(name) ? this.why : 'gomoku.empty', { point: name });
    }
    const words = t(`gomoku.stone.${this.stones.get(name)}`, { point: name });
    if (this.line.includes(name)) {
      return t('gomoku.stone.line', { stone: words });
    }
    return name === this.lastMove ? t('gomoku.stone.last', { stone: words }) : words;
  }

  #confirmation() {
    return html`
      <div class="confirmation">
        <button class="primary" data-testid="confirm-move" @click=${() => this.#play(this.aim)}>
          ${t('gomoku.confirm', { point: this.aim })}
        </button>
        <button data-testid="cancel-move" @click=${() => (this.aim = null)}>${t('cancel')}</button>
      </div>`;
  }

  #cellAt(name) {
    return this.querySelector(`[data-point="${name}"]`);
  }

  #press(event) {
    this.#pointer = event.pointerType;
  }

  #focus(event) {
    this.cursor = event.target.dataset.point ?? this.cursor;
  }

  #click(event) {
    const cell = event.target.closest('[data-point]');
    if (!cell || this.stones.has(cell.dataset.point)) {
      return;
    }
    const name = cell.dataset.point;
    const small = this.#pointer === 'touch' && cell.getBoundingClientRect().width < FINGER_PX;
    if (small && this.playable && this.aim !== name) {
      this.aim = name;
      announce(t('gomoku.aimed', { point: name }));
    } else {
      this.#play(name);
    }
  }

  #key(event) {
    if (event.altKey || event.metaKey || !event.target.dataset.point) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#play(this.cursor);
      return;
    }
    const next = moveCursor(this.cursor, event.key, this.size, event.ctrlKey);
    if (next !== null) {
      event.preventDefault();
      this.cursor = next;
      this.#cellAt(next).focus();
    }
  }

  #play(move) {
    this.aim = null;
    this.dispatchEvent(new CustomEvent('play', { detail: move }));
  }
}

customElements.define('gomoku-board', GomokuBoard);
