import { hasText, t } from '../../i18n/index.js';
import { opposite } from '../../room/state.js';
import { BAR, OFF, readPlay } from './notation.js';
import { pointAt } from './geometry.js';
import { changes, countOn, ownerOf } from './scene.js';
import { endsInHit } from './steps.js';

/**
 * Backgammon in words, for the screen reader above all.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { Position, Stop } from './notation.js'
 * @import { Scene } from './scene.js'
 * @import { Step } from './steps.js'
 */

const separator = () => t('backgammon.and');

/**
 * A point as its player counts it.
 *
 * @type {(point: number) => string}
 */
export function pointText(point) {
  if (point === BAR) {
    return t('backgammon.bar');
  }
  return point === OFF ? t('backgammon.off') : String(point);
}

/** @type {(seat: Seat, count: number) => string} */
const checkersText = (seat, count) =>
  t(count === 1 ? `backgammon.checker.${seat}` : `backgammon.checkers.${seat}`, { count });

/**
 * Which of the board's places a cell is, as the player below counts.
 *
 * @type {(cell: string) => string}
 */
function nameOf(cell) {
  const [kind, owner] = cell.split('-');
  return cell.includes('-') ? t(`backgammon.${kind}.${owner}`) : t('backgammon.point', { point: cell });
}

/**
 * A cell with all that can be known of it: `Point 8: 3 black checkers; can go to 5`.
 *
 * @type {(cell: string, scene: Scene) => string}
 */
export function cellText(cell, scene) {
  const { draft, orientation, active, position } = scene;
  const owner = ownerOf(cell, scene);
  const words = [owner === null ? t('backgammon.empty') : checkersText(owner, countOn(cell, owner, scene))];
  const point = active ? pointAt(cell, position.onRoll, orientation.view) : null;
  if (point !== null && draft.picked === point) {
    words.push(t('backgammon.picked'));
  }
  const goal = point === null ? undefined : draft.goals.get(point);
  if (goal !== undefined) {
    words.push(t(endsInHit(goal) ? 'backgammon.goal.hit' : 'backgammon.goal'));
  } else if (point !== null && draft.movable.has(point)) {
    words.push(t('backgammon.can-go', { points: [...draft.goalsFrom(point).keys()].map(pointText).join(separator()) }));
  }
  if (!draft.started && changes(scene)?.to.has(cell)) {
    words.push(t('backgammon.last'));
  }
  return t('backgammon.cell', { cell: nameOf(cell), words: words.join('; ') });
}

/**
 * One checker's way.
 *
 * @type {(stops: Stop[]) => string}
 */
function wayText(stops) {
  const [start, ...rest] = stops;
  const to = rest.map(({ point, hit }) => t(hit ? 'backgammon.to.hit' : 'backgammon.to', { point: pointText(point) }));
  return t('backgammon.way', { from: pointText(start.point), to: to.join('') });
}

/**
 * A move as one says it.
 *
 * @type {(move: string) => string}
 */
export function spoken(move) {
  const play = readPlay(move);
  return play === null ? moveText(move) : play.map(wayText).join(separator());
}

/**
 * A move as one writes it.
 *
 * @type {(move: string) => string}
 */
export function moveText(move) {
  const key = `backgammon.move.${move.replaceAll(' ', '-')}`;
  return hasText(key) ? t(key) : move;
}

/**
 * Steps that were just taken.
 *
 * @type {(steps: Step[]) => string}
 */
export const stepsText = (steps) =>
  steps
    .map(({ from, to, hit }) => wayText([{ point: from, hit: false }, { point: to, hit }]))
    .join(separator());

/**
 * What somebody has to answer, or an empty text.
 *
 * @type {(position: Position) => string}
 */
export function questionText({ doubled, resigned, toDecide, cube }) {
  const seat = t(opposite(toDecide));
  if (resigned !== null) {
    return t(`backgammon.resigns.${resigned}`, { seat });
  }
  return doubled ? t('backgammon.doubles', { seat, value: cube.value * 2 }) : '';
}

/**
 * The dice and the cube, for those who don't see them.
 *
 * @type {(scene: Scene) => string}
 */
export function tableText({ position: { dice, cube, crawford }, cube: played }) {
  const words = dice.length > 0 ? [t('backgammon.dice', { dice: dice.join('-') })] : [];
  if (played && !crawford) {
    const key = cube.owner === null ? 'backgammon.cube.middle' : 'backgammon.cube.held';
    words.push(t(key, { value: cube.value, seat: t(cube.owner ?? '') }));
  }
  return words.join(' ');
}
