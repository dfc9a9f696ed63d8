import assert from 'node:assert/strict';
import { beforeEach, describe, mock, test } from 'node:test';
import { Client } from './client.js';
import { FakeSocket as Socket } from './fake-socket.js';

/**
 * @import { Command } from '../../main/webapp/protocol/commands.d.ts'
 * @import { Connection } from '../../main/webapp/room/connection.js'
 */

/** @type {Client} */
let client;

beforeEach(() => {
  client = new Client();
});

describe('a `sit` whose page is loaded again before the answer', () => {
  /** @type {Command} */
  let asked;


  beforeEach(() => {
    const connection = client.connect();
    Socket.last.receive();
    connection.send({ type: 'sit', seat: 'black', name: 'Ann' });
    [asked] = Socket.last.named('sit');
  });

  test('goes out again as it was, so that the seat is the player’s and no one else’s', () => {
    client.reload();
    assert.deepEqual(Socket.last.named('sit'), [asked]);
    Socket.last.say({ type: 'you', id: asked.id, seat: 'black', token: 'next' });
    Socket.last.say({ type: 'ack', id: asked.id, seq: 2 });
    assert.deepEqual([client.session.seat, client.session.token], ['black', 'next']);
    assert.deepEqual(client.answers, [['ack', null, 'sit']]);
  });

  for (const answer of [{ type: 'ack', seq: 2 }, { type: 'refused', reason: 'seat-taken' }]) {
    test(`does not go out again after ${answer.type}`, () => {
      Socket.last.say({ ...answer, id: asked.id });
      client.reload();
      assert.deepEqual(Socket.last.named('sit'), []);
    });
  }

  test('is remembered until its own answer, whatever else is answered', () => {
    Socket.last.say({ type: 'refused', id: 'another', reason: 'bad-frame' });
    client.reload();
    assert.deepEqual(Socket.last.named('sit'), [asked]);
  });
});

describe('commands', () => {
  test('a player’s command in flight goes out again with the same id, once the seat is taken back', () => {
    client.session.keep('black', 'token');
    const connection = client.connect();
    Socket.last.receive('token2');
    const id = connection.send({ type: 'move', move: 'h8' });
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    assert.deepEqual(Socket.last.named('move'), []);
    Socket.last.receive('token3');
    assert.deepEqual(Socket.last.named('move'), [{ type: 'move', move: 'h8', id }]);
  });

  test('an answered command does not go out again', () => {
    client.session.keep('black', 'token');
    const connection = client.connect();
    Socket.last.receive('token2');
    Socket.last.say({ type: 'ack', id: connection.send({ type: 'move', move: 'h8' }), seq: 4 });
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    Socket.last.receive('token3');
    assert.deepEqual(Socket.last.named('move'), []);
    assert.deepEqual(client.answers, [['ack', null, 'move']]);
  });

  test('a spectator’s words are given back rather than said twice', () => {
    const connection = client.connect();
    Socket.last.receive();
    connection.send({ type: 'say', text: 'hello' });
    Socket.last.drop(1006);
    mock.timers.tick(20_000);
    Socket.last.receive();
    assert.deepEqual(Socket.last.named('say'), []);
    assert.deepEqual(client.answers, [['refused', 'connection-lost', 'say']]);
  });

  test('a command that is given the moment the connection is up goes out once', () => {
    const connection = client.connect((phase) => {
      if (phase.name === 'online') {
        connection.send({ type: 'sit', seat: 'black' });
      }
    });
    Socket.last.receive();
    assert.equal(Socket.last.named('sit').length, 1);
  });

  test('a spectator’s words that could not be saved are given back: nobody’s ids are remembered', () => {
    const connection = client.connect();
    Socket.last.receive();
    const id = connection.send({ type: 'say', text: 'hello' });
    Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
    mock.timers.tick(20_000);
    assert.equal(Socket.last.named('say').length, 1);
    assert.deepEqual(client.answers, [['refused', 'unavailable', 'say']]);
  });

  test('no id is used twice', () => {
    const connection = client.connect();
    const ids = Array.from({ length: 1000 }, () => connection.send({ type: 'legal' }));
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => id.length >= 1 && id.length <= 64));
  });
});

describe('a player’s command that the server can’t do right now', () => {
  /** @type {Connection} */
  let connection;

  const sayUnavailable = (/** @type {string} */ id) => Socket.last.say({ type: 'refused', id, reason: 'unavailable' });
  const said = () => Socket.last.named('say').map(({ id }) => id);

  beforeEach(() => {
    client.session.keep('black', 'token');
    connection = client.connect();
    Socket.last.receive('token2');
  });

  test('goes out again with the same id, and its final answer is the one that counts', () => {
    const id = connection.send({ type: 'say', text: 'hello' });
    sayUnavailable(id);
    assert.deepEqual([connection.delayed, client.answers], [true, ['delayed']]);
    mock.timers.tick(250);
    assert.deepEqual(said(), [id, id]);
    Socket.last.say({ type: 'ack', id, seq: 4 });
    mock.timers.tick(14_000);
    assert.deepEqual(said(), [id, id]);
    assert.deepEqual([connection.delayed, client.answers], [false, ['delayed', ['ack', null, 'say']]]);
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
    assert.deepEqual(client.answers, ['delayed']);
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
    assert.deepEqual([connection.delayed, client.answers], [false, ['delayed', ['ack', null, 'say']]]);
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
    assert.deepEqual(client.answers, ['delayed', ['refused', 'game-over', 'move']]);
  });
});

test('a `sit` in doubt is asked again with its own token, here and on a new connection', () => {
  const connection = client.connect();
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
  /** @type {Connection} */
  let connection;

  /** @param {number} code */
  function sitAndLoseTheSeat(code) {
    connection = client.connect();
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
      assert.deepEqual(client.answers, ['delayed', ...lost]);
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
