import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNKNOWN } from '../../main/webapp/room/state.js';
import { endText, statusText } from '../../main/webapp/ui/words.js';

const seats = { black: { name: 'Ann', connected: true }, white: { name: 'Bob', connected: true } };
const over = (result) => ({ ...UNKNOWN, status: 'over', position: 'x', seats, result });

test('the end of a game tells who won and why, to each as it concerns them', () => {
  const won = over({ winner: 'black', reason: 'five', line: [], points: 1 });
  assert.equal(statusText(won, null), 'Ann won – five in a row');
  assert.equal(statusText(won, 'black'), 'You won – five in a row');
  assert.equal(endText(won), 'Ann won – five in a row');
});

test('a draw has no winner to name', () => {
  const drawn = over({ winner: null, reason: 'full-board', line: [], points: 0 });
  for (const seat of [null, 'black', 'white']) {
    assert.equal(statusText(drawn, seat), 'A draw – the board is full');
  }
});

test('a game that both players left is told to be unfinished', () => {
  const left = { ...UNKNOWN, status: 'playing', position: 'x', toMove: 'black', seats, gone: ['black', 'white'] };
  assert.equal(statusText(left, null), 'An unfinished game');
});
