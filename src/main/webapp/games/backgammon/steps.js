import { BAR, OFF, facing, readPlay } from './notation.js';

/**
 * Making a play out of single steps, one checker by one die. Which plays are legal is what the server says: a step can
 * be taken if one of those plays can still be reached with the dice that are left, in whatever order and on whatever
 * way.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { CheckerPlay, Position } from './notation.js'
 *
 * @typedef {object} Board as the player who moves counts: the opponent's bar is at `OFF`, the opponent's checkers that
 *     are off at `BAR`
 * @property {number[]} mine
 * @property {number[]} theirs
 *
 * @typedef {{from: number, to: number, die: number, hit: boolean}} Step
 * @typedef {Board & {left: number[], steps: Step[]}} Stage a play under way, and the dice that are left
 * @typedef {{stage: Stage, at: number, way: Step[]}} Reached where a checker can be, and how it got there
 */

const HOME = 6;
/** Where checkers start from. */
const POINTS = Array.from({ length: BAR }, (_, index) => BAR - index);

/** @type {(position: Pick<Position, 'checkers'>, seat: Seat, opponent: Seat) => Board} */
export function boardOf({ checkers }, seat, opponent) {
  return { mine: checkers[seat], theirs: checkers[seat].map((_, point) => checkers[opponent][facing(point)]) };
}

/**
 * The board after a checker has moved; a single checker that it finds there goes to the bar.
 *
 * @type {(board: Board, from: number, to: number) => Board}
 */
export function carry({ mine, theirs }, from, to) {
  const after = { mine: [...mine], theirs: [...theirs] };
  after.mine[from] -= 1;
  after.mine[to] += 1;
  if (isHit(theirs, to)) {
    after.theirs[to] -= 1;
    after.theirs[OFF] += 1;
  }
  return after;
}

/** @type {(theirs: number[], to: number) => boolean} */
const isHit = (theirs, to) => to !== OFF && theirs[to] === 1;

/**
 * The board after a whole play.
 *
 * @type {(board: Board, play: CheckerPlay) => Board}
 */
export function playOut(board, play) {
  return play.reduce(
    (before, stops) =>
      stops.slice(1).reduce((now, { point }, index) => carry(now, stops[index].point, point), before),
    board,
  );
}

/** @type {(board: Board) => string} */
const keyOf = ({ mine, theirs }) => `${mine.join()}|${theirs.join()}`;

/** @type {(dice: number[], die: number) => number[]} */
const withoutOne = (dice, die) => dice.toSpliced(dice.indexOf(die), 1);

/**
 * Where one die takes a checker: checkers enter before others move, and go off when all are home.
 *
 * @type {(board: Board, from: number, die: number) => number | null}
 */
function landing({ mine, theirs }, from, die) {
  const to = Math.max(OFF, from - die);
  const entering = mine[BAR] > 0 && from !== BAR;
  const early = to === OFF && mine.slice(HOME + 1).some((count) => count > 0);
  return mine[from] === 0 || entering || early || (to !== OFF && theirs[to] > 1) ? null : to;
}

/**
 * Smaller dice first.
 *
 * @param {Stage} stage
 * @returns {Step[]}
 */
function candidates(stage) {
  const dice = [...new Set(stage.left)].sort((one, other) => one - other);
  return dice.flatMap((die) =>
    POINTS.flatMap((from) => {
      const to = landing(stage, from, die);
      return to === null ? [] : [{ from, to, die, hit: isHit(stage.theirs, to) }];
    }),
  );
}

/** All that can be made of a throw. */
export class DiceRoll {
  /**
   * The legal plays by the boards after them.
   *
   * @type {Map<string, string>}
   */
  #moves;
  /**
   * Whether a legal play can be reached, by the boards and dice that were asked about.
   *
   * @type {Map<string, boolean>}
   */
  #reachable = new Map();
  /** @type {Stage} before the first step */
  start;

  /**
   * @param {Board} board
   * @param {number[]} dice two of them, or none
   * @param {string[]} moves the legal plays; those that move no checker are left out
   */
  constructor(board, dice, moves) {
    this.start = { ...board, left: dice[0] === dice[1] ? [...dice, ...dice] : dice, steps: [] };
    this.#moves = new Map();
    for (const move of moves) {
      const play = readPlay(move);
      if (play !== null) {
        this.#moves.set(keyOf(playOut(board, play)), move);
      }
    }
  }

  /** Whether there are any checkers to be moved. */
  get open() {
    return this.#moves.size > 0;
  }

  /**
   * What can be done next, each way from point to point once.
   *
   * @param {Stage} stage
   * @returns {Step[]}
   */
  next(stage) {
    /** @type {Map<string, Step>} */
    const ways = new Map();
    // A checker may go off with more than one of the dice: the smallest that leads on fits best.
    for (const step of candidates(stage)) {
      const way = `${step.from}/${step.to}`;
      if (!ways.has(way) && this.#leadsOn(this.take(stage, step))) {
        ways.set(way, step);
      }
    }
    return [...ways.values()];
  }

  /**
   * @param {Stage} stage
   * @param {Step} step
   * @returns {Stage}
   */
  take(stage, step) {
    const { left, steps } = stage;
    return { ...carry(stage, step.from, step.to), left: withoutOne(left, step.die), steps: [...steps, step] };
  }

  /**
   * The legal play that has been made, as the server spells it; null while there is more to be moved.
   *
   * @param {Stage} stage
   */
  play(stage) {
    return this.next(stage).length === 0 ? (this.#moves.get(keyOf(stage)) ?? null) : null;
  }

  /**
   * Where one checker can go with as many of the dice as it likes, the shortest way to each point and the one that hits
   * least. A detour that hits is made of single steps.
   *
   * @param {Stage} stage
   * @param {number} from
   * @returns {Map<number, Step[]>} the steps, by the point where they end
   */
  targets(stage, from) {
    /** @type {Map<number, Step[]>} */
    const found = new Map();
    let front = this.#goOn({ stage, at: from, way: [] });
    while (front.length > 0) {
      front = front.sort((one, other) => hits(one.way) - hits(other.way)).filter(({ at, way }) => {
        const isNew = !found.has(at);
        if (isNew) {
          found.set(at, way);
        }
        return isNew;
      });
      front = front.flatMap((reached) => this.#goOn(reached));
    }
    return found;
  }

  /**
   * What a checker reaches with one die more.
   *
   * @param {Reached} reached
   * @returns {Reached[]}
   */
  #goOn({ stage, at, way }) {
    return this.next(stage)
      .filter((step) => step.from === at)
      .map((step) => ({ stage: this.take(stage, step), at: step.to, way: [...way, step] }));
  }

  /** @param {Stage} stage */
  #leadsOn(stage) {
    const key = `${keyOf(stage)}|${stage.left.join()}`;
    const known = this.#reachable.get(key);
    const leadsOn = known ?? (this.#moves.has(keyOf(stage)) || this.next(stage).length > 0);
    this.#reachable.set(key, leadsOn);
    return leadsOn;
  }
}

/**
 * Whether a way ends on a checker of the opponent.
 *
 * @param {Step[]} way
 */
export const endsInHit = (way) => way[way.length - 1].hit;

/** @type {(way: Step[]) => number} */
const hits = (way) => way.filter(({ hit }) => hit).length;
