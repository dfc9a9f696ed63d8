import { HEIGHT, WIDTH } from './geometry.js';

/** Mouse and finger on the cells of a board: what they click, and what they drag from one cell to another. */

/** How many pixels a finger may slip and still mean a click. */
const SLIP_PX = 8;

const cellUnder = (element) => element?.closest('[data-point]')?.dataset.point ?? null;

export class Pointer {
  #hands;
  #pressed = null;
  #dragging = false;

  /**
   * @param {object} hands
   * @param {(cell: string) => boolean} hands.pick a drag begins; whether there is something to drag
   * @param {(spot: {x: number, y: number}) => void} hands.drag where it is, in the picture's units
   * @param {(cell: string | null) => void} hands.drop where it ends
   * @param {(cell: string) => void} hands.click
   */
  constructor(hands) {
    this.#hands = hands;
  }

  /** Takes any pointer event, and the click that follows. */
  handleEvent(event) {
    const { type, button, pointerId } = event;
    if (type === 'click') {
      this.#click(event);
    } else if (type === 'pointerdown' && button === 0 && this.#pressed === null) {
      this.#pressed = { pointerId, x: event.clientX, y: event.clientY, cell: cellUnder(event.target) };
      this.#dragging = false;
    } else if (pointerId === this.#pressed?.pointerId) {
      this.#follow(event);
    }
  }

  #follow(event) {
    const { clientX, clientY, currentTarget, type, pointerId } = event;
    if (type === 'pointermove') {
      const { x, y, cell } = this.#pressed;
      if (!this.#dragging && Math.hypot(clientX - x, clientY - y) > SLIP_PX && cell !== null && this.#hands.pick(cell)) {
        this.#dragging = true;
        currentTarget.setPointerCapture(pointerId);
      }
      if (this.#dragging) {
        const frame = currentTarget.getBoundingClientRect();
        this.#hands.drag({
          x: ((clientX - frame.x) / frame.width) * WIDTH,
          y: ((clientY - frame.y) / frame.height) * HEIGHT,
        });
      }
      return;
    }
    this.#pressed = null;
    if (this.#dragging) {
      this.#hands.drop(type === 'pointerup' ? cellUnder(document.elementFromPoint(clientX, clientY)) : null);
    }
  }

  /** A click after a drag is none; a keyboard or a screen reader clicks without a pointer. */
  #click(event) {
    const cell = cellUnder(event.target);
    if (this.#dragging) {
      this.#dragging = false;
    } else if (cell !== null) {
      this.#hands.click(cell);
    }
  }
}
