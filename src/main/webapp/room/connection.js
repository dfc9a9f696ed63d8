import { Heartbeat } from './heartbeat.js';
import { InFlight } from './in-flight.js';
import { parseJson } from './json.js';
import { reconnectPolicy } from './reconnect-policy.js';

/**
 * @import { Command, LegalCommand } from '../protocol/commands.d.ts'
 * @import { AckFrame, RefusedFrame, ServerFrame } from '../protocol/frames.d.ts'
 * @import { Session } from './session.js'
 * @import { Answer, Phase, SentCommand } from './types.d.ts'
 *
 * @typedef {object} Listener
 * @property {(frame: ServerFrame) => void} frame
 * @property {(answer: Answer, command: SentCommand | undefined) => void} answer
 * @property {() => void} delayed when the server can't do a command right now, and it goes out again by itself
 * @property {(phase: Phase) => void} phase
 */

/** A connection that held this long has proved itself: the next failure counts as the first. */
const STABLE_MS = 10_000;
const LOST = 1006;

/** An id that no one has used before. `crypto.randomUUID` is missing on pages served over plain http. */
function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** One room's connection to the server: it resumes, sends heartbeats and connects again. It knows no game and no page. */
export class Connection {
  #address;
  #session;
  #since;
  #listener;
  #random;
  #Socket;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {string | null} */
  #resumeId = null;
  #attempt = 0;
  /** @type {number | null} */
  #onlineAt = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #heartbeat = new Heartbeat(() => this.#transmit({ type: 'ping', t: Date.now() }), () => this.#closed(LOST));
  #inFlight;

  /** @type {Phase} */
  phase = { name: 'connecting', attempt: 0 };

  /**
   * @param {object} parts
   * @param {string} parts.address the room's WebSocket address
   * @param {Session} parts.session where the seat's token is kept
   * @param {() => number} parts.since the highest `seq` that has been applied
   * @param {Listener} parts.listener
   * @param {() => number} [parts.random]
   * @param {typeof WebSocket} [parts.Socket]
   */
  constructor({ address, session, since, listener, random = Math.random, Socket = globalThis.WebSocket }) {
    this.#address = address;
    this.#session = session;
    this.#since = since;
    this.#listener = listener;
    this.#random = random;
    this.#Socket = Socket;
    this.#inFlight = new InFlight((command) => this.#transmit(command), random);
    if (session.sit) {
      this.#inFlight.add(session.sit);
    }
  }

  /** Whether a command waits for a server that can't do it right now. */
  get delayed() {
    return this.#inFlight.delayed;
  }

  /** Connects at once, whatever the phase: at first, when the player can't wait, or to watch after losing the seat. */
  open() {
    this.#disconnect();
    this.#enter({ name: 'connecting', attempt: this.#attempt });
    const socket = new this.#Socket(this.#address, 'parlor.v1.json');
    this.#socket = socket;
    socket.onopen = () => this.#heartbeat.beat();
    socket.onmessage = (/** @type {MessageEvent<string>} */ { data }) =>
      this.#receive(/** @type {ServerFrame} */ (parseJson(data)));
    socket.onclose = (event) => this.#closed(event.code);
    this.#heartbeat.beat();
  }

  /** Disconnects for good, without a word. */
  close() {
    this.#disconnect();
  }

  /** The network or the page woke up: connect now if waiting, else find out whether the connection still lives. */
  wake() {
    if (this.phase.name === 'waiting') {
      this.open();
    } else if (this.phase.name === 'online') {
      this.#heartbeat.check();
    }
  }

  /**
   * Sends a command, now or as soon as the connection is back. The same id goes out again after a lost connection or an
   * `unavailable`, so that the server does it once; a `sit` takes a token along by which the server knows on another
   * connection who asks, and goes out again even after the page was loaded anew.
   *
   * @param {Command} command
   * @returns {string} the command's id
   */
  send(command) {
    const withId = this.#withId(command);
    this.#inFlight.add(withId);
    if (this.phase.name === 'online') {
      this.#inFlight.retryNow();
      this.#transmit(withId);
    }
    return withId.id;
  }

  /** @type {(command: Command) => SentCommand} */
  #withId(command) {
    if (command.type === 'sit') {
      return (this.#session.sit = { ...command, token: freshId(), id: freshId() });
    }
    return { ...command, id: freshId() };
  }

  /**
   * Asks the server something, now or never: an answer that is lost with the connection is not missed.
   *
   * @param {LegalCommand} question
   * @returns {string} the question's id
   */
  ask(question) {
    const id = freshId();
    this.#transmit({ ...question, id });
    return id;
  }

  /** @param {Command} frame */
  #transmit(frame) {
    if (this.#socket?.readyState === this.#Socket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  /** @param {ServerFrame} frame */
  #receive(frame) {
    this.#heartbeat.beat();
    if (frame.type === 'you' && frame.token) {
      this.#session.keep(frame.seat, frame.token);
    } else if (frame.type === 'you') {
      this.#session.changeSeat(frame.seat);
    }
    this.#listener.frame(frame);
    if (frame.type === 'welcome') {
      this.#resume();
    } else if (frame.type === 'ack' || frame.type === 'refused') {
      this.#answered(frame);
    }
  }

  #resume() {
    this.#resumeId = freshId();
    const { token } = this.#session;
    this.#transmit({ type: 'resume', id: this.#resumeId, since: this.#since(), ...(token ? { token } : {}) });
  }

  /** @param {AckFrame | RefusedFrame} frame */
  #answered(frame) {
    if (frame.id !== null && frame.id === this.#resumeId) {
      this.#resumed(frame);
      return;
    }
    const command = frame.id === null ? undefined : this.#inFlight.get(frame.id);
    if (command && frame.type === 'refused' && frame.reason === 'unavailable' && this.#mayRepeat(command)) {
      this.#defer(command);
      return;
    }
    if (command) {
      this.#inFlight.remove(command.id);
      this.#forgetSit(command);
    }
    this.#listener.answer(frame, command);
  }

  /** @param {SentCommand} command */
  #forgetSit(command) {
    if (command.id === this.#session.sit?.id) {
      this.#session.sit = null;
    }
  }

  /**
   * It may have been done all the same: under its own id it is done once, under a new one twice.
   *
   * @param {SentCommand} command
   */
  #defer(command) {
    const first = !this.delayed;
    this.#inFlight.defer(command.id);
    if (first) {
      this.#listener.delayed();
    }
  }

  /** @param {AckFrame | RefusedFrame} frame */
  #resumed(frame) {
    this.#resumeId = null;
    if (frame.type === 'refused') {
      this.#closed(frame.reason === 'bad-token' ? 4401 : LOST);
      return;
    }
    this.#onlineAt = Date.now();
    this.#repeat();
    this.#enter({ name: 'online' });
  }

  /** Sends again what was under way when the connection broke. */
  #repeat() {
    for (const command of this.#inFlight.commands) {
      if (this.#mayRepeat(command)) {
        this.#transmit(command);
      } else {
        this.#giveUp(command);
      }
    }
  }

  /**
   * Only a player's command may be repeated: the server does not remember a spectator's ids.
   *
   * @param {SentCommand} command
   */
  #mayRepeat(command) {
    return command.type === 'sit' || this.#session.token !== null;
  }

  /** @param {SentCommand} command */
  #giveUp(command) {
    this.#inFlight.remove(command.id);
    this.#listener.answer({ type: 'refused', id: command.id, reason: 'connection-lost' }, command);
  }

  /** @param {number} code */
  #closed(code) {
    const stable = this.#onlineAt !== null && Date.now() - this.#onlineAt >= STABLE_MS;
    const failures = stable ? 0 : this.#attempt;
    this.#disconnect();
    const next = reconnectPolicy(code, failures, this.#random);
    this.#attempt = failures + 1;
    if (next.seatLost) {
      this.#session.forget();
      this.#inFlight.commands.forEach((command) => this.#giveUp(command));
    }
    if (next.final !== undefined) {
      this.#enter({ name: 'closed', why: next.final });
      return;
    }
    this.#timer = setTimeout(() => this.open(), next.afterMs);
    this.#enter({ name: 'waiting', attempt: this.#attempt, until: Date.now() + next.afterMs });
  }

  #disconnect() {
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    this.#inFlight.stopRetrying();
    this.#onlineAt = null;
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.phase = phase;
    this.#listener.phase(phase);
  }
}
