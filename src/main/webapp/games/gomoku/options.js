import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement } from '../../ui/element.js';
import { choices } from '../../ui/choices.js';

const RULES = ['freestyle', 'standard'];
const SIZES = [9, 13, 15, 19, 20];
const SMALLEST = 5;
const LARGEST = 22;

/** The choices for a new game. Fires `choose` (detail: the options) when one is made. */
class GomokuOptions extends PageElement {
  static properties = { options: { attribute: false }, other: { state: true } };

  render() {
    const { rule, size } = this.options;
    return html`
      ${choices({
        name: 'rule',
        label: t('gomoku.rule'),
        chosen: rule,
        values: RULES.map((value) => [value, t(`gomoku.rule.${value}`)]),
        choose: (value) => this.#choose({ rule: value }),
      })}
      <p class="hint">${t(`gomoku.rule.${rule}.about`)}</p>
      ${choices({
        name: 'size',
        label: t('gomoku.size'),
        chosen: this.other ? 'other' : size,
        values: [...SIZES.map((value) => [String(value), `${value}×${value}`]), ['other', t('gomoku.size.other')]],
        choose: (value) => this.#chooseSize(value),
      })}
      ${this.other ? this.#anySize(size) : nothing}`;
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
