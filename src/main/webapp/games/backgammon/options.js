import { html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { t } from '../../i18n/index.js';
import { choices } from '../../ui/choices.js';
import { PageElement } from '../../ui/element.js';

/**
 * @import { FieldEvent } from '../../ui/element.js'
 * @import { Options } from '../types.d.ts'
 *
 * @typedef {'cube' | 'crawford' | 'jacoby' | 'beavers'} Rule
 */

/** Points that win a match; 0 is one game for money. */
const LENGTHS = ['0', '1', '3', '5', '7', '11'];
const LONGEST = 64;

/**
 * The rules that are on or off, and what is usual.
 *
 * @type {Record<Rule, string>}
 */
const USUAL = { cube: 'on', crawford: 'on', jacoby: 'on', beavers: 'off' };

/** @type {(length?: string) => boolean} */
const isMoney = (length) => Number(length) === 0;

/**
 * The rules that there are to choose: a match of one point needs no cube, and without a cube there is nothing else.
 *
 * @type {(options: Options) => Rule[]}
 */
function rulesOf({ length, cube }) {
  if (Number(length) === 1) {
    return [];
  }
  /** @type {Rule[]} */
  const others = isMoney(length) ? ['jacoby', 'beavers'] : ['crawford'];
  return cube === 'off' ? ['cube'] : ['cube', ...others];
}

/**
 * The options with all their rules and no others.
 *
 * @type {(options: Options) => Options}
 */
const complete = (options) => ({
  length: options.length,
  ...Object.fromEntries(rulesOf(options).map((rule) => [rule, options[rule] ?? USUAL[rule]])),
});

export const DEFAULTS = complete({ length: '3' });

/** The choices for a new match. Fires `choose` (detail: the options) when one is made. */
class BackgammonOptions extends PageElement {
  static properties = { options: { attribute: false }, other: { state: true } };

  constructor() {
    super();
    /** @type {Options} */
    this.options = DEFAULTS;
    /** Whether a length is chosen that has no button. */
    this.other = false;
  }

  render() {
    const { length = '' } = this.options;
    return html`
      ${choices({
        name: 'length',
        label: t('backgammon.length'),
        chosen: this.other ? 'other' : length,
        values: [
          ...LENGTHS.map((value) => ({ value, text: isMoney(value) ? t('backgammon.money') : value })),
          { value: 'other', text: t('backgammon.length.other') },
        ],
        choose: (value) => this.#chooseLength(value),
      })}
      ${this.other ? this.#anyLength(length) : nothing}
      <p class="hint">${t(isMoney(length) ? 'backgammon.money.about' : 'backgammon.length.about')}</p>
      ${rulesOf(this.options).map((rule) => this.#rule(rule))}`;
  }

  /** @param {string} length */
  #anyLength(length) {
    return html`
      <label class="field">
        <span>${t('backgammon.length.any', { most: LONGEST })}</span>
        <input
          type="number"
          name="any-length"
          required
          min="1"
          max=${LONGEST}
          .value=${length}
          @input=${(/** @type {FieldEvent} */ { currentTarget }) => this.#choose({ length: currentTarget.value })}
        />
      </label>`;
  }

  /** @param {Rule} rule */
  #rule(rule) {
    return html`
      <label class="switch">
        <input
          type="checkbox"
          name=${rule}
          .checked=${live(this.options[rule] === 'on')}
          @change=${(/** @type {FieldEvent} */ { currentTarget }) =>
            this.#choose({ [rule]: currentTarget.checked ? 'on' : 'off' })}
        />
        <span>${t(`backgammon.rule.${rule}`)} <small>${t(`backgammon.rule.${rule}.about`)}</small></span>
      </label>`;
  }

  /** @param {string} value */
  #chooseLength(value) {
    this.other = value === 'other';
    this.#choose({ length: this.other ? '9' : value });
  }

  /** @param {Options} change */
  #choose(change) {
    this.dispatchEvent(new CustomEvent('choose', { detail: complete({ ...this.options, ...change }) }));
  }
}

customElements.define('backgammon-options', BackgammonOptions);
