import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { WEBAPP } from './texts.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(path, WEBAPP), 'utf8');
const entries = readdirSync(new URL('games', WEBAPP), { recursive: true, withFileTypes: true });
const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

test('every game has its view, its board and its texts in one folder, and stands in the list of games', () => {
  const list = read('games/index.js');
  assert.ok(folders.length > 2);
  for (const game of folders) {
    assert.ok(list.includes(`from './${game}/index.js'`), game);
    for (const file of ['index.js', 'board.js', 'board.css', 'en.js', 'zh.js']) {
      assert.ok(read(`games/${game}/${file}`).length > 0, `${game}/${file}`);
    }
  }
});

test('every style of a game is on the page, once', () => {
  const styles = folders.flatMap((game) =>
    readdirSync(new URL(`games/${game}`, WEBAPP)).filter((file) => file.endsWith('.css')).map((file) => `${game}/${file}`),
  );
  const named = [...read('games/index.css').matchAll(/@import '([^']+)';/g)].map(([, path]) => path);
  assert.deepEqual(named.sort(), styles.sort());
  assert.match(read('index.html'), /<link rel="stylesheet" href="games\/index.css">/);
});
