import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { opposite } from '../../room/state.js';
import { announce } from '../../ui/announce.js';
import { PageElement, required } from '../../ui/element.js';
import { confirmation } from './confirmation.js';
import { concede } from './concede.js';
import { Draft } from './draft.js';
import { cells, neighbour, pointAt } from './geometry.js';
import { gridcell } from './gridcell.js';
import { latestPlay, readPosition } from './notation.js';
import { orientationButtons, orientationOf } from './orientation.js';
import { Pointer } from './pointer.js';
import { picture, pipsOf } from './scene.js';
import { DiceRoll, boardOf } from './steps.js';
import { matchText, tally } from './tally.js';
import { pointText, spoken, stepsText, tableText } from './words.js';

/**
 * @import { PropertyValues } from 'lit'
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { Ply } from '../../room/types.d.ts'
 * @import { CellEvent } from '../../ui/element.js'
 * @import { Play } from '../types.d.ts'
 * @import { Spot } from './geometry.js'
 * @import { Position } from './notation.js'
 * @import { Scene } from './scene.js'
 */

/**
 * The board: a picture, and over it a grid of cells for mouse, finger, keyboard and screen reader. A play is put
 * together from steps and fires `play` (detail: the move) when it is confirmed. What is legal is the server's business.
 *
 * Every cell carries `data-point` (`8`, `bar-black`, `off-white`; points as the player below counts them), `data-black`
 * and `data-white` (how many checkers), `data-movable` where a checker can be picked up, `data-picked`, `data-goal`
 * where the one in hand can be put, and `data-last` where the latest play ended. The board carries `data-playable` and
 * `data-turn` (the own colour) while the player may move, `data-view` (who sits below), `data-dice`, `data-cube` and
 * `data-cube-owner`. Buttons, as `data-testid`: `undo`, `undo-all`, `confirm-move`, `mirror`, `turn` for those who
 * watch, `concede` and in it `resign-single` and so on.
 */
class BackgammonBoard extends PageElement {
  static properties = {
    position: {},
    /** Whether the match has a doubling cube. */
    cube: { type: Boolean },
    /** The moves and throws up to this position. */
    moves: { attribute: false },
    /** The colour of this player, or null. */
    seat: {},
    /** Whether this player may move now. */
    playable: { type: Boolean },
    /** What may be played: `{move}`. */
    plays: { attribute: false },
    draft: { state: true },
    /** Where a checker that is being dragged is, in the picture's units. */
    dragged: { state: true },
    cursor: { state: true },
  };

  /** @type {Position} */
  #table = required();
  /** @type {DiceRoll} */
  #roll = required();
  #pointer = new Pointer({
    pick: (cell) => this.#lift(cell),
    drag: (spot) => {
      this.dragged = spot;
    },
    drop: (cell) => this.#drop(cell),
    click: (cell) => this.#choose(cell),
  });

  #handlers = { undo: () => this.#undo(), undoAll: () => this.#undoAll(), confirm: () => this.#confirm() };

  constructor() {
    super();
    /** @type {string} */
    this.position = required();
    this.cube = false;
    /** @type {Ply[]} */
    this.moves = [];
    /** @type {Seat | null} */
    this.seat = null;
    this.playable = false;
    /** @type {Play[]} */
    this.plays = [];
    /** @type {Draft} */
    this.draft = required();
    /** @type {Spot | null} */
    this.dragged = null;
    this.cursor = '6';
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('position') || changed.has('plays')) {
      this.#table = readPosition(this.position);
      const { onRoll, dice } = this.#table;
      const moves = this.plays.map(({ move }) => move);
      this.#roll = new DiceRoll(boardOf(this.#table, onRoll, opposite(onRoll)), dice, moves);
      this.draft = new Draft(this.#roll);
      this.dragged = null;
    }
  }

  /**
   * All that is to be seen.
   *
   * @returns {Scene}
   */
  get #scene() {
    return {
      position: this.#table,
      cube: this.cube,
      draft: this.draft,
      orientation: orientationOf(this.seat),
      last: latestPlay(this.moves),
      thrown: this.moves.findLast((ply) => ply.dice !== undefined) ?? null,
      active: this.playable && this.draft.open,
      dragged: this.dragged,
    };
  }

  render() {
    const scene = this.#scene;
    const { orientation, position, active, draft } = scene;
    const pips = pipsOf(scene);
    const above = opposite(orientation.view);
    const buttons = html`
      ${this.#mayConcede ? concede((move) => this.#play(move)) : nothing}
      ${orientationButtons(orientation, this.seat, () => this.requestUpdate())}`;
    return html`
      ${tally(above, position, pips[above], html`<span data-testid="match">${matchText(position)}</span>`)}
      <div
        class="board backgammon"
        ?data-playable=${this.playable}
        data-turn=${this.playable ? (this.seat ?? nothing) : nothing}
        data-view=${orientation.view}
        data-dice=${position.dice.join('-') || nothing}
        data-cube=${position.cube.value}
        data-cube-owner=${position.cube.owner ?? nothing}
      >
        ${picture(scene)}
        <div
          role="grid"
          aria-label=${t('backgammon.board')}
          @pointerdown=${this.#pointer}
          @pointermove=${this.#pointer}
          @pointerup=${this.#pointer}
          @pointercancel=${this.#pointer}
          @click=${this.#pointer}
          @keydown=${this.#key}
          @focusin=${this.#focus}
        >
          ${cells(orientation).map(
            (row) => html`<div role="row">${row.map((cell) => gridcell(cell, scene, cell === this.cursor))}</div>`,
          )}
        </div>
      </div>
      <p class="visually-hidden" data-testid="dice-and-cube">${tableText(scene)}</p>
      ${tally(orientation.view, position, pips[orientation.view], buttons)}
      ${active ? confirmation(draft, this.#handlers) : nothing}`;
  }

  /** A player resigns on the own turn, before or after the throw. */
  get #mayConcede() {
    const { onRoll, doubled, resigned } = this.#table;
    return this.playable && this.plays.length > 0 && this.seat === onRoll && !doubled && resigned === null;
  }

  /**
   * The point of a cell as the player on roll counts it.
   *
   * @param {string} cell
   */
  #point(cell) {
    return pointAt(cell, this.#table.onRoll, orientationOf(this.seat).view);
  }

  /**
   * A cell was clicked: the checker in hand goes there, or one is taken into the hand, or put back.
   *
   * @param {string} cell
   */
  #choose(cell) {
    const { active, draft } = this.#scene;
    const point = this.#point(cell);
    if (!active) {
      announce(t('backgammon.not-now'));
    } else if (point !== null && draft.goals.has(point)) {
      this.#put(point);
    } else if (point === null || draft.picked === point || !draft.movable.has(point)) {
      announce(t(point !== null && draft.picked === point ? 'backgammon.put-back' : 'backgammon.stuck'));
      this.draft = draft.pick(null);
    } else {
      this.draft = draft.pick(point);
      announce(t('backgammon.goals', { points: [...this.draft.goals.keys()].map(pointText).join(', ') }));
    }
  }

  /** @param {number} point */
  #put(point) {
    announce(stepsText(this.draft.goals.get(point) ?? []));
    this.draft = this.draft.put(point);
    if (this.draft.made !== null) {
      announce(t('backgammon.made', { play: spoken(this.draft.made) }));
    }
  }

  /** @param {string} cell */
  #lift(cell) {
    const point = this.#point(cell);
    const lifted = this.#scene.active && point !== null && this.draft.movable.has(point);
    this.draft = lifted ? this.draft.pick(point) : this.draft;
    return lifted;
  }

  /** @param {string | null} cell */
  #drop(cell) {
    const point = cell === null ? null : this.#point(cell);
    this.dragged = null;
    if (point !== null && this.draft.goals.has(point)) {
      this.#put(point);
    } else {
      this.draft = this.draft.pick(null);
    }
  }

  #undo() {
    this.draft = this.draft.picked === null ? this.draft.undo() : this.draft.pick(null);
    announce(t('backgammon.undone'));
  }

  #undoAll() {
    this.draft = new Draft(this.#roll);
    announce(t('backgammon.undone'));
  }

  #confirm() {
    if (this.draft.made !== null) {
      this.#play(this.draft.made);
    }
  }

  /** @param {string} move */
  #play(move) {
    this.dispatchEvent(new CustomEvent('play', { detail: move }));
  }

  /** @param {CellEvent} event */
  #focus({ target }) {
    this.cursor = target.dataset.point ?? this.cursor;
  }

  /** @param {CellEvent & KeyboardEvent} event */
  #key(event) {
    const cell = event.target.dataset.point;
    if (event.altKey || event.metaKey || event.ctrlKey || cell === undefined) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#press(cell);
    } else if (event.key === 'Escape' || event.key === 'Backspace') {
      event.preventDefault();
      this.#undo();
    } else {
      this.#go(event, neighbour(cell, event.key, orientationOf(this.seat)));
    }
  }

  /**
   * Enter plays once the play is made.
   *
   * @param {string} cell
   */
  #press(cell) {
    if (this.#scene.active && this.draft.made !== null) {
      this.#confirm();
    } else {
      this.#choose(cell);
    }
  }

  /**
   * @param {Event} event
   * @param {string | null} cell
   */
  #go(event, cell) {
    if (cell !== null) {
      event.preventDefault();
      this.cursor = cell;
      this.find(`[data-point="${cell}"]`, HTMLElement).focus();
    }
  }
}

customElements.define('backgammon-board', BackgammonBoard);
