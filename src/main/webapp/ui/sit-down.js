import { html } from 'lit';
import { t } from '../i18n/index.js';
import { LONGEST_NAME, rememberName, rememberedName } from './player-name.js';

/**
 * The free seats, one click away.
 *
 * @param {string[]} free
 * @param {(seat: string, name: string | null) => void} sit
 */
export function sitDown(free, sit) {
  const submit = (event) => {
    event.preventDefault();
    sit(event.submitter.value, rememberName(event.target.elements.name.value));
  };
  return html`
    <form class="card sit" @submit=${submit}>
      <h2>${t('sit.title')}</h2>
      <label class="field">
        <span>${t('new.name')}</span>
        <input
          name="name"
          data-testid="player-name"
          maxlength=${LONGEST_NAME}
          autocomplete="nickname"
          placeholder=${t('guest')}
          value=${rememberedName()}
        />
      </label>
      <div class="buttons">
        ${free.map(
          (seat) => html`
            <button class="primary" value=${seat} data-testid="sit-${seat}">
              <i class="dot ${seat}" aria-hidden="true"></i>${t(`sit.${seat}`)}
            </button>`,
        )}
      </div>
      <p class="hint">${t('sit.about')}</p>
    </form>`;
}
