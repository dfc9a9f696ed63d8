/** @import { DiceRoll, Stage, Step } from './steps.js' */

/**
 * A play under way: the steps that were taken, and the checker in hand. Immutable; points as the player who moves
 * counts.
 */
export class Draft {
  #roll;
  #stages;
  /**
   * Where checkers can go, by the points that were asked about.
   *
   * @type {Map<number, Map<number, Step[]>>}
   */
  #reach = new Map();

  /**
   * @param {DiceRoll} roll
   * @param {Stage[]} [stages] before the first step, and after each
   * @param {number | null} [picked] the point of the checker in hand
   */
  constructor(roll, stages = [roll.start], picked = null) {
    this.#roll = roll;
    this.#stages = stages;
    this.picked = picked;
    /** The points where a checker can be picked up. */
    this.movable = new Set(roll.next(this.stage).map(({ from }) => from));
    /**
     * Where the checker in hand can go, and the steps that take it there.
     *
     * @type {ReadonlyMap<number, Step[]>}
     */
    this.goals = picked === null ? new Map() : this.goalsFrom(picked);
  }

  /**
   * Where a checker from this point can go, and the steps that take it there.
   *
   * @param {number} point
   */
  goalsFrom(point) {
    const reach = this.#reach.get(point) ?? this.#roll.targets(this.stage, point);
    this.#reach.set(point, reach);
    return reach;
  }

  /** The board before the first step. */
  get start() {
    return this.#stages[0];
  }

  get stage() {
    return this.#stages[this.#stages.length - 1];
  }

  /** Whether there is a throw of checkers to be played at all. */
  get open() {
    return this.#roll.open;
  }

  get started() {
    return this.#stages.length > 1;
  }

  /** The legal play that has been made, as the server spells it, or null. */
  get made() {
    return this.#roll.play(this.stage);
  }

  /**
   * Takes a checker into the hand, or out of it; on a point from where none can move nothing changes.
   *
   * @param {number | null} point
   */
  pick(point) {
    return point === null || this.movable.has(point) ? new Draft(this.#roll, this.#stages, point) : this;
  }

  /**
   * Puts the checker in hand on one of its goals.
   *
   * @param {number} point
   */
  put(point) {
    const stages = [...this.#stages];
    for (const step of this.goals.get(point) ?? []) {
      stages.push(this.#roll.take(stages[stages.length - 1], step));
    }
    return new Draft(this.#roll, stages);
  }

  /** Takes the last step back. */
  undo() {
    return new Draft(this.#roll, this.started ? this.#stages.slice(0, -1) : this.#stages);
  }
}
