/**
 * A play under way: the steps that were taken, and the checker in hand. Immutable; points as the player who moves
 * counts.
 */
export class Draft {
  #thrown;
  #stages;
  #reach = new Map();

  /**
   * @param {import('./steps.js').DiceRoll} thrown
   * @param {import('./steps.js').Stage[]} [stages] before the first step, and after each
   * @param {number | null} [picked] the point of the checker in hand
   */
  constructor(thrown, stages = [thrown.start], picked = null) {
    this.#thrown = thrown;
    this.#stages = stages;
    this.picked = picked;
    /** The points where a checker can be picked up. */
    this.movable = new Set(thrown.next(this.stage).map(({ from }) => from));
    /** Where the checker in hand can go. */
    this.goals = picked === null ? new Map() : this.goalsFrom(picked);
  }

  /** Where a checker from this point can go, and the steps that take it there. */
  goalsFrom(point) {
    if (!this.#reach.has(point)) {
      this.#reach.set(point, this.#thrown.targets(this.stage, point));
    }
    return this.#reach.get(point);
  }

  /** The board before the first step. */
  get start() {
    return this.#stages[0];
  }

  get stage() {
    return this.#stages.at(-1);
  }

  /** Whether there is a throw of checkers to be played at all. */
  get open() {
    return this.#thrown.open;
  }

  get started() {
    return this.#stages.length > 1;
  }

  /** The legal play that has been made, as the server spells it, or null. */
  get made() {
    return this.#thrown.play(this.stage);
  }

  /** Takes a checker into the hand, or out of it; on a point from where none can move nothing changes. */
  pick(point) {
    return point === null || this.movable.has(point) ? new Draft(this.#thrown, this.#stages, point) : this;
  }

  /** Puts the checker in hand on one of its goals. */
  put(point) {
    const ahead = this.goals.get(point).reduce(
      (stages, step) => [...stages, this.#thrown.take(stages.at(-1), step)],
      this.#stages,
    );
    return new Draft(this.#thrown, ahead);
  }

  /** Takes the last step back. */
  undo() {
    return new Draft(this.#thrown, this.started ? this.#stages.slice(0, -1) : this.#stages);
  }

  reset() {
    return new Draft(this.#thrown);
  }
}
