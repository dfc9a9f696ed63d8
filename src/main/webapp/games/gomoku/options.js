import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement } from '../../ui/element.js';
import { choices } from '../../ui/choices.js';

/**
 * @import { FieldEvent } from '../../ui/element.js'
 * @import { Options } from '../types.d.ts'
 */

const RULES = ['freestyle', 'standard', 'caro', 'caro-exact', 'renju'];

/**
 * What comes of a forbidden move, where the rule has any.
 *
 * @type {Partial<Record<string, string[]>>}
 */
const PENALTIES = { renju: ['refuse', 'lose'] };

/**
 * Rules that are only played on one board.
 *
 * @type {Partial<Record<string, string>>}
 */
const ONLY_SIZE = { renju: '15' };

const OPENINGS = ['free', 'pro', 'long-pro', 'swap', 'swap2'];

/**
 * Openings that only one rule has.
 *
 * @type {Partial<Record<string, string[]>>}
 */
const MORE_OPENINGS = { renju: ['rif', 'soosorv-8', 'taraguchi-10'] };

/**
 * Openings that need a centre, and the smallest board for them.
 *
 * @type {Partial<Record<string, number>>}
 */
const CENTRED = { pro: 7, 'long-pro': 9 };

const SIZES = ['9', '13', '15', '19', '20'];
const SMALLEST = 5;
const LARGEST = 22;

/** @type {(options: Options) => string[]} */
function openings({ rule = '', size }) {
  const lines = Number(size);
  const fits = (/** @type {string} */ opening) => {
    const smallest = CENTRED[opening];
    return smallest === undefined || (lines % 2 === 1 && lines >= smallest);
  };
  return [...OPENINGS.filter(fits), ...(MORE_OPENINGS[rule] ?? [])];
}

/** The choices for a new game. Fires `choose` (detail: the options) when one is made. */
class GomokuOptions extends PageElement {
  static properties = { options: { attribute: false }, other: { state: true } };

  constructor() {
    super();
    /** @type {Options} */
    this.options = {};
    /** Whether a size is chosen that has no button. */
    this.other = false;
  }

  render() {
    const { rule = '', size = '', forbidden, opening = 'free' } = this.options;
    const penalties = PENALTIES[rule];
    return html`
      ${choices({
        name: 'rule',
        label: t('gomoku.rule'),
        chosen: rule,
        values: RULES.map((value) => ({ value, text: t(`gomoku.rule.${value}`) })),
        choose: (value) => this.#chooseRule(value),
      })}
      <p class="hint">${t(`gomoku.rule.${rule}.about`)}</p>
      ${penalties ? this.#penalty(penalties, forbidden) : nothing}
      ${choices({
        name: 'size',
        label: t('gomoku.size'),
        chosen: this.other ? 'other' : size,
        values: this.#sizes(rule),
        choose: (value) => this.#chooseSize(value),
      })}
      ${this.other ? this.#anySize(size) : nothing}
      ${choices({
        name: 'opening',
        label: t('gomoku.opening'),
        chosen: opening,
        values: openings(this.options).map((value) => ({ value, text: t(`gomoku.opening.${value}`) })),
        choose: (value) => this.#choose({ opening: value }),
      })}
      <p class="hint">${t(`gomoku.opening.${opening}.about`)}</p>`;
  }

  /**
   * @param {string[]} penalties
   * @param {string} [chosen]
   */
  #penalty(penalties, chosen) {
    return choices({
      name: 'forbidden',
      label: t('gomoku.penalty'),
      chosen,
      values: penalties.map((value) => ({ value, text: t(`gomoku.penalty.${value}`) })),
      choose: (value) => this.#choose({ forbidden: value }),
    });
  }

  /** @param {string} rule */
  #sizes(rule) {
    const only = ONLY_SIZE[rule];
    const sizes = (only ? [only] : SIZES).map((value) => ({ value, text: `${value}×${value}` }));
    return only ? sizes : [...sizes, { value: 'other', text: t('gomoku.size.other') }];
  }

  /** @param {string} size */
  #anySize(size) {
    return html`
      <label class="field">
        <span>${t('gomoku.size.any')}</span>
        <input
          type="number"
          name="any-size"
          required
          min=${SMALLEST}
          max=${LARGEST}
          .value=${size}
          @input=${(/** @type {FieldEvent} */ { currentTarget }) => this.#choose({ size: currentTarget.value })}
        />
      </label>`;
  }

  /** @param {string} rule */
  #chooseRule(rule) {
    this.other &&= !ONLY_SIZE[rule];
    this.#choose({ rule, size: ONLY_SIZE[rule] ?? this.options.size, forbidden: PENALTIES[rule]?.[0] });
  }

  /** @param {string} value */
  #chooseSize(value) {
    this.other = value === 'other';
    if (!this.other) {
      this.#choose({ size: value });
    }
  }

  /**
   * An opening that the rule or the size does not have is given up; the free one needs no mention.
   *
   * @param {Options} change
   */
  #choose(change) {
    const options = { ...this.options, ...change };
    const { opening = 'free' } = options;
    const kept = opening !== 'free' && openings(options).includes(opening);
    const detail = { ...options, opening: kept ? opening : undefined };
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }
}

customElements.define('gomoku-options', GomokuOptions);
