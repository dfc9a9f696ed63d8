import { parseJson } from '../../main/webapp/room/json.js';

/** @import { Command } from '../../main/webapp/protocol/commands.d.ts' */

/** A server as the client sees it: the sockets that were opened, what each has sent, and the power to answer. */
export class FakeSocket {
  static OPEN = 1;
  /** @type {FakeSocket[]} */
  static opened = [];

  /** The latest one. */
  static get last() {
    return FakeSocket.opened[FakeSocket.opened.length - 1];
  }

  readyState = 1;
  /** @type {Command[]} */
  sent = [];
  closedByClient = false;
  /** @type {((message: {data: string}) => void) | null} */
  onmessage = null;
  /** @type {((event: {code: number}) => void) | null} */
  onclose = null;

  constructor() {
    FakeSocket.opened.push(this);
  }

  /** @param {string} text */
  send(text) {
    this.sent.push(/** @type {Command} */ (parseJson(text)));
  }

  close() {
    this.closedByClient = true;
  }

  /** @param {object} frame with as much as the test needs of it */
  say(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  /** @param {number} code */
  drop(code) {
    this.onclose?.({ code });
  }

  /**
   * The commands of one type that were sent.
   *
   * @template {Command['type']} T
   * @param {T} type
   */
  named(type) {
    return /** @type {Extract<Command, {type: T}>[]} */ (this.sent.filter((frame) => frame.type === type));
  }

  /**
   * Welcomes the client and grants its `resume`.
   *
   * @param {string} [token] the seat's next one; none for a spectator
   */
  receive(token) {
    this.say({ type: 'welcome', seq: 0 });
    const [{ id }] = this.named('resume');
    if (token) {
      this.say({ type: 'you', id, seat: 'black', token });
    }
    this.say({ type: 'ack', id, seq: 0 });
  }
}

/** What a connection opens instead of a WebSocket. */
export const asWebSocket = /** @type {typeof WebSocket} */ (/** @type {unknown} */ (FakeSocket));
