/**
 * Backgammon's notation. Pure, and no rules.
 *
 * A position is GNU Backgammon's position ID, a colon, and its match ID, as its manual describes them in "A technical
 * description of the Position ID" and "… of the Match ID". Points are numbered as the player whose checkers stand on
 * them counts: 1 to 24, with `OFF` and `BAR` at the two ends of the way.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 *
 * @typedef {{point: number, hit: boolean}} Stop a point that a checker touches
 * @typedef {Stop[][]} CheckerPlay for each checker that moves the points it touches, its start first
 */

export const OFF = 0;
export const BAR = 25;

const CHECKERS = 15;
const POINTS = 24;

/**
 * GNU Backgammon's player 0 and player 1.
 *
 * @type {Seat[]}
 */
const PLAYERS = ['white', 'black'];

/** Who holds a cube in the middle. */
const NOBODY = 3;

/** The game's state before the opening throw. */
const NOT_STARTED = 0;

/** @type {Position['resigned'][]} */
const STAKES = [null, 'single', 'gammon', 'backgammon'];

/**
 * The same point as the other player counts it; the bar of one is beside the way's end of the other.
 *
 * @type {(point: number) => number}
 */
export const facing = (point) => BAR - point;

/**
 * Reads bits out of base64, the lowest bit of each byte first.
 *
 * @type {(base64: string) => (count: number) => number}
 */
function bitReader(base64) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  let at = 0;
  const bit = () => {
    const value = (bytes[at >> 3] >> (at & 7)) & 1;
    at += 1;
    return value;
  };
  return (count) => Array.from({ length: count }, (_, index) => bit() << index).reduce((sum, value) => sum + value, 0);
}

/**
 * Reads a position ID.
 *
 * @param {string} positionId
 * @returns {[number[], number[]]} the checkers of the opponent and of the player on roll, by point from `OFF` to `BAR`
 */
export function readCheckers(positionId) {
  const bits = bitReader(positionId);
  const side = () => {
    const counts = Array.from({ length: BAR + 1 }, () => 0);
    for (let point = 1; point <= BAR; point += 1) {
      while (bits(1) === 1) {
        counts[point] += 1;
      }
    }
    counts[OFF] = CHECKERS - counts.reduce((sum, count) => sum + count);
    return counts;
  };
  return [side(), side()];
}

/**
 * Reads a position.
 *
 * @typedef {object} Position
 * @property {Record<Seat, number[]>} checkers by point from `OFF` to `BAR`
 * @property {Seat} onRoll whose throw it is
 * @property {boolean} begun false before the opening throw
 * @property {Seat} toDecide whose decision is next: the opponent's while a double or a resignation waits
 * @property {number[]} dice none before the throw
 * @property {{value: number, owner: Seat | null}} cube the owner is null while it is in the middle
 * @property {boolean} doubled whether a double waits for its answer
 * @property {'single' | 'gammon' | 'backgammon' | null} resigned what is offered to be resigned
 * @property {number} length of the match in points, 0 for money play
 * @property {boolean} crawford
 * @property {Record<Seat, number>} score
 *
 * @param {string} text
 * @returns {Position}
 */
export function readPosition(text) {
  const [positionId, matchId] = text.split(':');
  const bits = bitReader(matchId);
  const cube = { value: 2 ** bits(4), owner: bits(2) };
  const onRoll = PLAYERS[bits(1)];
  const crawford = bits(1) === 1;
  const begun = bits(3) !== NOT_STARTED;
  const toDecide = PLAYERS[bits(1)];
  const doubled = bits(1) === 1;
  const resigned = STAKES[bits(2)];
  const dice = [bits(3), bits(3)].filter((die) => die > 0);
  const length = bits(15);
  const score = { white: bits(15), black: bits(15) };
  const [waiting, rolling] = readCheckers(positionId);
  return {
    checkers: onRoll === 'black' ? { black: rolling, white: waiting } : { black: waiting, white: rolling },
    onRoll,
    begun,
    toDecide,
    dice,
    cube: { ...cube, owner: cube.owner === NOBODY ? null : PLAYERS[cube.owner] },
    doubled,
    resigned,
    length,
    crawford,
    score,
  };
}

/**
 * How many pips a side has still to go.
 *
 * @type {(counts: number[]) => number}
 */
export const pips = (counts) => counts.reduce((sum, count, point) => sum + count * point, 0);

const CHAIN = /^(?:bar|\d{1,2})(?:\/(?:off|\d{1,2})\*?)+(?:\(\d\))?$/;
const NAMED = new Map([['bar', BAR], ['off', OFF]]);

/** @type {(name: string) => number} */
const pointOf = (name) => NAMED.get(name) ?? Number(name);

/** @type {(text: string) => CheckerPlay} */
function readChain(text) {
  const [way, times] = text.split(/[()]/);
  const stops = way.split('/').map((stop) => ({ point: pointOf(stop.replace('*', '')), hit: stop.endsWith('*') }));
  return Array.from({ length: Number(times || 1) }, () => stops);
}

/**
 * Reads a play such as `bar/22* 6/off(2)`.
 *
 * @param {string} text
 * @returns {CheckerPlay | null} null if the text is no play of checkers
 */
export function readPlay(text) {
  const words = text.split(' ');
  return words.every((word) => CHAIN.test(word) && [...word.matchAll(/\d+/g)].every(([number]) => Number(number) <= POINTS))
    ? words.flatMap(readChain)
    : null;
}

/**
 * The latest play of checkers in the game that is on; null if there is none yet.
 *
 * @param {{seat: Seat, move?: string | undefined, position: string}[]} moves of a match, throws among them
 * @returns {{seat: Seat, play: CheckerPlay} | null}
 */
export function latestPlay(moves) {
  const latest = moves.findLast(({ move = '', position }) => readPlay(move) !== null || !readPosition(position).begun);
  const play = latest && readPosition(latest.position).begun ? readPlay(latest.move ?? '') : null;
  return latest && play ? { seat: latest.seat, play } : null;
}
