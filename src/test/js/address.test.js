import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRoomName, pageAddress, readRoomName, socketAddress } from '../../main/webapp/room/address.js';
import { roomName } from '../../main/webapp/room/names.js';

test('a room’s WebSocket is beside the page, under any context path', () => {
  assert.equal(
    socketAddress('http://localhost:8080/games/?room=r&game=gomoku&size=15'),
    'ws://localhost:8080/games/rooms/r?game=gomoku&size=15',
  );
  assert.equal(socketAddress('https://example.org/index.html?room=r'), 'wss://example.org/rooms/r');
});

test('a start position reaches the server as it was given', () => {
  const page = pageAddress('http://localhost/', 'r', { game: 'gomoku', position: '5/5/2x2/5/5 w' });
  assert.equal(new URL(socketAddress(page)).searchParams.get('position'), '5/5/2x2/5/5 w');
});

test('a page’s address leaves out what is not chosen', () => {
  const address = pageAddress('http://localhost/a/index.html?x=1#y', 'r', { position: null });
  assert.equal(address, 'http://localhost/a/?room=r');
});

test('a room is found by its name or by its link', () => {
  assert.equal(readRoomName(' quiet-maple-427 '), 'quiet-maple-427');
  assert.equal(readRoomName('https://example.org/p/?room=r_1&size=15'), 'r_1');
  assert.equal(readRoomName('https://example.org/p/'), null);
  assert.equal(readRoomName('two words'), null);
  assert.equal(readRoomName(''), null);
});

test('every made-up name is a room’s name', () => {
  for (const chance of [0, 0.25, 0.5, 0.75, 0.999999]) {
    assert.ok(isRoomName(roomName(() => chance)));
  }
});
