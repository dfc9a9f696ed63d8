import { mock } from 'node:test';
import { Connection } from '../../main/webapp/room/connection.js';
import { Session } from '../../main/webapp/room/session.js';
import { FakeSocket, asWebSocket } from './fake-socket.js';
import { memory } from './memory.js';

/** @import { Answer, Phase, SentCommand } from '../../main/webapp/room/types.d.ts' */

/** A tab with a connection to a fake server, in a time of its own: what it was told, and what it keeps. */
export class Client {
  #storage = memory();
  session = new Session(this.#storage, 'r');
  /**
   * Each answer with the type of its command, or that an answer is delayed.
   *
   * @type {('delayed' | [type: string, reason: string | null, command: string | null])[]}
   */
  answers = [];
  /** @type {Phase['name'][]} */
  phases = [];
  /** The latest event that has been seen. */
  seq = 0;

  constructor() {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    FakeSocket.opened = [];
  }

  /** @param {(phase: Phase) => void} [onPhase] */
  connect(onPhase = () => {}) {
    const connection = new Connection({
      address: 'ws://x/rooms/r',
      session: this.session,
      since: () => this.seq,
      listener: {
        frame: () => {},
        delayed: () => this.answers.push('delayed'),
        answer: (answer, command) => this.answers.push(this.#told(answer, command)),
        phase: (phase) => {
          this.phases.push(phase.name);
          onPhase(phase);
        },
      },
      random: () => 0.5,
      Socket: asWebSocket,
    });
    connection.open();
    return connection;
  }

  /** @type {(answer: Answer, command?: SentCommand) => [string, string | null, string | null]} */
  #told(answer, command) {
    return [answer.type, answer.type === 'refused' ? answer.reason : null, command?.type ?? null];
  }

  /** The page is loaded again and enters the room anew. */
  reload() {
    FakeSocket.last.drop(1001);
    this.session = new Session(this.#storage, 'r');
    this.connect();
    FakeSocket.last.receive();
  }
}
