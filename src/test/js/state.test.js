import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNKNOWN, apply, isAway } from '../../main/webapp/room/state.js';
import {
  drawn, dropped, ended, left, moved, offered, play, rolled, seated, seats, started, takeback, withPlace,
} from './events.js';

/** @import { Happening } from './types.d.ts' */

const NONE = { wins: 0, points: 0 };
const ONE = { wins: 1, points: 1 };

/** @type {(...events: Happening[]) => ReturnType<typeof apply>} */
const after = (...events) => play(UNKNOWN, ...events.map((event) => ({ at: 0, ...event })));

test('a state is never changed, only followed by another', () => {
  const before = after(started());
  const copy = structuredClone(before);
  apply(before, withPlace(moved('black', 'c3'), 2, 0));
  assert.deepEqual(before, copy);
});

test('a move makes draw and takeback offers lapse', () => {
  const state = after(started(), offered(2, 'draw', 'black'), offered(3, 'takeback', 'white'), moved('black', 'c3'));
  assert.deepEqual(state.offers, []);
});

test('moves keep their positions and times, and the start its own', () => {
  const [black, white] = [{ ...moved('black', 'c3'), at: 20 }, { ...moved('white', 'c4'), at: 30 }];
  const state = after({ ...started(), at: 10 }, black, white);
  assert.deepEqual(state.start, { position: started().position, toMove: 'black', at: 10 });
  assert.deepEqual(state.moves, [
    { seat: 'black', move: 'c3', forced: false, swap: false, position: 'after c3', toMove: 'white', at: 20 },
    { seat: 'white', move: 'c4', forced: false, swap: false, position: 'after c4', toMove: 'white', at: 30 },
  ]);
});

test('throws stand among the moves, and moves without a choice are marked', () => {
  const state = after(started(), rolled('white', [1, 6]), { ...moved('white', 'pass'), forced: true }, rolled('black', [2]));
  assert.deepEqual(state.moves, [
    { seat: 'white', dice: [1, 6], position: '1,6', toMove: 'white', at: 0 },
    { seat: 'white', move: 'pass', forced: true, swap: false, position: 'after pass', toMove: 'white', at: 0 },
    { seat: 'black', dice: [2], position: '2', toMove: 'black', at: 0 },
  ]);
  assert.equal(state.toMove, 'black');
});

test('a takeback takes the throws along that followed the move', () => {
  const accepted = takeback(2, { position: '1,6', toMove: 'white' });
  const state = after(started(), rolled('white', [1, 6]), moved('white', 'run'), rolled('black', [2]), accepted);
  assert.deepEqual(state.moves.map(({ dice }) => dice), [[1, 6]]);
});

test('an accepted takeback takes its moves off the list and shows the position before them', () => {
  const accepted = takeback(2, { offer: 4, position: 'before', toMove: 'black' });
  const state = after(started(), moved('black', 'c3'), moved('white', 'c4'), offered(4, 'takeback', 'black'), accepted);
  assert.deepEqual(state.moves, []);
  assert.equal(state.position, 'before');
  assert.equal(state.toMove, 'black');
  assert.deepEqual(state.offers, []);
});

test('a move with which the players change seats takes names and points along, and taking it back brings them back', () => {
  const { black: ann, white: bob } = seats;
  const game = [started(), ended, started(2), moved('black', 'c3')];
  const swap = { ...moved('white', 'swap'), seats: { black: bob, white: ann } };
  const swapped = after(...game, swap);
  assert.deepEqual(swapped.seats, { black: bob, white: ann });
  assert.deepEqual(swapped.score, { black: NONE, white: ONE });
  assert.deepEqual(swapped.moves.map((ply) => 'swap' in ply && ply.swap), [false, true]);
  const back = takeback(1, { offer: 7, position: 'P', seats: { black: ann, white: bob } });
  const state = after(...game, swap, offered(7, 'takeback', 'black'), back);
  assert.deepEqual(state.seats, { black: ann, white: bob });
  assert.deepEqual(state.score, { black: ONE, white: NONE });
  assert.equal(state.moves.length, 1);
});

test('a declined offer is off the table, the others stay', () => {
  const state = after(started(), offered(2, 'draw', 'black'), offered(3, 'takeback', 'white'), {
    type: 'declined', seat: 'white', offer: 2, kind: 'draw',
  });
  assert.deepEqual(state.offers.map(({ kind }) => kind), ['takeback']);
});

test('an end gives the point, and a rematch with changed colours takes it along', () => {
  const won = after(started(), moved('black', 'c3'), ended);
  assert.deepEqual(won.score, { black: ONE, white: NONE });
  assert.equal(won.toMove, null);
  const again = after(started(), moved('black', 'c3'), ended, { ...started(2), swapped: true });
  assert.deepEqual(again.score, { black: NONE, white: ONE });
  assert.deepEqual(again.moves, []);
  assert.equal(again.result, null);
});

test('a game that counts several points is one win', () => {
  const gammon = { ...ended, reason: 'gammon', points: 4 };
  assert.deepEqual(after(started(), gammon).score, { black: { wins: 1, points: 4 }, white: NONE });
});

test('a draw gives no point', () => {
  assert.deepEqual(after(started(), drawn).score, { black: NONE, white: NONE });
});

test('a dropped player keeps the seat and is away until back', () => {
  const away = after(started(), dropped('white'));
  assert.deepEqual(away.seats.white, { name: 'Bob', connected: false });
  assert.ok(isAway(away, 'white'));
  assert.ok(!isAway(after(started()), 'white'));
  assert.ok(!isAway(UNKNOWN, 'white'));
  assert.deepEqual(play(away, { type: 'returned', seat: 'white' }).seats.white, seats.white);
});

test('who leaves before a game frees the seat, who leaves later is gone from it', () => {
  assert.equal(after(seated('black', 'Ann'), left('black')).seats.black, null);
  const later = after(started(), ended, left('black'));
  assert.deepEqual(later.gone, ['black']);
  assert.equal(later.seats.black?.connected, false);
});

test('the timeline keeps the name that a seat had when it spoke', () => {
  const state = after(started(), offered(2, 'draw', 'black'), {
    ...started(), swapped: true, seats: { black: seats.white, white: seats.black },
  });
  assert.equal(state.timeline.find(({ type }) => type === 'offered')?.name, 'Ann');
});

const NORTH_AND_EAST = { north: { name: 'Ann', connected: true }, east: { name: 'Bob', connected: true }, south: null };

/** @type {Happening} */
const three = {
  type: 'started', round: 1, swapped: false, seats: NORTH_AND_EAST, position: '- -', toMove: null, due: ['north', 'east'], clock: null,
};

test('several seats may be due at once, and nobody is when the game is over', () => {
  assert.deepEqual(after(started()).due, ['black']);
  assert.deepEqual(after(three).due, ['north', 'east']);
  assert.deepEqual(after(three, { ...ended, winner: 'east', places: { east: 1, north: 2 }, points: { east: 3 } }).due, []);
});

test('the winner of a game of many counts what the game counts for that seat', () => {
  const state = after(three, { ...ended, winner: 'east', places: { east: 1, north: 2 }, points: { east: 3 } });
  assert.deepEqual(state.score.east, { wins: 1, points: 3 });
  assert.equal(state.result?.points, 3);
});

test('a hidden move stands among the moves without telling what it is', () => {
  const state = after(three, { type: 'moved', seat: 'east', move: null, position: '- ?', toMove: 'north', due: ['north'], clock: null });
  assert.deepEqual(state.moves.map(({ move }) => move), ['']);
  assert.deepEqual(state.due, ['north']);
});

test('a takeback goes back over what nobody played too', () => {
  /** @type {Happening} */
  const timeout = { type: 'timeout', position: 'late', toMove: 'white', clock: null };
  const before = after(started(), moved('black', 'a1'), moved('white', 'b1'), timeout, moved('white', 'c1'), timeout);
  assert.equal(before.moves.length, 3);
  const state = play(before, takeback(4, {}));
  assert.deepEqual(state.moves.map(({ move }) => move), ['a1']);
  assert.deepEqual(state.asides, []);
});

test('a clock that runs stops when the game is over', () => {
  const clock = { at: 0, left: { black: 1000, white: 1000 }, running: ['white'] };
  const state = after(started(), { ...moved('black', 'a1'), clock });
  assert.deepEqual(state.clock, clock);
  assert.deepEqual(play(state, ended).clock, { ...clock, running: [] });
});

test('whoever is ready is marked, and whoever is out stays at the table', () => {
  const waiting = after({ type: 'seated', seat: 'north', name: 'Ann' }, { type: 'ready', seat: 'north' });
  assert.equal(waiting.seats.north?.ready, true);
  const state = after(three, { type: 'out', seat: 'east', reason: 'timeout', position: '-', toMove: 'north', due: ['north'], clock: null });
  assert.equal(state.seats.east?.name, 'Bob');
  assert.deepEqual(state.timeline.map(({ type }) => type), ['started', 'out']);
});
