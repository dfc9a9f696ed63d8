import { html, nothing } from 'lit';
import { live } from 'lit-html/directives/live.js';
import { t } from '../../i18n/index.js';
import { choices } from '../../ui/choices.js';
import { PageElement } from '../../ui/element.js';

/** Points that win a match; 0 is one game for money. */
const LENGTHS = ['0', '1', '3', '5', '7', '11'];
const LONGEST = 64;

/** The rules that are on or off, and what is usual. */
const USUAL = { cube: 'on', crawford: 'on', jacoby: 'on', beavers: 'off' };

const isMoney = (length) => Number(length) === 0;

/** The rules that there are to choose: a match of one point needs no cube, and without a cube there is nothing else. */
function rulesOf({ length, cube }) {
  if (Number(length) === 1) {
    return [];
  }
  const others = isMoney(length) ? ['jacoby', 'beavers'] : ['crawford'];
  return cube === 'off' ? ['cube'] : ['cube', ...others];
}

/** The options with all their rules and no others. */
const complete = (options) => ({
  length: options.length,
  ...Object.fromEntries(rulesOf(options).map((rule) => [rule, options[rule] ?? USUAL[rule]])),
});

export const DEFAULTS = complete({ length: '3' });

/** The choices for a new match. Fires `choose` (detail: the options) when one is made. */
class BackgammonOptions extends PageElement {
  static properties = { options: { attribute: false }, other: { state: true } };

  render() {
    const { length } = this.options;
    return html`
      ${choices({
        name: 'length',
        label: t('backgammon.length'),
        chosen: this.other ? 'other' : length,
        values: [
          ...LENGTHS.map((value) => [value, isMoney(value) ? t('backgammon.money') : value]),
          ['other', t('backgammon.length.other')],
        ],
        choose: (value) => this.#chooseLength(value),
      })}
      ${this.other ? this.#anyLength(length) : nothing}
      <p class="hint">${t(isMoney(length) ? 'backgammon.money.about' : 'backgammon.length.about')}</p>
      ${rulesOf(this.options).map((rule) => this.#rule(rule))}`;
  }

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
          @input=${(event) => this.#choose({ length: event.target.value })}
        />
      </label>`;
  }

  #rule(rule) {
    return html`
      <label class="switch">
        <input
          type="checkbox"
          name=${rule}
          .checked=${live(this.options[rule] === 'on')}
          @change=${(event) => this.#choose({ [rule]: event.target.checked ? 'on' : 'off' })}
        />
        <span>${t(`backgammon.rule.${rule}`)} <small>${t(`backgammon.rule.${rule}.about`)}</small></span>
      </label>`;
  }

  #chooseLength(value) {
    this.other = value === 'other';
    this.#choose({ length: this.other ? '9' : value });
  }

  #choose(change) {
    this.dispatchEvent(new CustomEvent('choose', { detail: complete({ ...this.options, ...change }) }));
  }
}

customElements.define('backgammon-options', BackgammonOptions);
