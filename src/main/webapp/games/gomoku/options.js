import { html, nothing } from 'lit';
import { t } from '../../i18n/index.js';
import { PageElement } from '../../ui/element.js';
import { choices } from '../../ui/choices.js';

const RULES = ['freestyle', 'standard', 'caro', 'caro-exact', 'renju'];

/** What comes of a forbidden move, where the rule has any. */
const PENALTIES = { renju: ['refuse', 'lose'] };

/** Rules that are only played on one board. */
const ONLY_SIZE = { renju: '15' };

const OPENINGS = ['free', 'pro', 'long-pro', 'swap', 'swap2'];

/** Openings that only one rule has. */
const MORE_OPENINGS = { renju: ['rif', 'soosorv-8', 'taraguchi-10'] };

/** Openings that need a centre, and the smallest board for them. */
const CENTRED = { pro: 7, 'long-pro': 9 };

const SIZES = ['9', '13', '15', '19', '20'];
const SMALLEST = 5;
const LARGEST = 22;

function openings({ rule, size }) {
  const fits = (opening) => !CENTRED[opening] || (size % 2 === 1 && size >= CENTRED[opening]);
  return [...OPENINGS.filter(fits), ...(MORE_OPENINGS[rule] ?? [])];
}

/** The choices for a new game. Fires `choose` (detail: the options) when one is made. */
class GomokuOptions extends PageElement {
  static properties = { options: { attribute: false }, other: { state: true } };

  render() {
    const { rule, size, forbidden, opening = 'free' } = this.options;
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
      ${this.other ? this.#anySize(size) : nothing}
      ${choices({
        name: 'opening',
        label: t('gomoku.opening'),
        chosen: opening,
        values: openings(this.options).map((value) => [value, t(`gomoku.opening.${value}`)]),
        choose: (value) => this.#choose({ opening: value }),
      })}
      <p class="hint">${t(`gomoku.opening.${opening}.about`)}</p>`;
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

  /** An opening that the rule or the size does not have is given up; the free one needs no mention. */
  #choose(change) {
    const options = { ...this.options, ...change };
    const kept = options.opening !== 'free' && openings(options).includes(options.opening);
    const detail = { ...options, opening: kept ? options.opening : undefined };
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }
}

customElements.define('gomoku-options', GomokuOptions);
