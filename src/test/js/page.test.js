import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parseJson } from '../../main/webapp/room/json.js';
import { WEBAPP } from './texts.js';

const page = readFileSync(new URL('index.html', WEBAPP), 'utf8');

test('the page runs the versions of Lit whose types it is checked against', () => {
  const named = [...page.matchAll(/"((?:@lit\/)?[a-z-]+)": "\.\/_static\/[a-z-]+\/([\d.]+)\//g)];
  const versions = Object.fromEntries(named.map(([, name, version]) => [name, version]));
  assert.deepEqual(Object.keys(versions).sort(), ['@lit/reactive-element', 'lit', 'lit-html']);
  const { packages } = /** @type {{packages: Record<string, {version: string}>}} */ (
    parseJson(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'))
  );
  for (const [name, version] of Object.entries(versions)) {
    assert.equal(packages[`node_modules/${name}`].version, version, name);
  }
});

/** What the modules of a folder import, each by its folder. */
function importsOf(/** @type {string} */ folder) {
  const files = readdirSync(new URL(folder, WEBAPP)).filter((name) => name.endsWith('.js'));
  assert.ok(files.length > 0);
  const sources = files.map((name) => readFileSync(new URL(`${folder}/${name}`, WEBAPP), 'utf8'));
  const paths = sources.flatMap((text) => [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, path]) => path));
  return [...new Set(paths.map((path) => (path.startsWith('./') ? folder : path.split('/').slice(0, 2).join('/'))))].sort();
}

test('a room knows no page and no game, and texts know nothing', () => {
  assert.deepEqual(importsOf('room'), ['../protocol', 'room']);
  assert.deepEqual(importsOf('i18n'), ['i18n']);
});
