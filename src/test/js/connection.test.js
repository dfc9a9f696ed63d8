import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Client } from './client.js';
import { FakeSocket as Socket } from './fake-socket.js';

/** @type {Client} */
let client;

beforeEach(() => {
  client = new Client();
});

describe('resuming', () => {
  test('a newcomer catches up as a spectator', () => {
    client.connect();
    Socket.last.receive();
    const [{ since, token }] = Socket.last.named('resume');
    assert.deepEqual([Socket.last.sent.length, since, token], [1, 0, undefined]);
    assert.deepEqual(client.phases, ['connecting', 'online']);
  });

  test('a player comes back with the newest token and the last event seen', () => {
    client.session.keep('black', 'old');
    client.connect();
    Socket.last.receive('new');
    client.seq = 12;
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    Socket.last.say({ type: 'welcome', seq: 12 });
    const [{ token, since }] = Socket.last.named('resume');
    assert.deepEqual([token, since], ['new', 12]);
  });

  test('a token that is refused is forgotten, and the player watches', () => {
    client.session.keep('black', 'stale');
    client.connect();
    Socket.last.say({ type: 'welcome', seq: 0 });
    Socket.last.say({ type: 'refused', id: Socket.last.named('resume')[0].id, reason: 'bad-token' });
    mock.timers.tick(20_000);
    Socket.last.receive();
    assert.equal(Socket.last.named('resume')[0].token, undefined);
    assert.equal(client.session.seat, null);
  });
});

describe('the heartbeat', () => {
  test('pings a quiet connection, and keeps it when the server client.answers', () => {
    client.connect();
    Socket.last.receive();
    mock.timers.tick(15_000);
    assert.equal(Socket.last.named('ping').length, 1);
    mock.timers.tick(9_000);
    Socket.last.say({ type: 'pong', t: 1, now: 1 });
    mock.timers.tick(14_000);
    assert.equal(Socket.opened.length, 1);
    assert.equal(client.phases.at(-1), 'online');
  });

  test('a connection that stays quiet is dead: it is closed and another one opened', () => {
    client.connect();
    Socket.last.receive();
    mock.timers.tick(15_000);
    mock.timers.tick(10_000);
    assert.equal(Socket.opened[0].closedByClient, true);
    mock.timers.tick(20_000);
    assert.equal(Socket.opened.length, 2);
  });

  test('an attempt that nobody client.answers is given up', () => {
    client.connect();
    mock.timers.tick(15_000);
    mock.timers.tick(10_000);
    assert.equal(client.phases.at(-1), 'waiting');
  });
});

describe('closing', () => {
  const finals = { 1000: 'over', 4400: 'bad-address', 4404: 'no-such-game', 4409: 'taken-over' };
  for (const [code, why] of Object.entries(finals)) {
    test(`${code} is final`, () => {
      const connection = client.connect();
      Socket.last.drop(Number(code));
      mock.timers.tick(600_000);
      assert.deepEqual(connection.phase, { name: 'closed', why });
      assert.equal(Socket.opened.length, 1);
    });
  }

  test('a refusal of the address itself is told, and is final once the server closes', () => {
    const connection = client.connect();
    Socket.last.say({ type: 'refused', id: null, reason: 'bad-address', detail: 'size is 5 to 22' });
    Socket.last.drop(4400);
    assert.deepEqual(client.answers, [['refused', 'bad-address', null]]);
    assert.deepEqual(connection.phase, { name: 'closed', why: 'bad-address' });
  });

  test('attempts that fail come further apart', () => {
    const connection = client.connect();
    const pauses = [1, 2, 3, 4].map(() => {
      Socket.last.drop(1006);
      assert.ok(connection.phase.name === 'waiting');
      const pause = connection.phase.until - Date.now();
      mock.timers.tick(pause);
      return pause;
    });
    assert.deepEqual(pauses, [250, 500, 1000, 2000]);
  });

  test('a connection that has held starts the count anew', () => {
    const connection = client.connect();
    Socket.last.drop(1006);
    mock.timers.tick(250);
    Socket.last.drop(1006);
    mock.timers.tick(500);
    Socket.last.receive();
    mock.timers.tick(11_000);
    Socket.last.drop(1006);
    assert.ok(connection.phase.name === 'waiting');
    assert.equal(connection.phase.attempt, 1);
  });

  test('waking up connects at once', () => {
    const connection = client.connect();
    Socket.last.drop(1012);
    connection.wake();
    assert.equal(Socket.opened.length, 2);
    mock.timers.tick(20_000);
    assert.equal(Socket.opened.length, 2);
  });

  test('disconnecting is silent and final', () => {
    const connection = client.connect();
    Socket.last.receive();
    connection.close();
    mock.timers.tick(600_000);
    assert.equal(Socket.opened.length, 1);
    assert.equal(client.phases.at(-1), 'online');
  });
});
