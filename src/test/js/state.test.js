import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNKNOWN, apply, isAway } from '../../main/webapp/room/state.js';

const seats = { black: { name: 'Ann', connected: true }, white: { name: 'Bob', connected: true } };
const empty = { position: '5/5/5/5/5 b', toMove: 'black', clock: null };
const started = { type: 'started', round: 1, seats, swapped: false, ...empty };
const moved = (seat, move) => ({ type: 'moved', seat, move, position: `after ${move}`, toMove: 'white', clock: null });
const offered = (offer, kind, seat) => ({ type: 'offered', seat, offer, kind, swap: false });
const ended = { type: 'ended', winner: 'black', reason: 'five', line: ['a1', 'b1', 'c1', 'd1', 'e1'], points: 1 };

const NONE = { wins: 0, points: 0 };
const ONE = { wins: 1, points: 1 };

const after = (...events) =>
  events.reduce((state, event) => apply(state, { ...event, seq: state.seq + 1, at: 0 }), UNKNOWN);

test('a state is never changed, only followed by another', () => {
  const before = after(started);
  const copy = structuredClone(before);
  apply(before, { ...moved('black', 'c3'), seq: 2, at: 0 });
  assert.deepEqual(before, copy);
});

test('a move makes draw and takeback offers lapse', () => {
  const state = after(started, offered(2, 'draw', 'black'), offered(3, 'takeback', 'white'), moved('black', 'c3'));
  assert.deepEqual(state.offers, []);
});

test('moves keep their positions and times, and the start its own', () => {
  const [black, white] = [{ ...moved('black', 'c3'), at: 20 }, { ...moved('white', 'c4'), at: 30 }];
  const events = [{ ...started, at: 10 }, black, white].map((event, index) => ({ ...event, seq: index + 1 }));
  const state = events.reduce(apply, UNKNOWN);
  assert.deepEqual(state.start, { position: started.position, toMove: 'black', at: 10 });
  assert.deepEqual(state.moves, [
    { seat: 'black', move: 'c3', forced: false, swap: false, position: 'after c3', toMove: 'white', at: 20 },
    { seat: 'white', move: 'c4', forced: false, swap: false, position: 'after c4', toMove: 'white', at: 30 },
  ]);
});

const rolled = (seat, dice) => ({ type: 'rolled', seat, dice, position: `${dice}`, toMove: seat, clock: null });

test('throws stand among the moves, and moves without a choice are marked', () => {
  const state = after(started, rolled('white', [1, 6]), { ...moved('white', 'pass'), forced: true }, rolled('black', [2]));
  assert.deepEqual(state.moves, [
    { seat: 'white', dice: [1, 6], position: '1,6', toMove: 'white', at: 0 },
    { seat: 'white', move: 'pass', forced: true, swap: false, position: 'after pass', toMove: 'white', at: 0 },
    { seat: 'black', dice: [2], position: '2', toMove: 'black', at: 0 },
  ]);
  assert.equal(state.toMove, 'black');
});

test('a takeback takes the throws along that followed the move', () => {
  const accepted = { type: 'accepted', offer: 9, kind: 'takeback', position: '1,6', toMove: 'white', takenBack: 2 };
  const state = after(started, rolled('white', [1, 6]), moved('white', 'run'), rolled('black', [2]), accepted);
  assert.deepEqual(state.moves.map(({ dice }) => dice), [[1, 6]]);
});

test('an accepted takeback takes its moves off the list and shows the position before them', () => {
  const before = { position: 'before', toMove: 'black', takenBack: 2 };
  const accepted = { type: 'accepted', seat: 'white', offer: 4, kind: 'takeback', ...before };
  const state = after(started, moved('black', 'c3'), moved('white', 'c4'), offered(4, 'takeback', 'black'), accepted);
  assert.deepEqual(state.moves, []);
  assert.equal(state.position, 'before');
  assert.equal(state.toMove, 'black');
  assert.deepEqual(state.offers, []);
});

test('a move with which the players change seats takes names and points along, and taking it back brings them back', () => {
  const [ann, bob] = [{ name: 'Ann', connected: true }, { name: 'Bob', connected: true }];
  const win = { type: 'ended', winner: 'black', reason: 'five', line: [], points: 1 };
  const rematch = { ...started, seats: { black: ann, white: bob }, round: 2, swapped: false };
  const swap = { ...moved('white', 'swap'), seats: { black: bob, white: ann }, toMove: 'white' };
  const swapped = after(started, win, rematch, moved('black', 'c3'), swap);
  assert.deepEqual(swapped.seats, { black: bob, white: ann });
  assert.deepEqual(swapped.score, { black: NONE, white: ONE });
  assert.equal(swapped.moves.at(-1).swap, true);
  const back = { type: 'accepted', seat: 'white', offer: 7, kind: 'takeback', takenBack: 1, position: 'P', toMove: 'white' };
  const again = [offered(7, 'takeback', 'black'), { ...back, seats: { black: ann, white: bob } }];
  const state = after(started, win, rematch, moved('black', 'c3'), swap, ...again);
  assert.deepEqual(state.seats, { black: ann, white: bob });
  assert.deepEqual(state.score, { black: ONE, white: NONE });
  assert.equal(state.moves.length, 1);
});

test('a declined offer is off the table, the others stay', () => {
  const state = after(started, offered(2, 'draw', 'black'), offered(3, 'takeback', 'white'), {
    type: 'declined', seat: 'white', offer: 2, kind: 'draw',
  });
  assert.deepEqual(state.offers.map(({ kind }) => kind), ['takeback']);
});

test('an end gives the point, and a rematch with changed colours takes it along', () => {
  const won = after(started, moved('black', 'c3'), ended);
  assert.deepEqual(won.score, { black: ONE, white: NONE });
  assert.equal(won.toMove, null);
  const again = after(started, moved('black', 'c3'), ended, { ...started, round: 2, swapped: true });
  assert.deepEqual(again.score, { black: NONE, white: ONE });
  assert.deepEqual(again.moves, []);
  assert.equal(again.result, null);
});

test('a game that counts several points is one win', () => {
  const gammon = { ...ended, reason: 'gammon', points: 4 };
  assert.deepEqual(after(started, gammon).score, { black: { wins: 1, points: 4 }, white: NONE });
});

test('a draw gives no point', () => {
  const draw = { type: 'ended', winner: null, reason: 'agreement', line: [], points: 0 };
  assert.deepEqual(after(started, draw).score, { black: NONE, white: NONE });
});

test('a dropped player keeps the seat and is away until back', () => {
  const dropped = { type: 'dropped', seat: 'white' };
  assert.deepEqual(after(started, dropped).seats.white, { name: 'Bob', connected: false });
  assert.ok(isAway(after(started, dropped), 'white'));
  assert.ok(!isAway(after(started), 'white'));
  assert.ok(!isAway(UNKNOWN, 'white'));
  assert.deepEqual(after(started, dropped, { type: 'returned', seat: 'white' }).seats.white, seats.white);
});

test('who leaves before a game frees the seat, who leaves later is gone from it', () => {
  const seated = { type: 'seated', seat: 'black', name: 'Ann' };
  const left = { type: 'left', seat: 'black' };
  assert.equal(after(seated, left).seats.black, null);
  assert.deepEqual(after(started, ended, left).gone, ['black']);
  assert.equal(after(started, ended, left).seats.black.connected, false);
});

test('the timeline keeps the name that a seat had when it spoke', () => {
  const state = after(started, offered(2, 'draw', 'black'), {
    ...started, swapped: true, seats: { black: seats.white, white: seats.black },
  });
  assert.equal(state.timeline.find(({ type }) => type === 'offered').name, 'Ann');
});
