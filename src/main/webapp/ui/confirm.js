import { html } from 'lit';
import { PageElement } from './element.js';

/** @typedef {{title: string, text: string, yes: string, no: string}} Question */

/** A question that must be answered before something that can't be undone. */
export class ConfirmDialog extends PageElement {
  static properties = { question: { state: true } };

  /** @type {(answer: boolean) => void} */
  #answer = () => {};
  /** @type {Promise<boolean>} */
  #answered = Promise.resolve(false);

  constructor() {
    super();
    this.question = { title: '', text: '', yes: '', no: '' };
  }

  /**
   * @param {Question} question
   * @returns {Promise<boolean>}
   */
  async ask(question) {
    // The closing of a dialog is told a moment later: the answer before must not be taken for this one.
    await this.#answered;
    this.question = question;
    await this.updateComplete;
    const dialog = this.find('dialog', HTMLDialogElement);
    dialog.returnValue = '';
    dialog.showModal();
    this.#answered = new Promise((resolve) => {
      this.#answer = resolve;
    });
    return this.#answered;
  }

  render() {
    const { title, text, yes, no } = this.question;
    return html`
      <dialog
        aria-labelledby="confirm-title"
        aria-describedby="confirm-text"
        @close=${(/** @type {Event & {currentTarget: HTMLDialogElement}} */ { currentTarget }) =>
          this.#answer(currentTarget.returnValue === 'yes')}
      >
        <form method="dialog">
          <h2 id="confirm-title">${title}</h2>
          <p id="confirm-text">${text}</p>
          <div class="buttons">
            <button value="no" data-testid="dialog-no">${no}</button>
            <button value="yes" class="danger" data-testid="dialog-yes">${yes}</button>
          </div>
        </form>
      </dialog>`;
  }
}

customElements.define('confirm-dialog', ConfirmDialog);
