import en from './en.js';
import zh from './zh.js';

/**
 * The words of the page in the language of its reader.
 *
 * @typedef {'en' | 'zh'} Language
 * @typedef {Record<string, string>} Texts by their keys
 */

/**
 * Every text of every language. Those of a game come along with the game.
 *
 * @type {Record<Language, Texts>}
 */
export const LANGUAGES = { en: { ...en }, zh: { ...zh } };

/** What `<html lang>` says for each language. */
const TAGS = { en: 'en', zh: 'zh-Hans' };

/** @type {Language} */
let current = 'en';

/** Fires `change` when the language does. */
export const languageChanges = new EventTarget();

/** @type {(text: string) => text is Language} */
const isLanguage = (text) => Object.hasOwn(LANGUAGES, text);

/**
 * Chooses a language: the remembered one, else the first of the reader's languages that there is.
 *
 * @param {string | null} remembered
 * @param {readonly string[]} preferred such as `navigator.languages`
 */
export function chooseLanguage(remembered, preferred) {
  const wanted = [remembered ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find(isLanguage) ?? 'en';
}

export const language = () => current;

export const languageTag = () => TAGS[current];

/** @param {Language} chosen */
export function useLanguage(chosen) {
  current = chosen;
  languageChanges.dispatchEvent(new Event('change'));
}

/**
 * Adds the texts of a game.
 *
 * @param {Record<Language, Texts>} texts
 */
export function addTexts(texts) {
  Object.assign(LANGUAGES.en, texts.en);
  Object.assign(LANGUAGES.zh, texts.zh);
}

/** @param {string} key */
export const hasText = (key) => Object.hasOwn(LANGUAGES[current], key);

/**
 * A text in the current language; the key itself if a newer server speaks of something that has no text here.
 *
 * @param {string} key
 * @param {Record<string, string | number | null | undefined>} [values] for the text's {placeholders}
 */
export function t(key, values = {}) {
  return (LANGUAGES[current][key] ?? key).replace(/\{(\w+)\}/g, (_, /** @type {string} */ name) => String(values[name]));
}
