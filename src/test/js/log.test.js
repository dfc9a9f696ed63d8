import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EMPTY, receive } from '../../main/webapp/room/log.js';
import { EMPTY_BOARD, moved, seated, seats, started, withPlace } from './events.js';

/**
 * @import { EventBase, EventFrame, ServerFrame, WelcomeFrame } from '../../main/webapp/protocol/frames.d.ts'
 * @import { Log } from '../../main/webapp/room/log.js'
 * @import { Happening } from './types.d.ts'
 */

/** @type {(seq: number, more?: Partial<WelcomeFrame>) => WelcomeFrame} */
const welcome = (seq, more = {}) => ({
  type: 'welcome', protocol: 'parlor.v1', room: 'r', game: 'gomoku', options: { rule: 'freestyle', size: '5' }, seq,
  status: 'waiting', position: EMPTY_BOARD, toMove: 'black', seats: { black: null, white: null }, clock: null, ...more,
});

/** @type {Happening[]} */
const EVENTS = [
  seated('black', 'Ann'),
  seated('white', 'Bob'),
  started(),
  moved('black', 'c3'),
  { ...moved('white', 'a1'), toMove: 'black' },
  { type: 'said', seat: null, name: null, text: 'hello' },
];
const GAME = EVENTS.map((event, index) => withPlace(event, index + 1, 1_731_000_000_000 + index));
const FIRST = 'after c3';
const SECOND = 'after a1';

/** @type {(frames: (ServerFrame | EventBase)[], log?: Log) => Log} */
const follow = (frames, log = EMPTY) => frames.reduce((now, frame) => receive(now, frame).log, log);
/** @param {Log} log */
const moves = (log) => log.shown.moves.map(({ move }) => move);

/**
 * Every order of a few things.
 *
 * @type {(things: EventFrame[]) => EventFrame[][]}
 */
function orders(things) {
  return things.length < 2
    ? [things]
    : things.flatMap((first, index) => orders(things.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

describe('order', () => {
  test('events make the same room in whatever order they arrive', () => {
    const expected = follow([welcome(0), ...GAME]);
    for (const order of orders(GAME.slice(1))) {
      assert.deepEqual(follow([welcome(0), GAME[0], ...order]), expected);
    }
  });

  test('an event that arrives again changes nothing', () => {
    const once = follow([welcome(0), ...GAME]);
    assert.deepEqual(follow([...GAME, GAME[3]], once), once);
    assert.deepEqual(moves(once), ['c3', 'a1']);
  });

  test('a live event that overtakes the catch-up waits for it, and is applied once', () => {
    const live = { ...GAME[4] };
    const log = follow([welcome(4, { status: 'playing', seats, position: FIRST, toMove: 'white' }), live]);
    assert.deepEqual(moves(log), []);
    assert.deepEqual(moves(follow(GAME.slice(0, 5), log)), ['c3', 'a1']);
  });

  test('an event of an unknown kind counts, and changes nothing else', () => {
    const before = follow([welcome(0), GAME[0]]);
    const after = follow([{ type: 'applauded', seq: 2, at: 1 }], before);
    assert.deepEqual(after.state, { ...before.state, seq: 2 });
  });

  test('an ack, which has a seq as well, is no event', () => {
    const log = follow([welcome(0)]);
    assert.deepEqual(follow([{ type: 'ack', id: '1', seq: 1 }], log), log);
  });
});

describe('the welcome', () => {
  const playing = welcome(5, { status: 'playing', seats, position: SECOND, toMove: 'black' });

  test('shows the room at once, before its log is known', () => {
    const { shown, state } = follow([playing]);
    assert.equal(shown.position, SECOND);
    assert.equal(shown.status, 'playing');
    assert.equal(state.seq, 0);
  });

  test('stays on show until the log has caught up with it', () => {
    assert.equal(follow([playing, ...GAME.slice(0, 3)]).shown.position, SECOND);
    assert.deepEqual(moves(follow([playing, ...GAME.slice(0, 5)])), ['c3', 'a1']);
  });

  test('knows better than the log who is connected', () => {
    const away = { ...seats, white: { name: 'Bob', connected: false } };
    assert.equal(follow([{ ...playing, seats: away }, ...GAME.slice(0, 5)]).shown.seats.white?.connected, false);
  });

  test('of a shorter log means that the room was opened anew', () => {
    const log = follow([welcome(0)], follow([welcome(0), ...GAME]));
    assert.equal(log.state.seq, 0);
    assert.deepEqual(moves(log), []);
  });
});

describe('news', () => {
  test('what happened before the welcome is no news; what comes after it is', () => {
    let log = follow([welcome(4, { status: 'playing', seats, position: FIRST, toMove: 'white' })]);
    /** @type {number[]} */
    const news = [];
    for (const event of GAME) {
      const step = receive(log, event);
      news.push(...step.fresh.map(({ seq }) => seq));
      log = step.log;
    }
    assert.deepEqual(news, [5, 6]);
  });

  test('news carries the name of its player', () => {
    const { fresh } = receive(follow([welcome(0), ...GAME.slice(0, 3)]), GAME[3]);
    assert.equal(fresh[0].name, 'Ann');
  });
});
