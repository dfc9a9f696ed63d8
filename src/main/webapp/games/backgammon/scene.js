import { svg, nothing } from 'lit';
import * as drawing from './drawing.js';
import { HEIGHT, WIDTH, cellOf, cells, pointAt } from './geometry.js';
import { facing, opposite, pips } from './notation.js';

/**
 * What is on the board.
 *
 * @typedef {object} Scene
 * @property {import('./notation.js').Position} position
 * @property {boolean} cube whether the match has a doubling cube
 * @property {import('./draft.js').Draft} draft
 * @property {import('./geometry.js').Orientation} orientation
 * @property {{seat: string, play: {point: number}[][]} | null} last the latest play of checkers
 * @property {{seat: string, dice: number[]} | null} thrown the latest throw
 * @property {boolean} active whether the player moves checkers now
 * @property {{x: number, y: number} | null} dragged where the checker in hand is
 */

/** How many checkers of a player are on a cell, the play under way included. */
export function countOn(cell, seat, { position, draft, orientation }) {
  const point = pointAt(cell, seat, orientation.view);
  if (point === null) {
    return 0;
  }
  const { mine, theirs } = draft.stage;
  return seat === position.onRoll ? mine[point] : theirs[facing(point)];
}

/** Who has checkers on a cell, or null. */
export const ownerOf = (cell, scene) => ['black', 'white'].find((seat) => countOn(cell, seat, scene) > 0) ?? null;

/**
 * What the play under way changed, or the latest one: how many checkers left the cells of `from` and came to those of
 * `to`, and whose they are.
 *
 * @returns {{seat: string | null, from: Map<string, number>, to: Map<string, number>}}
 */
export function changes(scene) {
  return scene.draft.started ? drafted(scene) : played(scene);
}

function drafted({ draft, position: { onRoll: seat }, orientation }) {
  const from = new Map();
  const to = new Map();
  draft.stage.mine.forEach((count, point) => {
    const more = count - draft.start.mine[point];
    if (more !== 0) {
      (more > 0 ? to : from).set(cellOf(seat, point, orientation.view), Math.abs(more));
    }
  });
  return { seat, from, to };
}

function played({ last, orientation }) {
  const from = new Map();
  const to = new Map();
  const add = (cells, point) => {
    const cell = cellOf(last.seat, point, orientation.view);
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
  };
  for (const stops of last?.play ?? []) {
    add(from, stops[0].point);
    add(to, stops.at(-1).point);
  }
  return { seat: last?.seat ?? null, from, to };
}

/** The board as a picture. */
export function picture(scene) {
  const { position, draft, orientation } = scene;
  const moving = (point) => cellOf(position.onRoll, point, orientation.view);
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

function checkers(cell, scene) {
  const { draft, orientation, position, dragged } = scene;
  const owner = ownerOf(cell, scene);
  if (owner === null) {
    return nothing;
  }
  const lifted = dragged && cell === cellOf(position.onRoll, draft.picked, orientation.view) ? 1 : 0;
  const count = countOn(cell, owner, scene) - lifted;
  return svg`
    ${drawing.stack(cell, owner, count, orientation)}
    ${cell.startsWith('off') ? drawing.trayCount(cell, count, orientation) : nothing}`;
}

/** Where checkers left and where they came to. */
function marks(scene) {
  const { orientation } = scene;
  const { seat, from, to } = changes(scene);
  const left = [...from.keys()].filter((cell) => !to.has(cell) && !cell.startsWith('off'));
  const reached = [...to].filter(([cell]) => ownerOf(cell, scene) === seat);
  return svg`
    ${left.map((cell) => drawing.gone(cell, countOn(cell, seat, scene), orientation))}
    ${reached.map(([cell, many]) =>
      drawing.rings(cell, countOn(cell, seat, scene), many, `last-mark on-${seat}`, orientation))}`;
}

/** What can be picked up, or where the checker in hand can go. */
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
      drawing.goal(moving(point), countOn(moving(point), seat, scene), way.at(-1).hit, orientation))}`;
}

/** The dice of this turn, those that are used told apart; before the throw the other player's last ones. */
function dice({ position, draft, thrown, orientation }) {
  if (position.dice.length > 0) {
    return drawing.dice(markUsed(position.dice, draft.stage.left), position.onRoll, orientation);
  }
  return thrown !== null && !position.doubled ? drawing.dice(markUsed(thrown.dice, []), thrown.seat, orientation) : nothing;
}

/** A doublet is four dice. */
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

/** A double lies on the table until it is answered. */
function cube({ cube: { value, owner }, doubled, toDecide }, orientation) {
  return doubled
    ? drawing.cube({ value: value * 2, owner }, opposite(toDecide), orientation)
    : drawing.cube({ value, owner }, null, orientation);
}

/** How many pips each player has to go, the play under way included. */
export function pipsOf({ position, draft }) {
  const mover = pips(draft.stage.mine);
  const other = pips(draft.stage.theirs.toReversed());
  return position.onRoll === 'black' ? { black: mover, white: other } : { black: other, white: mover };
}
