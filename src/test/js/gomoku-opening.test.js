import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marks, mayBeOpening, moveAt, offered, pointOf, task } from '../../main/webapp/games/gomoku/opening.js';

/** @import { GameSoFar } from '../../main/webapp/games/gomoku/opening.js' */

const EMPTY = '5/5/5/5/5 b';
/** @param {...string} moves */
const plays = (...moves) => moves.map((move) => ({ move, position: EMPTY }));
/** @type {(opening: string | undefined, ...moves: string[]) => GameSoFar} */
const state = (opening, ...moves) => ({
  options: { opening },
  position: EMPTY,
  moves: moves.map((move) => ({ move })),
});
const everywhere = plays(...'abcde'.split('').flatMap((letter) => [1, 2, 3, 4, 5].map((row) => `${letter}${row}`)));

test('a point is a point whether it is played or offered, and a word is none', () => {
  assert.equal(pointOf('h8'), 'h8');
  assert.equal(pointOf('offer h8'), 'h8');
  assert.equal(pointOf('put 2 more'), null);
});

test('a click offers the point where points are to be offered, and plays it elsewhere', () => {
  assert.equal(moveAt('a1', plays('offer a1', 'offer a2')), 'offer a1');
  assert.equal(moveAt('a1', plays('a1', 'a2')), 'a1');
  assert.equal(moveAt('a1', []), 'a1');
});

test('points stay on offer until one is picked', () => {
  assert.deepEqual(offered(state('rif', 'h8', 'offer a1', 'offer a2').moves), ['a1', 'a2']);
  assert.deepEqual(offered(state('rif', 'h8', 'offer a1', 'offer a2', 'a2').moves), []);
});

test('the fewer points are marked: the open ones, or those that are not', () => {
  assert.deepEqual(marks(EMPTY, [], plays('c3')), { open: ['c3'], closed: [] });
  assert.deepEqual(marks(EMPTY, [], everywhere.slice(1)), { open: [], closed: ['a1'] });
  assert.deepEqual(marks(EMPTY, [], everywhere), { open: [], closed: [] });
  assert.deepEqual(marks(EMPTY, [], plays('swap', 'stay')), { open: [], closed: [] });
});

test('what is on offer is not marked besides', () => {
  const { moves } = state('rif', 'offer a1', 'offer a2');
  assert.deepEqual(marks(EMPTY, moves, plays('a1', 'a2')), { open: [], closed: [] });
  const rest = plays(...everywhere.slice(3).map(({ move }) => `offer ${move}`));
  assert.deepEqual(marks(EMPTY, moves, rest), { open: [], closed: ['a3'] });
});

test('each stage of an opening is known by its moves', () => {
  assert.deepEqual(task(state('swap2'), everywhere), { name: 'three', number: 1 });
  assert.deepEqual(task(state('swap2', 'a1', 'a2', 'a3'), plays('swap', 'stay', 'put 2 more')), { name: 'colour-or-two' });
  assert.deepEqual(task(state('swap2', 'a1', 'a2', 'a3', 'put 2 more'), everywhere), { name: 'two', number: 4 });
  assert.deepEqual(task(state('swap2', 'a1', 'a2', 'a3', 'stay'), everywhere), null);
  assert.deepEqual(task(state('pro'), plays('c3')), { name: 'centre', number: 1 });
  assert.deepEqual(task(state('pro', 'c3', 'a1'), plays('a2', 'a3')), { name: 'area', number: 3 });
  assert.deepEqual(task(state('soosorv-8'), plays('fifths 1', 'fifths 2')), { name: 'declare' });
  assert.deepEqual(task(state('taraguchi-10', 'h8'), plays('swap', 'stay')), { name: 'colour' });
  assert.deepEqual(task(state('taraguchi-10'), plays('swap', 'stay', 'fifths 10')), { name: 'colour-or-ten' });
  assert.deepEqual(task(state('rif', 'offer a1'), plays('offer a2')), { name: 'offer', number: 2, count: 2 });
  const offering = state('soosorv-8', 'fifths 3', 'stay', 'offer a1');
  assert.deepEqual(task(offering, plays('offer a2')), { name: 'offer', number: 2, count: 3 });
  assert.deepEqual(task(state('rif', 'offer a1', 'offer a2'), plays('a1', 'a2')), { name: 'pick' });
});

test('a game without an opening asks for nothing', () => {
  assert.equal(task(state(undefined), everywhere), null);
  assert.equal(mayBeOpening(state(undefined)), false);
});

test('nobody asks what is legal any more when the opening is long over', () => {
  assert.equal(mayBeOpening(state('swap2', 'a1', 'a2', 'a3', 'put 2 more', 'a4', 'a5')), true);
  assert.equal(mayBeOpening(state('swap2', 'a1', 'a2', 'a3', 'put 2 more', 'a4', 'a5', 'stay', 'b1')), false);
});
