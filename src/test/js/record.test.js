import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ForbiddenMoves } from '../../main/webapp/room/forbidden-moves.js';
import { importAddress, logAddress, recordAddress, textOf } from '../../main/webapp/room/record.js';

test('records have addresses beside the page', () => {
  assert.equal(recordAddress('quiet-maple', 2, 'sgf'), 'records/quiet-maple/2.sgf');
  assert.equal(logAddress('quiet-maple'), 'records/quiet-maple.json');
});

test('a file is sent as what its name says, or as anything', () => {
  assert.equal(importAddress('My.Game.SGF', ['sgf', 'psq']), 'records?format=sgf');
  assert.equal(importAddress('game.txt', ['sgf', 'psq']), 'records');
  assert.equal(importAddress('sgf', ['sgf']), 'records');
});

test('a file is read in the charset that it has', () => {
  const bytes = (/** @type {(string | number)[]} */ ...parts) => new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : part)));
  assert.equal(textOf(new TextEncoder().encode('(;PB[黑])')), '(;PB[黑])');
  assert.equal(textOf(bytes('(;CA[gb2312]PB[', 0xba, 0xda, '])')), '(;CA[gb2312]PB[黑])');
  assert.equal(textOf(bytes('(;PB[Ren', 0xe9, '])')), '(;PB[René])');
  assert.equal(textOf(bytes('(;CA[no-such]PB[Ren', 0xe9, '])')), '(;CA[no-such]PB[René])');
});

/** @param {...string} positions */
const game = (...positions) => ({ round: 1, start: { position: 'start' }, moves: positions.map((position) => ({ position })) });

test('what was forbidden is asked for once a game, and again when it has gone on', async () => {
  /** @type {string[]} */
  const asked = [];
  const forbiddenMoves = new ForbiddenMoves((path) => {
    asked.push(path);
    return Promise.resolve({ a: ['h8'], c: ['g7'] });
  });
  assert.deepEqual(forbiddenMoves.at('r', game('a', 'b'), 'a'), []);
  await new Promise((done) => forbiddenMoves.addEventListener('change', done, { once: true }));
  assert.deepEqual(forbiddenMoves.at('r', game('a', 'b'), 'a'), ['h8']);
  assert.deepEqual(forbiddenMoves.at('r', game('a', 'b'), 'start'), []);
  assert.deepEqual(asked, ['records/r/1/forbidden.json']);
  forbiddenMoves.at('r', game('a', 'b', 'c'), 'c');
  assert.equal(asked.length, 2);
});

test('a server that does not tell what was forbidden leaves the board without marks', async () => {
  const forbiddenMoves = new ForbiddenMoves(() => Promise.reject(new TypeError('offline')));
  forbiddenMoves.at('r', game('a'), 'a');
  await Promise.resolve();
  assert.deepEqual(forbiddenMoves.at('r', game('a'), 'a'), []);
});
