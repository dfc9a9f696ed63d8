import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff, reconnectPolicy } from '../../main/webapp/room/reconnect-policy.js';

const almostOne = () => 0.999999;
const zero = () => 0;

test('the longest pause doubles with every failure, up to twenty seconds', () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 20].map((attempt) => backoff(attempt, almostOne));
  assert.deepEqual(longest, [500, 1000, 2000, 4000, 8000, 16000, 20000, 20000]);
});

test('full jitter: a pause may be as short as nothing', () => {
  assert.equal(backoff(9, zero), 0);
});

test('closings that are final say why', () => {
  const why = [1000, 4400, 4404, 4409].map((code) => reconnectPolicy(code, 0, zero).final);
  assert.deepEqual(why, ['over', 'bad-address', 'no-such-game', 'taken-over']);
});

test('after a bad token it comes back as a spectator, after anything else with the seat', () => {
  assert.equal(reconnectPolicy(4401, 0, zero).seatLost, true);
  for (const code of [1001, 1006, 1008, 1009, 1011, 1012, 1013]) {
    assert.equal(reconnectPolicy(code, 0, zero).seatLost, false, String(code));
  }
});

test('the seat is kept when a finished room closes, and lost when another connection took it', () => {
  assert.equal(reconnectPolicy(1000, 0, zero).seatLost, false);
  assert.equal(reconnectPolicy(4409, 0, zero).seatLost, true);
});

test('a restart is waited for a random while, however many attempts came before', () => {
  assert.equal(reconnectPolicy(1012, 0, almostOne).afterMs, 5000);
  assert.equal(reconnectPolicy(1012, 9, almostOne).afterMs, 5000);
});

test('a flooding client always pauses', () => {
  assert.equal(reconnectPolicy(1008, 0, zero).afterMs, 5000);
});
