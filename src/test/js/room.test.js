import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Room } from '../../main/webapp/room/room.js';

/** A server as the room sees it: the latest socket that was opened, and what was sent through it. */
class Socket {
  static OPEN = 1;
  static last;

  readyState = 1;
  sent = [];

  constructor() {
    Socket.last = this;
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {}

  say(frame) {
    this.onmessage({ data: JSON.stringify(frame) });
  }

  named(type) {
    return this.sent.filter((frame) => frame.type === type);
  }

  /** Welcomes a spectator into a game that is on. */
  welcome(position) {
    const seats = { black: { name: 'Ann', connected: true }, white: { name: 'Bob', connected: true } };
    this.say({ type: 'welcome', seq: 0, status: 'playing', position, toMove: 'black', seats, clock: null });
    this.say({ type: 'ack', id: this.named('resume')[0].id, seq: 0 });
  }

  /** Welcomes a spectator into a room with free seats and with dice. */
  wait() {
    const dice = { round: 1, commitment: 'c' };
    const seats = { black: null, white: null };
    this.say({ type: 'welcome', seq: 0, status: 'waiting', position: 'P', seats, dice });
    this.say({ type: 'ack', id: this.named('resume')[0].id, seq: 0 });
  }

  move(seq, position) {
    this.say({ type: 'moved', seq, at: seq, seat: 'black', move: 'h8', position, toMove: 'white', clock: null });
  }
}

let room;

/** A tab that holds no seat. */
const newcomer = () => ({ token: null, seat: null, sit: null, diceCommitment: null, forget() {} });

function enter(session) {
  room = new Room({ address: 'ws://x/rooms/r', session, Socket });
  room.open();
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  enter(newcomer());
  room.addEventListener('change', () => room.askLegal());
});

test('what is legal is asked once for every moment of the game', () => {
  Socket.last.welcome('P');
  room.askLegal();
  assert.equal(Socket.last.named('legal').length, 1);
  Socket.last.move(1, 'Q');
  room.askLegal();
  assert.equal(Socket.last.named('legal').length, 2);
});

test('a move that leaves the position as it was makes another moment', () => {
  Socket.last.welcome('P');
  Socket.last.move(1, 'P');
  assert.equal(Socket.last.named('legal').length, 2);
});

test('the answer holds for its moment alone', () => {
  let told = 0;
  room.addEventListener('legal', () => (told += 1));
  Socket.last.welcome('P');
  const [{ id }] = Socket.last.named('legal');
  const plays = [{ move: 'h8', position: 'Q' }];
  Socket.last.say({ type: 'legal', id, seq: 0, plays, forbidden: ['h9'] });
  assert.deepEqual(room.legal, { plays, forbidden: ['h9'] });
  Socket.last.move(1, 'P');
  assert.deepEqual(room.legal, { plays: [], forbidden: [] });
  Socket.last.say({ type: 'legal', id, seq: 0, plays, forbidden: ['h9'] });
  assert.deepEqual(room.legal, { plays: [], forbidden: [] });
  assert.equal(told, 1);
});

test('a question that was lost with the connection is asked again, and its refusal is nobody’s concern', () => {
  const refusals = [];
  room.addEventListener('refused', ({ detail }) => refusals.push(detail));
  Socket.last.welcome('P');
  Socket.last.say({ type: 'refused', id: Socket.last.named('legal')[0].id, reason: 'unavailable' });
  assert.deepEqual(refusals, []);
  Socket.last.onclose({ code: 1006 });
  mock.timers.tick(20_000);
  Socket.last.welcome('P');
  assert.equal(Socket.last.named('legal').length, 1);
});

test('a question that the server could not answer is asked again with the next frame, and no sooner', () => {
  Socket.last.welcome('P');
  const [{ id }] = Socket.last.named('legal');
  Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
  assert.equal(Socket.last.named('legal').length, 1);
  Socket.last.say({ type: 'pong', t: 1, now: 1 });
  const again = Socket.last.named('legal').at(-1).id;
  assert.notEqual(again, id);
  const plays = [{ move: 'h8', position: 'Q' }];
  Socket.last.say({ type: 'legal', id: again, seq: 0, plays });
  assert.deepEqual(room.legal.plays, plays);
  Socket.last.say({ type: 'pong', t: 2, now: 2 });
  assert.equal(Socket.last.named('legal').length, 2);
});

test('a question that the server refuses for good is not asked again', () => {
  Socket.last.welcome('P');
  Socket.last.say({ type: 'refused', id: Socket.last.named('legal')[0].id, reason: 'unknown-type' });
  Socket.last.say({ type: 'pong', t: 1, now: 1 });
  assert.equal(Socket.last.named('legal').length, 1);
});

test('what is legal stays known while the connection is lost, and is not asked again', () => {
  Socket.last.welcome('P');
  const plays = [{ move: 'h8', position: 'Q' }];
  Socket.last.say({ type: 'legal', id: Socket.last.named('legal')[0].id, seq: 0, plays });
  Socket.last.onclose({ code: 1006 });
  assert.deepEqual(room.legal.plays, plays);
  mock.timers.tick(20_000);
  Socket.last.welcome('P');
  assert.deepEqual(room.legal.plays, plays);
  assert.equal(Socket.last.named('legal').length, 0);
});

test('a move that the server can’t save right now stays on its way, and the player is told', () => {
  const told = [];
  enter({ ...newcomer(), token: 'token', seat: 'black' });
  room.addEventListener('delayed', ({ detail }) => told.push(detail));
  room.addEventListener('refused', () => assert.fail('nothing was refused for good'));
  Socket.last.welcome('P');
  room.play('h8');
  const [{ id }] = Socket.last.named('move');
  Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
  assert.deepEqual([room.moveInFlight, room.playable, room.delayed], ['h8', false, true]);
  Socket.last.move(1, 'Q');
  Socket.last.say({ type: 'ack', id, seq: 1 });
  assert.deepEqual([room.moveInFlight, room.delayed], [null, false]);
  assert.deepEqual(told, [{ reason: 'delayed' }]);
});

test('nothing may be played once the game is over, though the position stays', () => {
  Socket.last.welcome('P');
  const plays = [{ move: 'swap', position: 'P' }];
  Socket.last.say({ type: 'legal', id: Socket.last.named('legal')[0].id, seq: 0, plays });
  Socket.last.say({ type: 'ended', seq: 1, at: 0, winner: 'white', reason: 'resignation', line: [], points: 1 });
  assert.deepEqual(room.legal, { plays: [], forbidden: [] });
});

describe('a `sit` without an answer', () => {
  let session;

  const answer = (frame) => Socket.last.say({ ...frame, id: Socket.last.named('sit')[0].id });

  beforeEach(() => {
    session = newcomer();
    enter(session);
    Socket.last.wait();
    room.sit('black', 'Ann');
  });

  test('is the only one, and the dice are checked with what it gave to them', () => {
    answer({ type: 'refused', reason: 'unavailable' });
    room.sit('white', 'Ann');
    const [{ seat, entropy }, ...others] = Socket.last.named('sit');
    assert.deepEqual([room.sitting, seat, others], [true, 'black', []]);
    assert.equal(session.diceCommitment.entropy, entropy);
  });

  test('is still the only one when the page was loaded again', () => {
    enter(session);
    room.sit('white', 'Ann');
    Socket.last.wait();
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
    Socket.last.wait();
    assert.deepEqual([room.sitting, Socket.last.named('sit')], [false, []]);
  });
});
