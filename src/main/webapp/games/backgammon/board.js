import { html, nothing } from 'lit';
import { styleMap } from 'lit-html/directives/style-map.js';
import { t } from '../../i18n/index.js';
import { announce } from '../../ui/announce.js';
import { PageElement } from '../../ui/element.js';
import { Draft } from './draft.js';
import { HEIGHT, WIDTH, cells, neighbour, pointAt, target } from './geometry.js';
import { latestPlay, opposite, readPosition } from './notation.js';
import { orientationButtons, orientationOf } from './orientation.js';
import { Pointer } from './pointer.js';
import { concede } from './concede.js';
import { changes, countOn, picture, pipsOf } from './scene.js';
import { DiceRoll, boardOf } from './steps.js';
import { matchText, tally } from './tally.js';
import { cellText, moveText, pointText, spoken, stepsText, tableText } from './words.js';

const percent = (part, whole) => `${(part / whole) * 100}%`;

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
    /** The move that is on its way to the server, or null. */
    inFlight: {},
    draft: { state: true },
    /** Where a checker that is being dragged is, in the picture's units. */
    dragged: { state: true },
    cursor: { state: true },
  };

  #throw = null;
  #pointer = new Pointer({
    pick: (cell) => this.#lift(cell),
    drag: (spot) => (this.dragged = spot),
    drop: (cell) => this.#drop(cell),
    click: (cell) => this.#choose(cell),
  });

  constructor() {
    super();
    this.moves = [];
    this.plays = [];
    this.dragged = null;
    this.cursor = '6';
  }

  willUpdate(changed) {
    if (changed.has('position') || changed.has('plays')) {
      this.table = readPosition(this.position);
      const { onRoll, dice } = this.table;
      const moves = this.plays.map(({ move }) => move);
      this.#throw = new DiceRoll(boardOf(this.table, onRoll, opposite(onRoll)), dice, moves);
      this.draft = new Draft(this.#throw);
      this.dragged = null;
    }
  }

  /** All that is to be seen. */
  get #scene() {
    return {
      position: this.table,
      cube: this.cube,
      draft: this.draft,
      orientation: orientationOf(this.seat),
      last: latestPlay(this.moves),
      thrown: this.moves.findLast(({ dice }) => dice !== undefined) ?? null,
      active: this.playable && this.draft.open,
      dragged: this.dragged,
    };
  }

  render() {
    const scene = this.#scene;
    const { orientation, position } = scene;
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
        data-turn=${this.playable ? this.seat : nothing}
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
          @focusin=${(event) => (this.cursor = event.target.dataset.point ?? this.cursor)}
        >
          ${cells(orientation).map(
            (row) => html`<div role="row">${row.map((cell) => this.#gridcell(cell, scene))}</div>`,
          )}
        </div>
      </div>
      <p class="visually-hidden" data-testid="dice-and-cube">${tableText(scene)}</p>
      ${tally(orientation.view, position, pips[orientation.view], buttons)} ${this.#below(scene)}`;
  }

  /** A player resigns on the own turn, before or after the throw. */
  get #mayConcede() {
    const { onRoll, doubled, resigned } = this.table;
    return this.playable && this.plays.length > 0 && this.seat === onRoll && !doubled && resigned === null;
  }

  #gridcell(cell, scene) {
    const { orientation, position, active, draft } = scene;
    const { x, y, width, height } = target(cell, orientation);
    const point = active ? pointAt(cell, position.onRoll, orientation.view) : null;
    const place = {
      left: percent(x, WIDTH),
      top: percent(y, HEIGHT),
      width: percent(width, WIDTH),
      height: percent(height, HEIGHT),
    };
    return html`<div
      role="gridcell"
      style=${styleMap(place)}
      data-point=${cell}
      data-black=${countOn(cell, 'black', scene)}
      data-white=${countOn(cell, 'white', scene)}
      ?data-movable=${active && draft.movable.has(point)}
      ?data-picked=${active && draft.picked !== null && draft.picked === point}
      ?data-goal=${active && draft.goals.has(point)}
      ?data-last=${!draft.started && changes(scene).to.has(cell)}
      aria-label=${cellText(cell, scene)}
      tabindex=${cell === this.cursor ? 0 : -1}
    ></div>`;
  }

  /** What the player is about to play. */
  #below({ active, draft }) {
    if (!active) {
      return nothing;
    }
    const { made } = draft;
    return html`
      <div class="confirmation">
        <button data-testid="undo" ?disabled=${!draft.started} @click=${() => this.#undo()}>
          ${t('backgammon.undo')}
        </button>
        ${draft.stage.steps.length > 1
          ? html`<button data-testid="undo-all" @click=${() => this.#undoAll()}>${t('backgammon.undo-all')}</button>`
          : nothing}
        <button class="primary" data-testid="confirm-move" ?disabled=${made === null} @click=${() => this.#confirm()}>
          ${made === null ? t('backgammon.move') : t('backgammon.confirm', { play: moveText(made) })}
        </button>
      </div>`;
  }

  /** The point of a cell as the player on roll counts it. */
  #point(cell) {
    return pointAt(cell, this.table.onRoll, orientationOf(this.seat).view);
  }

  /** A cell was clicked: the checker in hand goes there, or one is taken into the hand, or put back. */
  #choose(cell) {
    const { active, draft } = this.#scene;
    const point = this.#point(cell);
    if (!active) {
      announce(t('backgammon.not-now'));
    } else if (draft.goals.has(point)) {
      this.#put(point);
    } else if (draft.picked === point || !draft.movable.has(point)) {
      announce(t(draft.picked === point ? 'backgammon.put-back' : 'backgammon.stuck'));
      this.draft = draft.pick(null);
    } else {
      this.draft = draft.pick(point);
      announce(t('backgammon.goals', { points: [...this.draft.goals.keys()].map(pointText).join(', ') }));
    }
  }

  #put(point) {
    const way = this.draft.goals.get(point);
    this.draft = this.draft.put(point);
    announce(stepsText(way));
    if (this.draft.made !== null) {
      announce(t('backgammon.made', { play: spoken(this.draft.made) }));
    }
  }

  #lift(cell) {
    const point = this.#point(cell);
    const lifted = this.#scene.active && this.draft.movable.has(point);
    this.draft = lifted ? this.draft.pick(point) : this.draft;
    return lifted;
  }

  #drop(cell) {
    const point = cell === null ? null : this.#point(cell);
    this.dragged = null;
    if (this.draft.goals.has(point)) {
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
    this.draft = new Draft(this.#throw);
    announce(t('backgammon.undone'));
  }

  #confirm() {
    this.#play(this.draft.made);
  }

  #play(move) {
    this.dispatchEvent(new CustomEvent('play', { detail: move }));
  }

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

  /** Enter plays once the play is made. */
  #press(cell) {
    if (this.#scene.active && this.draft.made !== null) {
      this.#confirm();
    } else {
      this.#choose(cell);
    }
  }

  #go(event, cell) {
    if (cell !== null) {
      event.preventDefault();
      this.cursor = cell;
      this.querySelector(`[data-point="${cell}"]`).focus();
    }
  }
}

customElements.define('backgammon-board', BackgammonBoard);
