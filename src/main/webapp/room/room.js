import { Connection } from './connection.js';
import { freshEntropy } from './dice.js';
import { EMPTY, receive } from './log.js';

/**
 * @import { Command } from '../protocol/commands.d.ts'
 * @import { Kind, Seat } from '../protocol/fields.d.ts'
 * @import { ServerFrame } from '../protocol/frames.d.ts'
 * @import { Session } from './session.js'
 * @import { Answer, DiceCommitment, Legal, Phase, Ply, RoomEvents, RoomState } from './types.d.ts'
 *
 * @typedef {object} Asked what was asked about a moment of the game, and the answer
 * @property {string | null} id
 * @property {Ply[] | null} moves
 * @property {string | null} position
 * @property {Legal} legal
 */

/**
 * What is legal while nobody knows.
 *
 * @type {Readonly<Legal>}
 */
const NOTHING = Object.freeze({ plays: [], forbidden: [] });

/**
 * No question was asked.
 *
 * @type {Readonly<Asked>}
 */
const UNASKED = Object.freeze({ id: null, moves: null, position: null, legal: NOTHING });

/** A room as the page uses it: its state, the phase of its connection, and one method per command. */
export class Room extends EventTarget {
  #log = EMPTY;
  #connection;
  #session;
  /** @type {Map<string, Command>} */
  #sent = new Map();
  /** @type {Readonly<Asked>} */
  #asked = UNASKED;

  /**
   * @param {object} parts
   * @param {string} parts.address the room's WebSocket address
   * @param {Session} parts.session
   * @param {typeof WebSocket} [parts.Socket]
   */
  constructor({ address, session, Socket }) {
    super();
    this.#session = session;
    this.#connection = new Connection({
      address,
      session,
      Socket,
      since: () => this.#log.state.seq,
      listener: {
        frame: (frame) => this.#frame(frame),
        answer: (frame, command) => this.#answer(frame, command),
        delayed: () => this.#delayed(),
        phase: (phase) => this.#phase(phase),
      },
    });
  }

  /**
   * Calls a listener whenever something happens.
   *
   * @template {keyof RoomEvents} T
   * @param {T} type
   * @param {(detail: RoomEvents[T]) => void} listener
   */
  on(type, listener) {
    this.addEventListener(type, (event) => listener(/** @type {CustomEvent<RoomEvents[T]>} */ (event).detail));
  }

  /** @returns {RoomState} */
  get state() {
    return this.#log.shown;
  }

  /** Null for someone who watches. */
  get seat() {
    return this.#session.seat;
  }

  get phase() {
    return this.#connection.phase;
  }

  get online() {
    return this.phase.name === 'online';
  }

  /** Whether a command waits for a server that can't do it right now. */
  get delayed() {
    return this.#connection.delayed;
  }

  get myTurn() {
    return this.seat !== null && this.state.status === 'playing' && this.state.due.includes(this.seat);
  }

  /** Whether a move can be sent now. */
  get playable() {
    return this.myTurn && this.online && this.moveInFlight === null;
  }

  /** The move that is on its way to the server, or null. */
  get moveInFlight() {
    return [...this.#sent.values()].find((command) => command.type === 'move')?.move ?? null;
  }

  /**
   * What may be played now: nothing until the server has been asked and has answered, and when no game is on.
   *
   * @returns {Legal}
   */
  get legal() {
    return this.state.status === 'playing' && this.#askedNow ? this.#asked.legal : NOTHING;
  }

  /** Asks what is legal, once for every moment of a game that is on. */
  askLegal() {
    const { moves, position, status } = this.state;
    if (this.online && status === 'playing' && !this.#askedNow) {
      this.#asked = { ...UNASKED, moves, position, id: this.#connection.ask({ type: 'legal' }) };
    }
  }

  /** Two moments of a game may show one position, such as before and after the players have changed seats. */
  get #askedNow() {
    return this.#asked.moves === this.state.moves && this.#asked.position === this.state.position;
  }

  open() {
    this.#connection.open();
  }

  close() {
    this.#connection.close();
  }

  wake() {
    this.#connection.wake();
  }

  /** Whether a `sit` has no answer yet. */
  get sitting() {
    return this.#session.sit !== null;
  }

  /**
   * Asks for a seat, unless an answer is still awaited: a second `sit` would replace what the first one gave to the dice. The
   * seat is always named: a repeated `sit` must never take the other seat as well.
   *
   * @param {Seat} seat
   * @param {string} name
   */
  sit(seat, name) {
    if (this.sitting) {
      return;
    }
    const { announcedDice } = this.state;
    if (announcedDice === null) {
      this.#send({ type: 'sit', seat, name });
      return;
    }
    const entropy = freshEntropy();
    this.#session.diceCommitment = { ...announcedDice, entropy };
    this.#send({ type: 'sit', seat, name, entropy });
  }

  /** Asks no more for a seat that has no answer yet, in a page that comes back to this room. */
  forgetSit() {
    this.#session.sit = null;
  }

  /**
   * What the server was bound to of the dice when this player sat down, and what the player gave to them; or null.
   *
   * @returns {DiceCommitment | null}
   */
  get diceCommitment() {
    return this.seat === null ? null : this.#session.diceCommitment;
  }

  /** Says that this player is ready, where play starts when all are. */
  start() {
    this.#send({ type: 'start' });
  }

  /** @param {string} move */
  play(move) {
    this.#send({ type: 'move', move });
  }

  resign() {
    this.#send({ type: 'resign' });
  }

  claim() {
    this.#send({ type: 'claim' });
  }

  /** @param {Kind} kind */
  offer(kind) {
    this.#send(kind === 'rematch' ? { type: 'offer', kind, swap: true } : { type: 'offer', kind });
  }

  /** @param {number} offer its number */
  accept(offer) {
    this.#send({ type: 'accept', offer });
  }

  /** @param {number} offer its number */
  decline(offer) {
    this.#send({ type: 'decline', offer });
  }

  /** @param {string} text */
  say(text) {
    this.#send({ type: 'say', text });
  }

  leave() {
    this.#send({ type: 'leave' });
  }

  /** @param {Command} command */
  #send(command) {
    this.#sent.set(this.#connection.send(command), command);
    this.#emit('change');
  }

  /** @param {ServerFrame} frame */
  #frame(frame) {
    const { log, fresh } = receive(this.#log, frame);
    this.#log = log;
    if (frame.type === 'legal' && frame.id === this.#asked.id) {
      this.#asked = { ...this.#asked, legal: { plays: frame.plays, forbidden: frame.forbidden ?? [] } };
      this.#emit('legal');
    }
    fresh.forEach((event) => this.#emit('happened', event));
    this.#emit('change');
  }

  /**
   * @param {Answer} answer
   * @param {Command} [command]
   */
  #answer(answer, command) {
    if (answer.id !== null && !command) {
      this.#unanswered(answer);
      return;
    }
    if (answer.id !== null) {
      this.#sent.delete(answer.id);
    }
    if (answer.type === 'refused') {
      this.#emit('refused', { ...answer, command });
    } else if (command?.type === 'leave') {
      this.#session.forget();
    }
    this.#emit('change');
  }

  #delayed() {
    this.#emit('delayed', { reason: 'delayed' });
    this.#emit('change');
  }

  /**
   * A question that the server can't answer now is asked again with the next frame: silence is broken by a pong.
   *
   * @param {Answer} answer
   */
  #unanswered(answer) {
    if (answer.type === 'refused' && answer.id === this.#asked.id && answer.reason === 'unavailable') {
      this.#asked = UNASKED;
    }
  }

  /** @param {Phase} phase */
  #phase(phase) {
    // An answer outlives the connection, as the position does; a question that was lost with it is asked again.
    this.#asked = phase.name === 'online' || this.#asked.legal !== NOTHING ? this.#asked : UNASKED;
    this.#emit('phase', phase);
    this.#emit('change');
  }

  /**
   * @template {keyof RoomEvents} T
   * @param {T} type
   * @param {RoomEvents[T]} [detail]
   */
  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
