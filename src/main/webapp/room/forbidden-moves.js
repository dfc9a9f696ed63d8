/**
 * What the rules forbade in positions that someone looks back at. The page knows no rules: the server tells it for a whole
 * game at once, and again when the game has gone on.
 */
export class ForbiddenMoves extends EventTarget {
  #fetch;
  /**
   * Positions that were asked about.
   *
   * @type {Set<string>}
   */
  #asked = new Set();
  /**
   * The forbidden places by position, as far as there are any.
   *
   * @type {Map<string, string[]>}
   */
  #forbidden = new Map();

  /** @param {(path: string) => Promise<Record<string, string[]>>} fetch gets a JSON file; the path is the page's own */
  constructor(fetch) {
    super();
    this.#fetch = fetch;
  }

  /**
   * The forbidden places of a position; none until the server has answered, then `change` is fired.
   *
   * @param {string} room
   * @param {{round: number, start: {position: string} | null, moves: {position: string}[]}} game in which the position occurred
   * @param {string} position
   * @returns {string[]}
   */
  at(room, game, position) {
    if (!this.#asked.has(position)) {
      const start = game.start ? [game.start.position] : [];
      [position, ...start, ...game.moves.map((ply) => ply.position)].forEach((each) => this.#asked.add(each));
      void this.#ask(`records/${room}/${game.round}/forbidden.json`);
    }
    return this.#forbidden.get(position) ?? [];
  }

  /** @param {string} path */
  async #ask(path) {
    try {
      const answer = await this.#fetch(path);
      Object.entries(answer).forEach(([position, places]) => this.#forbidden.set(position, places));
      this.dispatchEvent(new Event('change'));
    } catch {
      // A board without marks is still the game.
    }
  }
}
