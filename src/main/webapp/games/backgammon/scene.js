import { nothing, svg } from 'lit';
import { SEATS, opposite } from '../../room/state.js';
import * as drawing from './drawing.js';
import { HEIGHT, WIDTH, cellOf, cells, pointAt } from './geometry.js';
import { facing, pips } from './notation.js';
import { endsInHit } from './steps.js';

/**
 * What is on the board.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { Draft } from './draft.js'
 * @import { Die } from './drawing.js'
 * @import { Orientation, Spot } from './geometry.js'
 * @import { CheckerPlay, Position } from './notation.js'
 *
 * @typedef {object} Scene
 * @property {Position} position
 * @property {boolean} cube whether the match has a doubling cube
 * @property {Draft} draft
 * @property {Orientation} orientation
 * @property {{seat: Seat, play: CheckerPlay} | null} last the latest play of checkers
 * @property {{seat: Seat, dice: number[]} | null} thrown the latest throw
 * @property {boolean} active whether the player moves checkers now
 * @property {Spot | null} dragged where the checker in hand is
 *
 * @typedef {Map<string, number>} Counts how many checkers, by the cell
 */

/**
 * How many checkers of a player are on a cell, the play under way included.
 *
 * @type {(cell: string, seat: Seat, scene: Scene) => number}
 */
export function countOn(cell, seat, { position, draft, orientation }) {
  const point = pointAt(cell, seat, orientation.view);
  if (point === null) {
    return 0;
  }
  const { mine, theirs } = draft.stage;
  return seat === position.onRoll ? mine[point] : theirs[facing(point)];
}

/**
 * Who has checkers on a cell, or null.
 *
 * @type {(cell: string, scene: Scene) => Seat | null}
 */
export const ownerOf = (cell, scene) => SEATS.find((seat) => countOn(cell, seat, scene) > 0) ?? null;

/**
 * What the play under way changed, or the latest one: how many checkers left the cells of `from` and came to those of
 * `to`, and whose they are.
 *
 * @param {Scene} scene
 * @returns {{seat: Seat, from: Counts, to: Counts} | null}
 */
export function changes(scene) {
  return scene.draft.started ? drafted(scene) : played(scene);
}

/** @type {(scene: Scene) => ReturnType<typeof changes>} */
function drafted({ draft, position: { onRoll: seat }, orientation }) {
  /** @type {Counts} */
  const from = new Map();
  /** @type {Counts} */
  const to = new Map();
  draft.stage.mine.forEach((count, point) => {
    const more = count - draft.start.mine[point];
    if (more !== 0) {
      (more > 0 ? to : from).set(cellOf(seat, point, orientation.view), Math.abs(more));
    }
  });
  return { seat, from, to };
}

/** @type {(scene: Scene) => ReturnType<typeof changes>} */
function played({ last, orientation }) {
  if (last === null) {
    return null;
  }
  const { seat, play } = last;
  const count = (/** @type {number[]} */ points) => {
    /** @type {Counts} */
    const counts = new Map();
    for (const cell of points.map((point) => cellOf(seat, point, orientation.view))) {
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return counts;
  };
  return {
    seat,
    from: count(play.map((stops) => stops[0].point)),
    to: count(play.map((stops) => stops[stops.length - 1].point)),
  };
}

/**
 * The board as a picture.
 *
 * @type {(scene: Scene) => unknown}
 */
export function picture(scene) {
  const { position, orientation } = scene;
  const moving = (/** @type {number} */ point) => cellOf(position.onRoll, point, orientation.view);
  return svg`
    <svg class="backgammon-picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">
      ${drawing.gradients} ${drawing.table(orientation)} ${drawing.numbers(orientation)}
      ${cells(orientation).flat().map((cell) => checkers(cell, scene))}
      ${marks(scene)}
      ${scene.active ? hints(scene, moving) : nothing}
      ${dice(scene)}
      ${scene.cube && !position.crawford ? cube(position, orientation) : nothing}
      ${scene.dragged ? drawing.disc(scene.dragged, position.onRoll, 'in-hand') : nothing}
    </svg>`;
}

/** @type {(cell: string, scene: Scene) => unknown} */
function checkers(cell, scene) {
  const { draft, orientation, position, dragged } = scene;
  const owner = ownerOf(cell, scene);
  if (owner === null) {
    return nothing;
  }
  const picked = draft.picked === null ? null : cellOf(position.onRoll, draft.picked, orientation.view);
  const lifted = dragged && cell === picked ? 1 : 0;
  const count = countOn(cell, owner, scene) - lifted;
  return svg`
    ${drawing.stack(cell, owner, count, orientation)}
    ${cell.startsWith('off') ? drawing.trayCount(cell, count, orientation) : nothing}`;
}

/**
 * Where checkers left and where they came to.
 *
 * @type {(scene: Scene) => unknown}
 */
function marks(scene) {
  const { orientation } = scene;
  const changed = changes(scene);
  if (changed === null) {
    return nothing;
  }
  const { seat, from, to } = changed;
  const left = [...from.keys()].filter((cell) => !to.has(cell) && !cell.startsWith('off'));
  const reached = [...to].filter(([cell]) => ownerOf(cell, scene) === seat);
  return svg`
    ${left.map((cell) => drawing.gone(cell, countOn(cell, seat, scene), orientation))}
    ${reached.map(([cell, many]) =>
      drawing.rings(cell, countOn(cell, seat, scene), many, `last-mark on-${seat}`, orientation))}`;
}

/**
 * What can be picked up, or where the checker in hand can go.
 *
 * @type {(scene: Scene, moving: (point: number) => string) => unknown}
 */
function hints(scene, moving) {
  const { draft, orientation, position } = scene;
  const seat = position.onRoll;
  if (draft.picked === null) {
    return [...draft.movable].map((point) =>
      drawing.rings(moving(point), countOn(moving(point), seat, scene), 1, 'movable', orientation));
  }
  const picked = moving(draft.picked);
  return svg`
    ${scene.dragged ? nothing : drawing.rings(picked, countOn(picked, seat, scene), 1, 'picked', orientation)}
    ${[...draft.goals].map(([point, way]) =>
      drawing.goal(moving(point), countOn(moving(point), seat, scene), endsInHit(way), orientation))}`;
}

/**
 * The dice of this turn, those that are used told apart; before the throw the other player's last ones.
 *
 * @type {(scene: Scene) => unknown}
 */
function dice({ position, draft, thrown, orientation }) {
  if (position.dice.length > 0) {
    return drawing.dice(markUsed(position.dice, draft.stage.left), position.onRoll, orientation);
  }
  return thrown !== null && !position.doubled ? drawing.dice(markUsed(thrown.dice, []), thrown.seat, orientation) : nothing;
}

/**
 * A doublet is four dice.
 *
 * @type {(thrown: number[], unused: number[]) => Die[]}
 */
function markUsed(thrown, unused) {
  const left = [...unused];
  const all = [...thrown].sort((one, other) => other - one);
  return (all[0] === all[1] ? [...all, ...all] : all).map((value) => {
    const at = left.indexOf(value);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return { value, used: at < 0 };
  });
}

/**
 * A double lies on the table until it is answered.
 *
 * @type {(position: Position, orientation: Orientation) => unknown}
 */
function cube({ cube: { value, owner }, doubled, toDecide }, orientation) {
  return doubled
    ? drawing.cube({ value: value * 2, owner }, opposite(toDecide), orientation)
    : drawing.cube({ value, owner }, null, orientation);
}

/**
 * How many pips each player has to go, the play under way included.
 *
 * @type {(scene: Scene) => Record<Seat, number>}
 */
export function pipsOf({ position, draft }) {
  const mover = pips(draft.stage.mine);
  const other = pips(draft.stage.theirs.toReversed());
  return position.onRoll === 'black' ? { black: mover, white: other } : { black: other, white: mover };
}
