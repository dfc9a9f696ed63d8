import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { LANGUAGES, chooseLanguage, t, useLanguage } from '../../main/webapp/i18n/index.js';
import { FOLDERS, WEBAPP, addGameTexts, textsOf } from './texts.js';

await addGameTexts();
/** @type {(text: string) => string[]} */
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

for (const folder of FOLDERS) {
  test(`every language has the same keys in ${folder}, in the same order`, async () => {
    const { en, ...others } = await textsOf(folder);
    for (const texts of Object.values(others)) {
      assert.deepEqual(Object.keys(texts), Object.keys(en));
    }
  });
}

test('no two games, and no game and the page, have a text of the same key', async () => {
  const keys = (await Promise.all(FOLDERS.map(textsOf))).flatMap(({ en }) => Object.keys(en));
  assert.deepEqual(keys.filter((key, index) => keys.indexOf(key) !== index), []);
});

test('every translation has the placeholders of the original, and is not empty', () => {
  for (const [key, text] of Object.entries(LANGUAGES.en)) {
    for (const texts of Object.values(LANGUAGES)) {
      assert.notEqual(texts[key], '', key);
      // A language may leave out what goes without saying, but may not ask for what is not given.
      assert.ok(placeholders(texts[key]).every((name) => placeholders(text).includes(name)), key);
    }
  }
});

test('every text that the page names exists', () => {
  const sources = readdirSync(WEBAPP, { recursive: true, encoding: 'utf8' }).filter((name) => /^(?!i18n).*\.js$/.test(name) && !/(en|zh)\.js$/.test(name));
  const named = sources.flatMap((name) =>
    [...readFileSync(new URL(name, WEBAPP), 'utf8').matchAll(/\bt\('([^']+)'/g)].map(([, key]) => key),
  );
  assert.ok(named.length > 40);
  assert.deepEqual(named.filter((key) => !Object.hasOwn(LANGUAGES.en, key)), []);
});

test('every reason of a refusal that the protocol lists has a text in every language', () => {
  const page = readFileSync(new URL('../../site/markdown/protocol.md', import.meta.url), 'utf8');
  const table = page.split('### Reasons of a refusal')[1].split('\n## ')[0];
  const cells = [...table.matchAll(/^\|([^|]+)\|/gm)].map(([, cell]) => cell);
  const reasons = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  assert.ok(reasons.length > 15);
  for (const texts of Object.values(LANGUAGES)) {
    assert.deepEqual(reasons.filter((reason) => !Object.hasOwn(texts, `refused.${reason}`)), []);
  }
});

test('every reason of a result that the protocol lists has a text in every language', () => {
  const page = readFileSync(new URL('../../site/markdown/protocol.md', import.meta.url), 'utf8');
  const [, list] = page.split(/Reasons: |\. `line`/);
  const reasons = [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  assert.ok(reasons.length > 5);
  for (const texts of Object.values(LANGUAGES)) {
    assert.deepEqual(reasons.filter((reason) => !Object.hasOwn(texts, `result.${reason}`)), []);
  }
});

test('the remembered language wins, then the first one that there is', () => {
  assert.equal(chooseLanguage('zh', ['en-US']), 'zh');
  assert.equal(chooseLanguage(null, ['fr-FR', 'zh-CN', 'en']), 'zh');
  assert.equal(chooseLanguage(null, ['fr-FR']), 'en');
  assert.equal(chooseLanguage('tlh', []), 'en');
});

test('a text takes its values, and an unknown key shows itself', () => {
  useLanguage('en');
  assert.equal(t('event.said', { name: 'Ann', text: '{hi}' }), 'Ann: {hi}');
  assert.equal(t('result.by-magic'), 'result.by-magic');
});
