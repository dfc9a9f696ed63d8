import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  HEIGHT, WIDTH, cellOf, cells, neighbour, place, pointAt, spot, target,
} from '../../main/webapp/games/backgammon/geometry.js';
import { BAR, OFF } from '../../main/webapp/games/backgammon/notation.js';
import { SEATS } from '../../main/webapp/room/state.js';

/** @import { Orientation } from '../../main/webapp/games/backgammon/geometry.js' */

const ORIENTATIONS = SEATS.flatMap((view) => [false, true].map((mirrored) => ({ view, mirrored })));

test('a point has one cell, and the cell leads back to the point, for both players and views', () => {
  for (const { view } of ORIENTATIONS) {
    for (const seat of SEATS) {
      for (let point = OFF; point <= BAR; point += 1) {
        assert.equal(pointAt(cellOf(seat, point, view), seat, view), point);
      }
    }
  }
});

test('the players count against each other: 24 of one is 1 of the other', () => {
  assert.equal(cellOf('black', 24, 'black'), cellOf('white', 1, 'black'));
  assert.equal(pointAt('bar-white', 'black', 'black'), null);
});

test('cells lie side by side without a gap or an overlap, and cover nothing but the picture', () => {
  for (const orientation of ORIENTATIONS) {
    for (const row of cells(orientation)) {
      row.map((cell) => target(cell, orientation)).reduce((left, right) => {
        assert.ok(Math.abs(left.x + left.width - right.x) < 1e-9);
        return right;
      });
      const last = target(row[row.length - 1], orientation);
      assert.ok(target(row[0], orientation).x >= 0 && last.x + last.width <= WIDTH);
    }
  }
});

test('checkers stay inside their own half of the picture, however many they are', () => {
  for (const orientation of ORIENTATIONS) {
    for (const cell of cells(orientation).flat()) {
      const { way } = place(cell, orientation);
      const { y } = target(cell, orientation);
      const ys = [0, 4, 14].map((index) => spot(cell, index, orientation).y);
      assert.ok(ys.every((each) => each > y && each < y + HEIGHT / 2), cell);
      assert.ok((ys[1] - ys[0]) * way > 0, cell);
    }
  }
});

test('the player below bears off at the right, mirrored at the left', () => {
  const x = (/** @type {string} */ cell, /** @type {boolean} */ mirrored) => place(cell, { view: 'white', mirrored }).x;
  assert.ok(x('off-white', false) > x('1', false) && x('1', false) > x('6', false));
  assert.ok(x('off-white', true) < x('1', true) && x('1', true) < x('6', true));
});

test('keys go to the cell that the eye sees there, and stop at the edges', () => {
  /** @type {Orientation} */
  const plain = { view: 'black', mirrored: false };
  assert.equal(neighbour('8', 'ArrowLeft', plain), '9');
  assert.equal(neighbour('8', 'ArrowUp', plain), '17');
  assert.equal(neighbour('6', 'ArrowLeft', plain), 'bar-white');
  assert.equal(neighbour('12', 'ArrowLeft', plain), '12');
  assert.equal(neighbour('12', 'End', plain), 'off-black');
  assert.equal(neighbour('8', 'ArrowLeft', { view: 'black', mirrored: true }), '7');
  assert.equal(neighbour('8', 'x', plain), null);
});
