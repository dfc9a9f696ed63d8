/**
 * Backgammon's notation. Pure, and no rules.
 *
 * A position is GNU Backgammon's position ID, a colon, and its match ID, as its manual describes them in "A technical
 * description of the Position ID" and "… of the Match ID". Points are numbered as the player whose checkers stand on
 * them counts: 1 to 24, with `OFF` and `BAR` at the two ends of the way.
 */

export const OFF = 0;
export const BAR = 25;

const CHECKERS = 15;
const POINTS = 24;

export const opposite = (seat) => (seat === 'black' ? 'white' : 'black');

/** GNU Backgammon's player 0 and player 1. */
const PLAYERS = ['white', 'black'];

/** Who holds a cube in the middle. */
const NOBODY = 3;

/** The game's state before the opening throw. */
const NOT_STARTED = 0;

const STAKES = [null, 'single', 'gammon', 'backgammon'];

/** The same point as the other player counts it; the bar of one is beside the way's end of the other. */
export const facing = (point) => BAR - point;

/** Reads bits out of base64, the lowest bit of each byte first. */
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
 * @returns {[number[], number[]]} the checkers of the opponent and of the player on roll, by point from `OFF` to `BAR`
 */
export function readCheckers(positionId) {
  const bits = bitReader(positionId);
  const side = () => {
    const counts = Array(BAR + 1).fill(0);
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
 * @property {{black: number[], white: number[]}} checkers by point from `OFF` to `BAR`
 * @property {'black' | 'white'} onRoll whose throw it is
 * @property {boolean} begun false before the opening throw
 * @property {'black' | 'white'} toDecide whose decision is next: the opponent's while a double or a resignation waits
 * @property {number[]} dice none before the throw
 * @property {{value: number, owner: 'black' | 'white' | null}} cube the owner is null while it is in the middle
 * @property {boolean} doubled whether a double waits for its answer
 * @property {'single' | 'gammon' | 'backgammon' | null} resigned what is offered to be resigned
 * @property {number} length of the match in points, 0 for money play
 * @property {boolean} crawford
 * @property {{black: number, white: number}} score
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

/** How many pips a side has still to go. */
export const pips = (counts) => counts.reduce((sum, count, point) => sum + count * point, 0);

const CHAIN = /^(?:bar|\d{1,2})(?:\/(?:off|\d{1,2})\*?)+(?:\(\d\))?$/;
const NAMED = { bar: BAR, off: OFF };

const pointOf = (name) => NAMED[name] ?? Number(name);

function readChain(text) {
  const [, way, times] = /^([^(]+)(?:\((\d)\))?$/.exec(text);
  const stops = way.split('/').map((stop) => ({ point: pointOf(stop.replace('*', '')), hit: stop.endsWith('*') }));
  return Array(Number(times ?? 1)).fill(stops);
}

/**
 * Reads a play such as `bar/22* 6/off(2)`.
 *
 * @returns {{point: number, hit: boolean}[][] | null} for each checker that moves the points it touches, its start
 *     first; null if the text is no play of checkers
 */
export function readPlay(text) {
  const words = text.split(' ');
  return words.every((word) => CHAIN.test(word) && [...word.matchAll(/\d+/g)].every(([number]) => number <= POINTS))
    ? words.flatMap(readChain)
    : null;
}

export const pointName = (point) => ({ [BAR]: 'bar', [OFF]: 'off' })[point] ?? String(point);

/**
 * The latest play of checkers in the game that is on; null if there is none yet.
 *
 * @param {{seat: string, move?: string, position: string}[]} moves of a match, throws among them
 */
export function latestPlay(moves) {
  const latest = moves.findLast(({ move = '', position }) => readPlay(move) !== null || !readPosition(position).begun);
  return latest !== undefined && readPosition(latest.position).begun
    ? { seat: latest.seat, play: readPlay(latest.move) }
    : null;
}
