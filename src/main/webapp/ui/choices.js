import { html } from 'lit';
import { live } from 'lit-html/directives/live.js';

/**
 * A few choices side by side, one of them chosen.
 *
 * @param {object} group
 * @param {string} group.name the radio buttons' name
 * @param {string} group.label
 * @param {string} [group.chosen]
 * @param {{value: string, text: unknown}[]} group.values
 * @param {(value: string) => void} group.choose
 */
export function choices({ name, label, chosen, values, choose }) {
  return html`
    <fieldset class="choices">
      <legend>${label}</legend>
      <div>
        ${values.map(
          ({ value, text }) => html`
            <label>
              <input
                type="radio"
                class="visually-hidden"
                name=${name}
                value=${value}
                .checked=${live(value === chosen)}
                @change=${() => choose(value)}
              />
              <span>${text}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
}
