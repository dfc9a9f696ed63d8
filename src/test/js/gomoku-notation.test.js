import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveCursor, onBoard, place, point, readPosition, starPoints } from '../../main/webapp/games/gomoku/notation.js';

test('h8 is the centre of a 15x15 board', () => {
  assert.deepEqual(place('h8'), { column: 7, row: 7 });
});

test('a point and its place are each other’s reverse, up to v22', () => {
  for (let column = 0; column < 22; column += 1) {
    for (let row = 0; row < 22; row += 1) {
      assert.deepEqual(place(point(column, row)), { column, row });
    }
  }
});

test('a position is read from the top row down', () => {
  const { size, stones } = readPosition('x4/5/2o2/5/4x w');
  assert.equal(size, 5);
  assert.deepEqual([...stones].sort(), [['a5', 'black'], ['c3', 'white'], ['e1', 'black']]);
});

test('a position tells the colour of the next stone and the points without one', () => {
  const { next, empty } = readPosition('xoxox/o3o/xxxxx/ooooo/xxxx1 w');
  assert.equal(next, 'white');
  assert.deepEqual(empty, ['b4', 'c4', 'd4', 'e1']);
});

test('empty runs of two digits are one number', () => {
  const { size, stones } = readPosition(`${Array(11).fill('12').join('/')}/11x b`);
  assert.equal(size, 12);
  assert.deepEqual([...stones], [['l1', 'black']]);
});

test('star points are where players expect them', () => {
  const sorted = (/** @type {number} */ size) => starPoints(size).sort();
  assert.deepEqual(sorted(15), ['d12', 'd4', 'h8', 'l12', 'l4']);
  assert.deepEqual(sorted(19), ['d10', 'd16', 'd4', 'j10', 'j16', 'j4', 'p10', 'p16', 'p4']);
  assert.deepEqual(sorted(13), ['d10', 'd4', 'g7', 'j10', 'j4']);
  assert.deepEqual(sorted(9), ['c3', 'c7', 'e5', 'g3', 'g7']);
});

test('star points of every size lie on the board, each once', () => {
  for (let size = 5; size <= 22; size += 1) {
    const stars = starPoints(size);
    assert.equal(new Set(stars).size, stars.length);
    assert.ok(stars.every((star) => onBoard(star, size)), String(size));
  }
});

test('arrows stop at the edges', () => {
  assert.equal(moveCursor('a1', 'ArrowLeft', 15), 'a1');
  assert.equal(moveCursor('a1', 'ArrowUp', 15), 'a2');
  assert.equal(moveCursor('o15', 'ArrowRight', 15), 'o15');
  assert.equal(moveCursor('h8', 'ArrowDown', 15), 'h7');
});

test('Home and End go along the row, with Ctrl to the first and the last cell', () => {
  assert.equal(moveCursor('h8', 'Home', 15), 'a8');
  assert.equal(moveCursor('h8', 'End', 15), 'o8');
  assert.equal(moveCursor('h8', 'Home', 15, true), 'a15');
  assert.equal(moveCursor('h8', 'End', 15, true), 'o1');
});

test('other keys go nowhere', () => {
  assert.equal(moveCursor('h8', 'x', 15), null);
});
