import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Room } from '../../main/webapp/room/room.js';
import { Session } from '../../main/webapp/room/session.js';
import { seats } from './events.js';
import { FakeSocket as Socket, asWebSocket } from './fake-socket.js';
import { memory } from './memory.js';

/** @import { Refusal } from '../../main/webapp/room/types.d.ts' */

/**
 * Welcomes a spectator into a room.
 *
 * @param {object} about
 */
function welcome(about) {
  Socket.last.say({ type: 'welcome', seq: 0, clock: null, ...about });
  Socket.last.say({ type: 'ack', id: Socket.last.named('resume')[0].id, seq: 0 });
}

/** A game is on. */
const playing = (/** @type {string} */ position) => welcome({ status: 'playing', position, toMove: 'black', seats });

/** The seats are free, and there are dice. */
const waiting = () =>
  welcome({ status: 'waiting', position: 'P', seats: { black: null, white: null }, dice: { round: 1, commitment: 'c' } });

/** @type {(seq: number, position: string) => void} */
const move = (seq, position) =>
  Socket.last.say({ type: 'moved', seq, at: seq, seat: 'black', move: 'h8', position, toMove: 'white', clock: null });

/** @type {Room} */
let room;

/** A tab that holds no seat. */
const newcomer = () => new Session(memory(), 'r');

/** @param {Session} session */
function enter(session) {
  room = new Room({ address: 'ws://x/rooms/r', session, Socket: asWebSocket });
  room.open();
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  enter(newcomer());
  room.on('change', () => room.askLegal());
});

test('what is legal is asked once for every moment of the game', () => {
  playing('P');
  room.askLegal();
  assert.equal(Socket.last.named('legal').length, 1);
  move(1, 'Q');
  room.askLegal();
  assert.equal(Socket.last.named('legal').length, 2);
});

test('a move that leaves the position as it was makes another moment', () => {
  playing('P');
  move(1, 'P');
  assert.equal(Socket.last.named('legal').length, 2);
});

test('the answer holds for its moment alone', () => {
  let told = 0;
  room.on('legal', () => {
    told += 1;
  });
  playing('P');
  const [{ id }] = Socket.last.named('legal');
  const plays = [{ move: 'h8', position: 'Q' }];
  Socket.last.say({ type: 'legal', id, seq: 0, plays, forbidden: ['h9'] });
  assert.deepEqual(room.legal, { plays, forbidden: ['h9'] });
  move(1, 'P');
  assert.deepEqual(room.legal, { plays: [], forbidden: [] });
  Socket.last.say({ type: 'legal', id, seq: 0, plays, forbidden: ['h9'] });
  assert.deepEqual(room.legal, { plays: [], forbidden: [] });
  assert.equal(told, 1);
});

test('a question that was lost with the connection is asked again, and its refusal is nobody’s concern', () => {
  /** @type {Refusal[]} */
  const refusals = [];
  room.on('refused', (refusal) => refusals.push(refusal));
  playing('P');
  Socket.last.say({ type: 'refused', id: Socket.last.named('legal')[0].id, reason: 'unavailable' });
  assert.deepEqual(refusals, []);
  Socket.last.drop(1006);
  mock.timers.tick(20_000);
  playing('P');
  assert.equal(Socket.last.named('legal').length, 1);
});

test('a question that the server could not answer is asked again with the next frame, and no sooner', () => {
  playing('P');
  const [{ id }] = Socket.last.named('legal');
  Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
  assert.equal(Socket.last.named('legal').length, 1);
  Socket.last.say({ type: 'pong', t: 1, now: 1 });
  const again = Socket.last.named('legal').at(-1)?.id;
  assert.notEqual(again, id);
  const plays = [{ move: 'h8', position: 'Q' }];
  Socket.last.say({ type: 'legal', id: again, seq: 0, plays });
  assert.deepEqual(room.legal.plays, plays);
  Socket.last.say({ type: 'pong', t: 2, now: 2 });
  assert.equal(Socket.last.named('legal').length, 2);
});

test('a question that the server refuses for good is not asked again', () => {
  playing('P');
  Socket.last.say({ type: 'refused', id: Socket.last.named('legal')[0].id, reason: 'unknown-type' });
  Socket.last.say({ type: 'pong', t: 1, now: 1 });
  assert.equal(Socket.last.named('legal').length, 1);
});

test('what is legal stays known while the connection is lost, and is not asked again', () => {
  playing('P');
  const plays = [{ move: 'h8', position: 'Q' }];
  Socket.last.say({ type: 'legal', id: Socket.last.named('legal')[0].id, seq: 0, plays });
  Socket.last.drop(1006);
  assert.deepEqual(room.legal.plays, plays);
  mock.timers.tick(20_000);
  playing('P');
  assert.deepEqual(room.legal.plays, plays);
  assert.equal(Socket.last.named('legal').length, 0);
});

test('a move that the server can’t save right now stays on its way, and the player is told', () => {
  /** @type {Refusal[]} */
  const told = [];
  const session = newcomer();
  session.keep('black', 'token');
  enter(session);
  room.on('delayed', (refusal) => told.push(refusal));
  room.on('refused', () => assert.fail('nothing was refused for good'));
  playing('P');
  room.play('h8');
  const [{ id }] = Socket.last.named('move');
  Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
  assert.deepEqual([room.moveInFlight, room.playable, room.delayed], ['h8', false, true]);
  move(1, 'Q');
  Socket.last.say({ type: 'ack', id, seq: 1 });
  assert.deepEqual([room.moveInFlight, room.delayed], [null, false]);
  assert.deepEqual(told, [{ reason: 'delayed' }]);
});

test('nothing may be played once the game is over, though the position stays', () => {
  playing('P');
  const plays = [{ move: 'swap', position: 'P' }];
  Socket.last.say({ type: 'legal', id: Socket.last.named('legal')[0].id, seq: 0, plays });
  Socket.last.say({ type: 'ended', seq: 1, at: 0, winner: 'white', reason: 'resignation', line: [], points: 1 });
  assert.deepEqual(room.legal, { plays: [], forbidden: [] });
});

describe('a `sit` without an answer', () => {
  /** @type {Session} */
  let session;

  const answer = (/** @type {object} */ frame) => Socket.last.say({ ...frame, id: Socket.last.named('sit')[0].id });

  beforeEach(() => {
    session = newcomer();
    enter(session);
    waiting();
    room.sit('black', 'Ann');
  });

  test('is the only one, and the dice are checked with what it gave to them', () => {
    answer({ type: 'refused', reason: 'unavailable' });
    room.sit('white', 'Ann');
    const [{ seat, entropy }, ...others] = Socket.last.named('sit');
    assert.deepEqual([room.sitting, seat, others], [true, 'black', []]);
    assert.equal(session.diceCommitment?.entropy, entropy);
  });

  test('is still the only one when the page was loaded again', () => {
    enter(session);
    room.sit('white', 'Ann');
    waiting();
    assert.deepEqual(Socket.last.named('sit').map(({ seat }) => seat), ['black']);
  });

  test('makes room for another one once it is refused', () => {
    answer({ type: 'refused', reason: 'seat-taken' });
    assert.equal(room.sitting, false);
    room.sit('white', 'Ann');
    assert.deepEqual(Socket.last.named('sit').map(({ seat }) => seat), ['black', 'white']);
  });

  test('is not sent again for someone who has left and comes back', () => {
    room.forgetSit();
    room.close();
    enter(session);
    waiting();
    assert.deepEqual([room.sitting, Socket.last.named('sit')], [false, []]);
  });
});
