import { isPoint, readPosition } from './notation.js';

/**
 * What a game's opening asks for. Pure, and no rules: it is read from the moves so far and from what the server says may be
 * played next.
 *
 * @import { Options, Play } from '../types.d.ts'
 *
 * @typedef {{move?: string | undefined}} Step a move of the game so far
 * @typedef {{options: Options, moves: Step[], position: string | null}} GameSoFar
 *
 * @typedef {object} Task what the one to move is asked for
 * @property {string} name `three`, `two`, `centre` or `area`: a stone, the `number`th; `colour`, `colour-or-two` or
 *     `colour-or-ten`; `declare`; `offer`, the `number`th of `count`; `pick`
 * @property {number} [number]
 * @property {number} [count]
 */

const OFFER = 'offer ';

/** Openings in which one player puts the first three stones for both. */
const THREE_BY_ONE = new Set(['swap', 'swap2', 'rif', 'soosorv-8']);

/** What there is to choose besides a colour. */
const MORE_CHOICES = new Map([['put 2 more', 'colour-or-two'], ['fifths 10', 'colour-or-ten']]);

/** An opening puts five stones at most, and a choice may follow the last. */
const STONES = 5;

/** @type {(moves: Step[]) => number} */
const stones = (moves) => moves.filter(({ move = '' }) => isPoint(move)).length;

/** @type {(move?: string) => boolean} */
const isOffer = (move = '') => move.startsWith(OFFER);

/**
 * The point that a move puts a stone on or offers; null for a move that is a word.
 *
 * @type {(move?: string) => string | null}
 */
export function pointOf(move = '') {
  const point = isOffer(move) ? move.slice(OFFER.length) : move;
  return isPoint(point) ? point : null;
}

/**
 * The move that choosing a point makes now.
 *
 * @type {(point: string, plays: Play[]) => string}
 */
export const moveAt = (point, plays) => (plays.some(({ move }) => isOffer(move)) ? OFFER + point : point);

/**
 * Whether the opening may still be on.
 *
 * @type {(game: Pick<GameSoFar, 'options' | 'moves'>) => boolean}
 */
export const mayBeOpening = ({ options, moves }) => options.opening !== undefined && stones(moves) <= STONES;

/**
 * The points on offer for the fifth stone, as long as none is picked.
 *
 * @param {Step[]} moves
 */
export function offered(moves) {
  const last = moves.findLastIndex(({ move }) => !isOffer(move));
  return moves.slice(last + 1).flatMap(({ move }) => pointOf(move) ?? []);
}

/**
 * Which points to mark, where not every free one is open: the open ones if they are few, the others if those are. Points on
 * offer are shown as they are.
 *
 * @param {string} position
 * @param {Step[]} moves
 * @param {Play[]} plays
 * @returns {{open: string[], closed: string[]}}
 */
export function marks(position, moves, plays) {
  const points = new Set(plays.flatMap(({ move }) => pointOf(move) ?? []));
  const offers = offered(moves);
  if (points.size === 0 || offers.some((point) => points.has(point))) {
    return { open: [], closed: [] };
  }
  const { empty } = readPosition(position);
  const closed = empty.filter((point) => !points.has(point) && !offers.includes(point));
  return points.size < closed.length ? { open: [...points], closed: [] } : { open: [], closed };
}

/**
 * What the one to move is asked for; null if it is just a stone of their own.
 *
 * @param {GameSoFar} game
 * @param {Play[]} plays
 * @returns {Task | null}
 */
export function task({ options, moves, position }, plays) {
  if (options.opening === undefined || position === null || plays.length === 0) {
    return null;
  }
  const [{ move: first }] = plays;
  if (pointOf(first) === null) {
    return { name: question(plays) };
  }
  const offers = offered(moves).length;
  if (isOffer(first)) {
    return { name: 'offer', number: offers + 1, count: declared(moves) };
  }
  return offers > 0 ? { name: 'pick' } : stone(options.opening, moves, position, plays);
}

/** @type {(plays: Play[]) => string} */
function question(plays) {
  const moves = plays.map(({ move }) => move);
  if (!moves.includes('swap')) {
    return 'declare';
  }
  return MORE_CHOICES.get(moves[2]) ?? 'colour';
}

/**
 * How many points are to be offered: two, if nobody said a number.
 *
 * @type {(moves: Step[]) => number}
 */
function declared(moves) {
  const words = moves.findLast(({ move }) => move?.startsWith('fifths '))?.move;
  return words ? Number(words.split(' ')[1]) : 2;
}

/** @type {(opening: string, moves: Step[], position: string, plays: Play[]) => Task | null} */
function stone(opening, moves, position, plays) {
  const number = stones(moves) + 1;
  if (number <= 3 && THREE_BY_ONE.has(opening)) {
    return { name: 'three', number };
  }
  if (number <= STONES && moves.some(({ move }) => move === 'put 2 more')) {
    return { name: 'two', number };
  }
  if (plays.length === readPosition(position).empty.length) {
    return null;
  }
  return { name: plays.length === 1 ? 'centre' : 'area', number };
}
