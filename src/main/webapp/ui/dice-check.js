import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { canVerify, verify } from '../room/dice.js';
import { SEATS } from '../room/state.js';
import { PageElement, required } from './element.js';

/**
 * @import { PropertyValues } from 'lit'
 * @import { GameView } from '../games/types.d.ts'
 * @import { DiceCommitment, GameDice } from '../room/types.d.ts'
 */

/**
 * One line about the dice of this game, with the details for those who want to do the sum themselves: the commitment while the
 * game is on, and what came of checking every throw when it is over. Carries `data-dice`: `committed`, `checking`, `verified`,
 * `wrong`, `insecure` (the browser allows no check here) or `unknown` (this page does not know how the game throws).
 */
class DiceCheck extends PageElement {
  static properties = {
    /** What the room's state keeps of the dice of this game. */
    dice: { attribute: false },
    /** What this page was told, and gave, when its player sat down; or null. */
    diceCommitment: { attribute: false },
    game: { attribute: false },
    outcome: { state: true },
  };

  constructor() {
    super();
    /** @type {GameDice} */
    this.dice = required();
    /** @type {DiceCommitment | null} */
    this.diceCommitment = null;
    /** @type {GameView} */
    this.game = required();
    /** @type {Awaited<ReturnType<typeof verify>> | null} */
    this.outcome = null;
  }

  /** @param {PropertyValues<this>} changed */
  willUpdate(changed) {
    if (changed.has('dice') && this.dice.seed !== changed.get('dice')?.seed) {
      this.outcome = null;
      void this.#check();
    }
  }

  async #check() {
    const { dice, game, diceCommitment } = this;
    const { seed } = dice;
    if (seed !== null && canVerify() && game.isOpening) {
      const outcome = await verify({ ...dice, seed }, diceCommitment, game.isOpening);
      if (seed === this.dice.seed) {
        this.outcome = outcome;
      }
    }
  }

  get #standing() {
    if (this.dice.seed === null) {
      return 'committed';
    }
    if (this.outcome) {
      return this.outcome.wrong ? 'wrong' : 'verified';
    }
    if (!this.game.isOpening) {
      return 'unknown';
    }
    return canVerify() ? 'checking' : 'insecure';
  }

  render() {
    const standing = this.#standing;
    return html`
      <details class="dice-check" data-testid="dice" data-dice=${standing}>
        <summary>${this.#words(standing)}</summary>
        <dl>
          ${this.#row('dice.round', this.dice.round)} ${this.#row('dice.commitment', this.dice.commitment)}
          ${SEATS.map((seat) => this.#row(`dice.entropy.${seat}`, this.dice.entropy[seat] ?? t('dice.nothing')))}
          ${this.dice.seed === null ? nothing : this.#row('dice.seed', this.dice.seed)}
        </dl>
        <p class="hint">${t('dice.about')}</p>
      </details>`;
  }

  /** @param {string} standing */
  #words(standing) {
    const { wrong, roll } = this.outcome ?? {};
    return wrong ? t(`dice.wrong.${wrong}`, { roll }) : t(`dice.${standing}`, { count: this.dice.throws.length });
  }

  /**
   * @param {string} key
   * @param {string | number} value
   */
  #row(key, value) {
    return html`<dt>${t(key)}</dt><dd>${value}</dd>`;
  }
}

customElements.define('dice-check', DiceCheck);
