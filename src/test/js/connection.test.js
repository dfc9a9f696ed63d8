import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Connection } from '../../main/webapp/room/connection.js';
import { Session } from '../../main/webapp/room/session.js';

/** A server as the client sees it: the sockets that were opened, what each has sent, and the power to answer. */
class Socket {
  static OPEN = 1;
  static opened = [];

  static get last() {
    return Socket.opened.at(-1);
  }

  readyState = 1;
  sent = [];
  closedByClient = false;

  constructor(address, protocol) {
    Object.assign(this, { address, protocol });
    Socket.opened.push(this);
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closedByClient = true;
  }

  say(frame) {
    this.onmessage({ data: JSON.stringify(frame) });
  }

  drop(code) {
    this.onclose({ code });
  }

  named(type) {
    return this.sent.filter((frame) => frame.type === type);
  }

  /** Welcomes the client and grants its `resume`. */
  receive(token) {
    this.say({ type: 'welcome', seq: 0 });
    const [{ id }] = this.named('resume');
    if (token) {
      this.say({ type: 'you', id, seat: 'black', token });
    }
    this.say({ type: 'ack', id, seq: 0 });
  }
}

function memory() {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
}

let storage;
let session;
let answers;
let phases;
let seq;

function connect(onPhase = () => {}) {
  const listener = {
    frame: () => {},
    delayed: () => answers.push('delayed'),
    answer: (frame, command) => answers.push([frame.type, frame.reason ?? null, command?.type ?? null]),
    phase: (phase) => {
      phases.push(phase.name);
      onPhase(phase);
    },
  };
  const since = () => seq;
  const random = () => 0.5;
  const connection = new Connection({ address: 'ws://x/rooms/r', session, since, listener, random, Socket });
  connection.open();
  return connection;
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  Socket.opened = [];
  storage = memory();
  session = new Session(storage, 'r');
  answers = [];
  phases = [];
  seq = 0;
});

describe('resuming', () => {
  test('a newcomer catches up as a spectator', () => {
    connect();
    Socket.last.receive();
    const sent = Socket.last.sent.map(({ type, since, token }) => [type, since, token]);
    assert.deepEqual(sent, [['resume', 0, undefined]]);
    assert.deepEqual(phases, ['connecting', 'online']);
  });

  test('a player comes back with the newest token and the last event seen', () => {
    session.keep('black', 'old');
    connect();
    Socket.last.receive('new');
    seq = 12;
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    Socket.last.say({ type: 'welcome', seq: 12 });
    const [{ token, since }] = Socket.last.named('resume');
    assert.deepEqual([token, since], ['new', 12]);
  });

  test('a token that is refused is forgotten, and the player watches', () => {
    session.keep('black', 'stale');
    connect();
    Socket.last.say({ type: 'welcome', seq: 0 });
    Socket.last.say({ type: 'refused', id: Socket.last.named('resume')[0].id, reason: 'bad-token' });
    mock.timers.tick(20_000);
    Socket.last.receive();
    assert.equal(Socket.last.named('resume')[0].token, undefined);
    assert.equal(session.seat, null);
  });
});

describe('a `sit` whose page is loaded again before the answer', () => {
  let asked;

  function reload() {
    Socket.last.drop(1001);
    session = new Session(storage, 'r');
    connect();
    Socket.last.receive();
  }

  beforeEach(() => {
    const connection = connect();
    Socket.last.receive();
    connection.send({ type: 'sit', seat: 'black', name: 'Ann' });
    [asked] = Socket.last.named('sit');
  });

  test('goes out again as it was, so that the seat is the player’s and no one else’s', () => {
    reload();
    assert.deepEqual(Socket.last.named('sit'), [asked]);
    Socket.last.say({ type: 'you', id: asked.id, seat: 'black', token: 'next' });
    Socket.last.say({ type: 'ack', id: asked.id, seq: 2 });
    assert.deepEqual([session.seat, session.token], ['black', 'next']);
    assert.deepEqual(answers, [['ack', null, 'sit']]);
  });

  for (const answer of [{ type: 'ack', seq: 2 }, { type: 'refused', reason: 'seat-taken' }]) {
    test(`does not go out again after ${answer.type}`, () => {
      Socket.last.say({ ...answer, id: asked.id });
      reload();
      assert.deepEqual(Socket.last.named('sit'), []);
    });
  }

  test('is remembered until its own answer, whatever else is answered', () => {
    Socket.last.say({ type: 'refused', id: 'another', reason: 'bad-frame' });
    reload();
    assert.deepEqual(Socket.last.named('sit'), [asked]);
  });
});

describe('commands', () => {
  test('a player’s command in flight goes out again with the same id, once the seat is taken back', () => {
    session.keep('black', 'token');
    const connection = connect();
    Socket.last.receive('token2');
    const id = connection.send({ type: 'move', move: 'h8' });
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    assert.deepEqual(Socket.last.named('move'), []);
    Socket.last.receive('token3');
    assert.deepEqual(Socket.last.named('move'), [{ type: 'move', move: 'h8', id }]);
  });

  test('an answered command does not go out again', () => {
    session.keep('black', 'token');
    const connection = connect();
    Socket.last.receive('token2');
    Socket.last.say({ type: 'ack', id: connection.send({ type: 'move', move: 'h8' }), seq: 4 });
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    Socket.last.receive('token3');
    assert.deepEqual(Socket.last.named('move'), []);
    assert.deepEqual(answers, [['ack', null, 'move']]);
  });

  test('a spectator’s words are given back rather than said twice', () => {
    const connection = connect();
    Socket.last.receive();
    connection.send({ type: 'say', text: 'hello' });
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    Socket.last.receive();
    assert.deepEqual(Socket.last.named('say'), []);
    assert.deepEqual(answers, [['refused', 'connection-lost', 'say']]);
  });

  test('a command that is given the moment the connection is up goes out once', () => {
    const connection = connect((phase) => phase.name === 'online' && connection.send({ type: 'sit', seat: 'black' }));
    Socket.last.receive();
    assert.equal(Socket.last.named('sit').length, 1);
  });

  test('a spectator’s words that could not be saved are given back: nobody’s ids are remembered', () => {
    const connection = connect();
    Socket.last.receive();
    const id = connection.send({ type: 'say', text: 'hello' });
    Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
    mock.timers.tick(20_000);
    assert.equal(Socket.last.named('say').length, 1);
    assert.deepEqual(answers, [['refused', 'unavailable', 'say']]);
  });

  test('no id is used twice', () => {
    const connection = connect();
    const ids = Array.from({ length: 1000 }, () => connection.send({ type: 'legal' }));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => id.length >= 1 && id.length <= 64));
  });
});

describe('a player’s command that the server can’t do right now', () => {
  let connection;

  const sayUnavailable = (id) => Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
  const said = () => Socket.last.named('say').map(({ id }) => id);

  beforeEach(() => {
    session.keep('black', 'token');
    connection = connect();
    Socket.last.receive('token2');
  });

  test('goes out again with the same id, and its final answer is the one that counts', () => {
    const id = connection.send({ type: 'say', text: 'hello' });
    sayUnavailable(id);
    assert.deepEqual([connection.delayed, answers], [true, ['delayed']]);
    mock.timers.tick(250);
    assert.deepEqual(said(), [id, id]);
    Socket.last.say({ type: 'ack', id, seq: 4 });
    mock.timers.tick(14_000);
    assert.deepEqual(said(), [id, id]);
    assert.deepEqual([connection.delayed, answers], [false, ['delayed', ['ack', null, 'say']]]);
  });

  test('goes out less and less often, which is told once', () => {
    const id = connection.send({ type: 'say', text: 'hello' });
    const pauses = [250, 500, 1000, 2000].map((pause) => {
      sayUnavailable(id);
      const before = said().length;
      mock.timers.tick(pause - 1);
      assert.equal(said().length, before);
      mock.timers.tick(1);
      return said().length - before;
    });
    assert.deepEqual(pauses, [1, 1, 1, 1]);
    assert.deepEqual(answers, ['delayed']);
  });

  test('starts the count anew once it is done', () => {
    const first = connection.send({ type: 'say', text: 'hello' });
    sayUnavailable(first);
    mock.timers.tick(250);
    sayUnavailable(first);
    Socket.last.say({ type: 'ack', id: first, seq: 4 });
    const second = connection.send({ type: 'say', text: 'hello?' });
    sayUnavailable(second);
    mock.timers.tick(250);
    assert.deepEqual(said(), [first, first, second, second]);
  });

  test('is not overtaken by a newer one', () => {
    const ids = ['one', 'two'].map((text) => connection.send({ type: 'say', text }));
    [...ids].reverse().forEach(sayUnavailable);
    const third = connection.send({ type: 'say', text: 'three' });
    assert.deepEqual(said(), [...ids, ...ids, third]);
    mock.timers.tick(14_000);
    assert.equal(said().length, 5);
  });

  test('goes out once on a new connection', () => {
    const id = connection.send({ type: 'say', text: 'hello' });
    sayUnavailable(id);
    Socket.last.drop(1006);
    mock.timers.tick(250);
    Socket.last.receive('token3');
    mock.timers.tick(14_000);
    assert.deepEqual(said(), [id]);
  });

  test('stays delayed until its final answer, which is told once, on however many connections', () => {
    const id = connection.send({ type: 'say', text: 'hello' });
    for (let time = 0; time < 3; time++) {
      sayUnavailable(id);
      Socket.last.drop(1013);
      assert.equal(connection.delayed, true);
      mock.timers.tick(20_000);
      Socket.last.receive('token3');
      assert.equal(connection.delayed, true);
    }
    Socket.last.say({ type: 'ack', id, seq: 4 });
    assert.deepEqual([connection.delayed, answers], [false, ['delayed', ['ack', null, 'say']]]);
  });

  test('waits no more when the page disconnects', () => {
    sayUnavailable(connection.send({ type: 'say', text: 'hello' }));
    const { last } = Socket;
    connection.close();
    mock.timers.tick(20_000);
    assert.equal(last.named('say').length, 1);
  });

  test('may be refused when it is asked again, which is final', () => {
    const id = connection.send({ type: 'move', move: 'h8' });
    sayUnavailable(id);
    mock.timers.tick(250);
    Socket.last.say({ type: 'refused', id, reason: 'game-over' });
    mock.timers.tick(14_000);
    assert.equal(Socket.last.named('move').length, 2);
    assert.deepEqual(answers, ['delayed', ['refused', 'game-over', 'move']]);
  });
});

test('a `sit` in doubt is asked again with its own token, here and on a new connection', () => {
  const connection = connect();
  Socket.last.receive();
  connection.send({ type: 'sit', seat: 'black', name: 'Ann' });
  const [asked] = Socket.last.named('sit');
  Socket.last.say({ type: 'refused', id: asked.id, reason: 'unavailable' });
  mock.timers.tick(250);
  assert.deepEqual(Socket.last.named('sit'), [asked, asked]);
  Socket.last.say({ type: 'refused', id: asked.id, reason: 'unavailable' });
  Socket.last.drop(1006);
  mock.timers.tick(500);
  Socket.last.receive();
  assert.deepEqual(Socket.last.named('sit'), [asked]);
});

describe('what is in flight when the seat is lost', () => {
  let connection;

  function sitAndLoseTheSeat(code) {
    connection = connect();
    Socket.last.receive();
    connection.send({ type: 'sit', seat: 'black', name: 'Ann' });
    Socket.last.say({ type: 'refused', id: Socket.last.named('sit')[0].id, reason: 'unavailable' });
    connection.send({ type: 'say', text: 'hello' });
    Socket.last.drop(code);
  }

  for (const code of [4401, 4409]) {
    test(`is given up after ${code}, each command told once`, () => {
      sitAndLoseTheSeat(code);
      assert.equal(connection.delayed, false);
      const lost = ['sit', 'say'].map((type) => ['refused', 'connection-lost', type]);
      assert.deepEqual(answers, ['delayed', ...lost]);
    });

    test(`does not take the seat from another tab when this one watches after ${code}`, () => {
      sitAndLoseTheSeat(code);
      connection.open();
      Socket.last.receive();
      mock.timers.tick(14_000);
      assert.deepEqual(Socket.last.sent.map(({ type }) => type), ['resume']);
    });
  }
});

describe('the heartbeat', () => {
  test('pings a quiet connection, and keeps it when the server answers', () => {
    connect();
    Socket.last.receive();
    mock.timers.tick(15_000);
    assert.equal(Socket.last.named('ping').length, 1);
    mock.timers.tick(9_000);
    Socket.last.say({ type: 'pong', t: 1, now: 1 });
    mock.timers.tick(14_000);
    assert.equal(Socket.opened.length, 1);
    assert.equal(phases.at(-1), 'online');
  });

  test('a connection that stays quiet is dead: it is closed and another one opened', () => {
    connect();
    Socket.last.receive();
    mock.timers.tick(15_000);
    mock.timers.tick(10_000);
    assert.equal(Socket.opened[0].closedByClient, true);
    mock.timers.tick(20_000);
    assert.equal(Socket.opened.length, 2);
  });

  test('an attempt that nobody answers is given up', () => {
    connect();
    mock.timers.tick(15_000);
    mock.timers.tick(10_000);
    assert.equal(phases.at(-1), 'waiting');
  });
});

describe('closing', () => {
  for (const [code, why] of [[1000, 'over'], [4400, 'bad-address'], [4404, 'no-such-game'], [4409, 'taken-over']]) {
    test(`${code} is final`, () => {
      const connection = connect();
      Socket.last.drop(code);
      mock.timers.tick(600_000);
      assert.deepEqual(connection.phase, { name: 'closed', why });
      assert.equal(Socket.opened.length, 1);
    });
  }

  test('a refusal of the address itself is told, and is final once the server closes', () => {
    const connection = connect();
    Socket.last.say({ type: 'refused', id: null, reason: 'bad-address', detail: 'size is 5 to 22' });
    Socket.last.drop(4400);
    assert.deepEqual(answers, [['refused', 'bad-address', null]]);
    assert.equal(connection.phase.why, 'bad-address');
  });

  test('attempts that fail come further apart', () => {
    const connection = connect();
    const pauses = [1, 2, 3, 4].map(() => {
      Socket.last.drop(1006);
      const pause = connection.phase.until - Date.now();
      mock.timers.tick(pause);
      return pause;
    });
    assert.deepEqual(pauses, [250, 500, 1000, 2000]);
  });

  test('a connection that has held starts the count anew', () => {
    const connection = connect();
    Socket.last.drop(1006);
    mock.timers.tick(250);
    Socket.last.drop(1006);
    mock.timers.tick(500);
    Socket.last.receive();
    mock.timers.tick(11_000);
    Socket.last.drop(1006);
    assert.equal(connection.phase.attempt, 1);
  });

  test('waking up connects at once', () => {
    const connection = connect();
    Socket.last.drop(1012);
    connection.wake();
    assert.equal(Socket.opened.length, 2);
    mock.timers.tick(20_000);
    assert.equal(Socket.opened.length, 2);
  });

  test('disconnecting is silent and final', () => {
    const connection = connect();
    Socket.last.receive();
    connection.close();
    mock.timers.tick(600_000);
    assert.equal(Socket.opened.length, 1);
    assert.equal(phases.at(-1), 'online');
  });
});
