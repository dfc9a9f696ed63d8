import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement } from '../../ui/element.js';
import { choices } from '../../ui/choices.js';

const RULES = ['freestyle', 'standard', 'caro', 'caro-exact', 'renju'];

/** What comes of a forbidden move, where the rule has any. */
const PENALTIES = { renju: ['refuse', 'lose'] };

/** Rules that are only played on one board. */
const ONLY_SIZE = { renju: '15' };

const SIZES = ['9', '13', '15', '19', '20'];
const SMALLEST = 5;
const LARGEST = 22;

/** The choices for a new game. Fires `choose` (detail: the options) when one is made. */
class GomokuOptions extends PageElement {
  static properties = { options: { attribute: false }, other: { state: true } };

  render() {
    const { rule, size, forbidden } = this.options;
    return html`
      ${choices({
        name: 'rule',
        label: t('gomoku.rule'),
        chosen: rule,
        values: RULES.map((value) => [value, t(`gomoku.rule.${value}`)]),
        choose: (value) => this.#chooseRule(value),
      })}
      <p class="hint">${t(`gomoku.rule.${rule}.about`)}</p>
      ${PENALTIES[rule] ? this.#penalty(PENALTIES[rule], forbidden) : nothing}
      ${choices({
        name: 'size',
        label: t('gomoku.size'),
        chosen: this.other ? 'other' : size,
        values: this.#sizes(rule),
        choose: (value) => this.#chooseSize(value),
      })}
      ${this.other ? this.#anySize(size) : nothing}`;
  }

  #penalty(penalties, chosen) {
    return choices({
      name: 'forbidden',
      label: t('gomoku.penalty'),
      chosen,
      values: penalties.map((value) => [value, t(`gomoku.penalty.${value}`)]),
      choose: (value) => this.#choose({ forbidden: value }),
    });
  }

  #sizes(rule) {
    const sizes = ONLY_SIZE[rule] ? [ONLY_SIZE[rule]] : SIZES;
    const other = ONLY_SIZE[rule] ? [] : [['other', t('gomoku.size.other')]];
    return [...sizes.map((value) => [value, `${value}×${value}`]), ...other];
  }

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
          @input=${(event) => this.#choose({ size: event.target.value })}
        />
      </label>`;
  }

  #chooseRule(rule) {
    this.other &&= !ONLY_SIZE[rule];
    this.#choose({ rule, size: ONLY_SIZE[rule] ?? this.options.size, forbidden: PENALTIES[rule]?.[0] });
  }

  #chooseSize(value) {
    this.other = value === 'other';
    if (!this.other) {
      this.#choose({ size: value });
    }
  }

  #choose(change) {
    this.dispatchEvent(new CustomEvent('choose', { detail: { ...this.options, ...change } }));
  }
}

customElements.define('gomoku-options', GomokuOptions);
