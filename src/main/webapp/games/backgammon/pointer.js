import { HEIGHT, WIDTH } from './geometry.js';

/**
 * Mouse and finger on the cells of a board: what they click, and what they drag from one cell to another.
 *
 * @import { Spot } from './geometry.js'
 *
 * @typedef {PointerEvent & {currentTarget: HTMLElement}} GridEvent what the grid of cells hears
 * @typedef {{pointerId: number, x: number, y: number, cell: string | null}} Press where a pointer went down
 */

/** How many pixels a finger may slip and still mean a click. */
const SLIP_PX = 8;

/** @type {(element: EventTarget | null) => string | null} */
const cellUnder = (element) =>
  element instanceof Element ? (element.closest('[data-point]')?.getAttribute('data-point') ?? null) : null;

/**
 * A finger's events tell of the cell where it began; this is the one where it is.
 *
 * @param {PointerEvent} event
 */
const cellAt = ({ clientX, clientY }) => cellUnder(document.elementFromPoint(clientX, clientY));

/** A click this soon after a pointer has gone up is the same deed. */
const ECHO_MS = 500;

export class Pointer {
  #handlers;
  /** @type {Press | null} */
  #pressed = null;
  #dragging = false;
  #released = -Infinity;

  /**
   * @param {object} handlers
   * @param {(cell: string) => boolean} handlers.pick a drag begins; whether there is something to drag
   * @param {(spot: Spot) => void} handlers.drag where it is, in the picture's units
   * @param {(cell: string | null) => void} handlers.drop where it ends
   * @param {(cell: string) => void} handlers.click
   */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  /**
   * Takes any pointer event, and clicks.
   *
   * @param {GridEvent} event
   */
  handleEvent(event) {
    const { type, button, pointerId } = event;
    if (type === 'click') {
      this.#click(event);
    } else if (type === 'pointerdown' && button === 0 && !this.#dragging) {
      this.#pressed = { pointerId, x: event.clientX, y: event.clientY, cell: cellUnder(event.target) };
    } else if (this.#pressed !== null && pointerId === this.#pressed.pointerId) {
      this.#follow(event, this.#pressed);
    }
  }

  /**
   * @param {GridEvent} event
   * @param {Press} pressed
   */
  #follow(event, pressed) {
    if (event.type === 'pointermove') {
      this.#dragging ||= this.#startsDrag(event, pressed);
      if (this.#dragging) {
        this.#drag(event);
      }
      return;
    }
    const { cell } = pressed;
    const under = event.type === 'pointerup' ? cellAt(event) : null;
    if (this.#dragging) {
      this.#handlers.drop(under);
    } else if (under !== null && under === cell) {
      this.#handlers.click(under);
    }
    this.#pressed = null;
    this.#dragging = false;
    this.#released = event.timeStamp;
  }

  /**
   * @param {GridEvent} event
   * @param {Press} pressed
   */
  #startsDrag({ clientX, clientY, currentTarget, pointerId }, { x, y, cell }) {
    const starts = Math.hypot(clientX - x, clientY - y) > SLIP_PX && cell !== null && this.#handlers.pick(cell);
    if (starts) {
      currentTarget.setPointerCapture(pointerId);
    }
    return starts;
  }

  /** @param {GridEvent} event */
  #drag({ clientX, clientY, currentTarget }) {
    const frame = currentTarget.getBoundingClientRect();
    this.#handlers.drag({
      x: ((clientX - frame.x) / frame.width) * WIDTH,
      y: ((clientY - frame.y) / frame.height) * HEIGHT,
    });
  }

  /**
   * A screen reader clicks without a pointer. Where a finger drags, the browser may give no click at all.
   *
   * @param {Event} event
   */
  #click(event) {
    const cell = cellUnder(event.target);
    if (cell !== null && event.timeStamp - this.#released > ECHO_MS) {
      this.#handlers.click(cell);
    }
  }
}
