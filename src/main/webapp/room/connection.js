import { reconnectPolicy } from './reconnect-policy.js';
import { InFlight } from './in-flight.js';

const PING_MS = 15_000;
const DEAD_MS = 10_000;
/** A connection that held this long has proved itself: the next failure counts as the first. */
const STABLE_MS = 10_000;
const LOST = 1006;

/** An id that no one has used before. `crypto.randomUUID` is missing on pages served over plain http. */
function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * One room's connection to the server: it connects, resumes, sends heartbeats and connects again. It knows no game and no page.
 *
 * A phase is one of
 * - `{name: 'connecting', attempt}`: connecting, or catching up with what was missed; `attempt` counts failures, from 0
 * - `{name: 'online'}`: caught up; commands go out
 * - `{name: 'waiting', attempt, until}`: the next attempt starts at `until`, milliseconds since 1970
 * - `{name: 'closed', why}`: it won't come back by itself
 */
export class Connection {
  #address;
  #session;
  #since;
  #listener;
  #random;
  #Socket;
  #socket = null;
  #resumeId = null;
  #attempt = 0;
  #onlineAt = null;
  #timer = null;
  #heartbeatTimer = null;
  #inFlight;

  phase = { name: 'connecting', attempt: 0 };

  /**
   * @param {object} parts
   * @param {string} parts.address the room's WebSocket address
   * @param {import('./session.js').Session} parts.session where the seat's token is kept
   * @param {() => number} parts.since the highest `seq` that has been applied
   * @param {{frame(frame): void, answer(frame, command): void, delayed(): void, phase(phase): void}} parts.listener
   *     `delayed` when the server can't do a command right now, and it goes out again by itself
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
    socket.onopen = () => this.#heartbeat();
    socket.onmessage = (message) => this.#receive(JSON.parse(message.data));
    socket.onclose = (event) => this.#closed(event.code);
    this.#heartbeat();
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
      this.#ping();
    }
  }

  /**
   * Sends a command, now or as soon as the connection is back. The same id goes out again after a lost connection or an
   * `unavailable`, so that the server does it once; a `sit` takes a token along by which the server knows on another
   * connection who asks, and goes out again even after the page was loaded anew.
   *
   * @returns {string} the command's id
   */
  send(command) {
    const sits = command.type === 'sit';
    const withId = { ...command, ...(sits ? { token: freshId() } : {}), id: freshId() };
    if (sits) {
      this.#session.sit = withId;
    }
    this.#inFlight.add(withId);
    if (this.phase.name === 'online') {
      this.#inFlight.retryNow();
      this.#transmit(withId);
    }
    return withId.id;
  }

  /**
   * Asks the server something, now or never: an answer that is lost with the connection is not missed.
   *
   * @returns {string} the question's id
   */
  ask(question) {
    const id = freshId();
    this.#transmit({ ...question, id });
    return id;
  }

  #transmit(frame) {
    if (this.#socket?.readyState === this.#Socket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  #receive(frame) {
    this.#heartbeat();
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
    const token = this.#session.token;
    const frame = { type: 'resume', id: this.#resumeId, since: this.#since() };
    this.#transmit(token ? { ...frame, token } : frame);
  }

  #answered(frame) {
    if (frame.id !== null && frame.id === this.#resumeId) {
      this.#resumed(frame);
      return;
    }
    const command = this.#inFlight.get(frame.id);
    if (command && frame.reason === 'unavailable' && this.#mayRepeat(command)) {
      this.#defer(command);
      return;
    }
    this.#inFlight.remove(frame.id);
    if (command && command.id === this.#session.sit?.id) {
      this.#session.sit = null;
    }
    this.#listener.answer(frame, command);
  }

  /** It may have been done all the same: under its own id it is done once, under a new one twice. */
  #defer(command) {
    const first = !this.delayed;
    this.#inFlight.defer(command.id);
    if (first) {
      this.#listener.delayed();
    }
  }

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

  /** Only a player's command may be repeated: the server does not remember a spectator's ids. */
  #mayRepeat(command) {
    return command.type === 'sit' || this.#session.token !== null;
  }

  #giveUp(command) {
    this.#inFlight.remove(command.id);
    this.#listener.answer({ type: 'refused', id: command.id, reason: 'connection-lost' }, command);
  }

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
    if (next.final) {
      this.#enter({ name: 'closed', why: next.final });
      return;
    }
    this.#timer = setTimeout(() => this.open(), next.afterMs);
    this.#enter({ name: 'waiting', attempt: this.#attempt, until: Date.now() + next.afterMs });
  }

  /** Something arrived, or an attempt began: ping when it has been quiet for a while, and give up when it stays quiet. */
  #heartbeat() {
    clearTimeout(this.#heartbeatTimer);
    this.#heartbeatTimer = setTimeout(() => this.#ping(), PING_MS);
  }

  #ping() {
    clearTimeout(this.#heartbeatTimer);
    this.#transmit({ type: 'ping', t: Date.now() });
    this.#heartbeatTimer = setTimeout(() => this.#closed(LOST), DEAD_MS);
  }

  #disconnect() {
    clearTimeout(this.#timer);
    clearTimeout(this.#heartbeatTimer);
    this.#inFlight.stopRetrying();
    this.#onlineAt = null;
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  #enter(phase) {
    this.phase = phase;
    this.#listener.phase(phase);
  }
}
