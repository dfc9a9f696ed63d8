import { svg, nothing } from 'lit';
import * as drawing from './drawing.js';
import { HEIGHT, WIDTH, cellOf, cells, pointAt } from './geometry.js';
import { facing, opposite } from './notation.js';

/**
 * What is on the board.
 *
 * @typedef {object} Scene
 * @property {import('./notation.js').Position} position
 * @property {import('./draft.js').Draft} draft
 * @property {import('./geometry.js').Outlook} outlook
 * @property {{seat: string, play: {point: number}[][]} | null} last the latest play of checkers
 * @property {{seat: string, dice: number[]} | null} thrown the latest throw
 * @property {boolean} active whether the player moves checkers now
 * @property {{x: number, y: number} | null} dragged where the checker in hand is
 */

/** How many checkers of a player are on a cell, the play under way included. */
export function countOn(cell, seat, { position, draft, outlook }) {
  const point = pointAt(cell, seat, outlook.view);
  if (point === null) {
    return 0;
  }
  const { mine, theirs } = draft.stage;
  return seat === position.onRoll ? mine[point] : theirs[facing(point)];
}

/** Who has checkers on a cell, or null. */
export const ownerOf = (cell, scene) => ['black', 'white'].find((seat) => countOn(cell, seat, scene) > 0) ?? null;

/** Where the latest play led: `{from, to}`, sets of cells; both empty while another is under way. */
export function lastCells({ last, draft, outlook }) {
  if (last === null || draft.started) {
    return { from: new Set(), to: new Set() };
  }
  const cell = (point) => cellOf(last.seat, point, outlook.view);
  return {
    from: new Set(last.play.map((stops) => cell(stops[0].point))),
    to: new Set(last.play.map((stops) => cell(stops.at(-1).point))),
  };
}

/** The board as a picture. */
export function picture(scene) {
  const { position, draft, outlook } = scene;
  const moving = (point) => cellOf(position.onRoll, point, outlook.view);
  return svg`
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" focusable="false">
      ${drawing.gradients} ${drawing.table(outlook)} ${drawing.numbers(outlook)}
      ${cells(outlook).flat().map((cell) => checkers(cell, scene))}
      ${draft.started ? steps(scene, moving) : lastPlay(scene)}
      ${scene.active ? hints(scene, moving) : nothing}
      ${dice(scene)}
      ${position.crawford ? nothing : cube(position, outlook)}
      ${scene.dragged ? drawing.disc(scene.dragged, position.onRoll, 'in-hand') : nothing}
    </svg>`;
}

function checkers(cell, scene) {
  const { draft, outlook, position, dragged } = scene;
  const owner = ownerOf(cell, scene);
  if (owner === null) {
    return nothing;
  }
  const lifted = dragged && cell === cellOf(position.onRoll, draft.picked, outlook.view) ? 1 : 0;
  const count = countOn(cell, owner, scene) - lifted;
  return svg`
    ${drawing.stack(cell, owner, count, outlook)}
    ${cell.startsWith('off') ? drawing.trayCount(cell, count, outlook) : nothing}`;
}

/** Where the latest play began, where it ended, and the way between. */
function lastPlay(scene) {
  const { last, outlook } = scene;
  const { from, to } = lastCells(scene);
  const seat = last?.seat;
  return svg`
    ${[...from].filter((cell) => !to.has(cell)).map((cell) => drawing.gone(cell, countOn(cell, seat, scene), outlook))}
    ${[...to].filter((cell) => ownerOf(cell, scene) === seat)
      .map((cell) => drawing.ring(cell, countOn(cell, seat, scene), `last-mark on-${seat}`, outlook))}`;
}

/** The steps of the play under way. */
function steps(scene, moving) {
  const { draft, outlook, position } = scene;
  const seat = position.onRoll;
  const ends = new Set(draft.stage.steps.map(({ to }) => moving(to)));
  return [...ends].filter((cell) => countOn(cell, seat, scene) > 0)
    .map((cell) => drawing.ring(cell, countOn(cell, seat, scene), `last-mark on-${seat}`, outlook));
}

/** What can be picked up, or where the checker in hand can go. */
function hints(scene, moving) {
  const { draft, outlook, position } = scene;
  const seat = position.onRoll;
  if (draft.picked === null) {
    return [...draft.movable].map((point) =>
      drawing.ring(moving(point), countOn(moving(point), seat, scene), 'movable', outlook));
  }
  const picked = moving(draft.picked);
  return svg`
    ${scene.dragged ? nothing : drawing.ring(picked, countOn(picked, seat, scene), 'picked', outlook)}
    ${[...draft.goals].map(([point, way]) =>
      drawing.goal(moving(point), countOn(moving(point), seat, scene), way.at(-1).hit, outlook))}`;
}

/** The dice of this turn, those that are used told apart; before the throw the other player's last ones. */
function dice({ position, draft, thrown, outlook }) {
  if (position.dice.length > 0) {
    return drawing.dice(markUsed(position.dice, draft.stage.left), position.onRoll, outlook);
  }
  return thrown !== null && !position.doubled ? drawing.dice(markUsed(thrown.dice, []), thrown.seat, outlook) : nothing;
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
function cube({ cube: { value, owner }, doubled, toDecide }, outlook) {
  return doubled
    ? drawing.cube({ value: value * 2, owner }, opposite(toDecide), outlook)
    : drawing.cube({ value, owner }, null, outlook);
}

/** How many pips each player has to go, the play under way included. */
export function pipsOf({ position, draft }) {
  const { mine, theirs } = draft.stage;
  const way = (count, point) => count * point;
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const mover = sum(mine.map(way));
  const other = sum(theirs.map((count, point) => way(count, facing(point))));
  return position.onRoll === 'black' ? { black: mover, white: other } : { black: other, white: mover };
}
