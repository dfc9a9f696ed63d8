import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Draft } from '../../main/webapp/games/backgammon/draft.js';
import { BAR, OFF, facing, readCheckers, readPlay } from '../../main/webapp/games/backgammon/notation.js';
import { DiceRoll, playOut } from '../../main/webapp/games/backgammon/steps.js';
import { readJsonLines } from './fixtures.js';

/**
 * @import { Board, Stage } from '../../main/webapp/games/backgammon/steps.js'
 * @import { RecordedTurn } from './types.d.ts'
 */

/**
 * Positions with dice and the positions after every legal play.
 *
 * @type {RecordedTurn[]}
 */
const RECORDED = readJsonLines(new URL('../resources/org/parlor/game/backgammon/backgammon_moves.jsonl', import.meta.url));

/**
 * How the server spells these plays.
 *
 * @type {{id: string, moves: string[]}[]}
 */
const PLAYS = readJsonLines(new URL('fixtures/backgammon-plays.jsonl', import.meta.url));
const SPELLED = new Map(PLAYS.map(({ id, moves }) => [id, moves]));

const spelled = (/** @type {RecordedTurn} */ { id }) => SPELLED.get(id) ?? [];

/** @type {(positionId: string) => Board} */
function boardFrom(positionId) {
  const [waiting, rolling] = readCheckers(positionId);
  return { mine: rolling, theirs: rolling.map((_, point) => waiting[facing(point)]) };
}

/** @type {(board: Board) => string} */
const keyOf = ({ mine, theirs }) => `${mine.join()}|${theirs.join()}`;

/** @param {RecordedTurn} turn */
const rollFor = (turn) => new DiceRoll(boardFrom(turn.position_id), turn.dice, spelled(turn));

/**
 * Every stage that single steps can lead to.
 *
 * @param {DiceRoll} thrown
 * @param {Stage} [stage]
 * @param {Set<string>} [seen]
 * @returns {Generator<Stage>}
 */
function* stages(thrown, stage = thrown.start, seen = new Set()) {
  const key = `${keyOf(stage)}|${stage.left.join()}`;
  if (!seen.has(key)) {
    seen.add(key);
    yield stage;
    for (const step of thrown.next(stage)) {
      yield* stages(thrown, thrown.take(stage, step), seen);
    }
  }
}

/** @type {(thrown: DiceRoll, stage?: Stage) => string[]} */
const steps = (thrown, stage = thrown.start) => thrown.next(stage).map(({ from, to }) => `${from}/${to}`).sort();

const START = boardFrom('4HPwATDgc/ABMA');

/** @type {(points: Record<number, number>) => number[]} */
const count = (points) => Array.from({ length: BAR + 1 }, (_, point) => points[point] ?? 0);

test('a spelled play leads where the recorded position is', () => {
  for (const line of RECORDED.filter((each) => spelled(each).length > 0)) {
    const board = boardFrom(line.position_id);
    const reached = spelled(line).map((move) => keyOf(playOut(board, readPlay(move) ?? [])));
    assert.deepEqual(reached.sort(), line.results.map((result) => keyOf(boardFrom(result))).sort(), line.id);
  }
});

test('single steps reach every legal play, and nothing else', () => {
  for (const line of RECORDED) {
    const thrown = rollFor(line);
    const made = [...stages(thrown)].map((stage) => thrown.play(stage)).filter((move) => move !== null);
    assert.deepEqual([...new Set(made)].sort(), [...spelled(line)].sort(), line.id);
  }
});

test('no step leads into a dead end', () => {
  for (const line of RECORDED.filter((each) => spelled(each).length > 0)) {
    const thrown = rollFor(line);
    for (const stage of stages(thrown)) {
      assert.ok(thrown.next(stage).length > 0 || thrown.play(stage) !== null, line.id);
    }
  }
});

test('the two steps of a play come in either order', () => {
  const thrown = new DiceRoll(START, [3, 1], ['8/5 6/5', '13/9']);
  assert.deepEqual(steps(thrown), ['13/10', '6/5', '8/5']);
  const [fromSix] = thrown.next(thrown.start).filter(({ from }) => from === 6);
  const six = thrown.take(thrown.start, fromSix);
  assert.deepEqual(steps(thrown, six), ['8/5']);
  const both = thrown.take(six, thrown.next(six)[0]);
  assert.equal(thrown.play(both), '8/5 6/5');
  assert.deepEqual(both.left, []);
});

test('a play that is half made is none', () => {
  const thrown = new DiceRoll(START, [3, 1], ['8/5 6/5']);
  assert.equal(thrown.play(thrown.start), null);
});

test('a doublet is four steps', () => {
  const thrown = new DiceRoll(START, [6, 6], ['24/18(2) 13/7(2)']);
  assert.deepEqual(thrown.start.left, [6, 6, 6, 6]);
  assert.deepEqual(steps(thrown), ['13/7', '24/18']);
});

test('one checker can be carried as far as the dice go, without a hit if there is a way', () => {
  const board = { mine: count({ 24: 1 }), theirs: count({ 18: 1 }) };
  const thrown = new DiceRoll(board, [6, 4], ['24/14', '24/18*/14']);
  const targets = thrown.targets(thrown.start, 24);
  assert.deepEqual([...targets.keys()].sort(), [14, 18, 20]);
  assert.deepEqual(targets.get(14)?.map(({ to, hit }) => [to, hit]), [[20, false], [14, false]]);
  assert.equal(targets.get(18)?.at(-1)?.hit, true);
});

test('a checker that is hit goes to the bar', () => {
  const board = { mine: count({ 8: 1 }), theirs: count({ 5: 1 }) };
  const thrown = new DiceRoll(board, [3, 3], ['8/5*']);
  const hit = thrown.take(thrown.start, thrown.next(thrown.start)[0]);
  assert.equal(hit.theirs[OFF], 1);
  assert.equal(hit.theirs[5], 0);
  assert.equal(thrown.play(hit), '8/5*');
});

test('moves without checkers leave nothing to be moved', () => {
  assert.equal(new DiceRoll(START, [], ['roll', 'double']).open, false);
  assert.equal(new DiceRoll(START, [6, 6], ['pass']).open, false);
});

test('a draft takes checkers up and down again, and steps back', () => {
  const draft = new Draft(new DiceRoll(START, [3, 1], ['8/5 6/5']));
  assert.deepEqual([...draft.movable], [6, 8]);
  assert.equal(draft.pick(13), draft);
  const picked = draft.pick(8);
  assert.deepEqual([...picked.goals.keys()], [5]);
  assert.equal(picked.pick(null).picked, null);
  const made = picked.put(5).pick(6).put(5);
  assert.equal(made.made, '8/5 6/5');
  assert.equal(made.undo().made, null);
  assert.deepEqual([...made.undo().movable], [6]);
  assert.equal(made.undo().undo().started, false);
});
