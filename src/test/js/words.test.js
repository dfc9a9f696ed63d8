import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useLanguage } from '../../main/webapp/i18n/index.js';
import { SEATS, UNKNOWN } from '../../main/webapp/room/state.js';
import { endText, refusalDetail, refusalText, statusText } from '../../main/webapp/ui/words.js';
import { left, play, seats, started } from './events.js';
import { addGameTexts } from './texts.js';

/** @import { Result, RoomState } from '../../main/webapp/room/types.d.ts' */

await addGameTexts();

/** @type {(result: Result) => RoomState} */
const over = (result) => ({ ...UNKNOWN, status: 'over', position: 'x', seats, result });

test('the end of a game tells who won and why, to each as it concerns them', () => {
  const won = over({ winner: 'black', reason: 'five', line: [], points: 1 });
  assert.equal(statusText(won, null), 'Ann won – five in a row');
  assert.equal(statusText(won, 'black'), 'You won – five in a row');
  assert.equal(endText(won), 'Ann won – five in a row');
});

test('a draw has no winner to name', () => {
  const drawn = over({ winner: null, reason: 'full-board', line: [], points: 0 });
  for (const seat of [null, ...SEATS]) {
    assert.equal(statusText(drawn, seat), 'A draw – the board is full');
  }
});

test('a game that both players left is told to be unfinished', () => {
  const abandoned = play(UNKNOWN, started(), left('black'), left('white'));
  assert.equal(statusText(abandoned, null), 'An unfinished game');
});

test('a refusal is told in the language of the page, with the words of the server only where they add something', (context) => {
  context.after(() => useLanguage('en'));
  assert.equal(refusalDetail('too-early', 'claim again in 41 s'), 'claim again in 41 s');
  assert.equal(refusalDetail('not-your-turn', "it is white's turn"), '');
  assert.equal(refusalDetail('of-a-newer-server', 'stand on one leg'), 'stand on one leg');
  useLanguage('zh');
  assert.equal(refusalText('occupied'), '这个点已被占，请换一个。');
  assert.equal(refusalDetail('occupied', 'h8 already holds a black stone'), '');
  assert.equal(refusalDetail('of-a-newer-server', 'stand on one leg'), '');
});
