import en from './en.js';
import zh from './zh.js';

/** The words of the page in the language of its reader. */

/** Every text of every language, by its key. Those of a game come along with the game. */
export const LANGUAGES = { en: { ...en }, zh: { ...zh } };

/** What `<html lang>` says for each language. */
const TAGS = { en: 'en', zh: 'zh-Hans' };

let current = 'en';

/** Fires `change` when the language does. */
export const languageChanges = new EventTarget();

/**
 * Chooses a language: the remembered one, else the first of the reader's languages that there is.
 *
 * @param {string | null} remembered
 * @param {readonly string[]} preferred such as `navigator.languages`
 */
export function chooseLanguage(remembered, preferred) {
  const wanted = [remembered ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find((language) => Object.hasOwn(LANGUAGES, language)) ?? 'en';
}

export const language = () => current;

export const languageTag = () => TAGS[current];

export function useLanguage(chosen) {
  current = chosen;
  languageChanges.dispatchEvent(new Event('change'));
}

export const hasText = (key) => Object.hasOwn(LANGUAGES[current], key);

/**
 * Adds the texts of a game.
 *
 * @param {Record<keyof typeof LANGUAGES, Record<string, string>>} texts
 */
export function addTexts(texts) {
  Object.assign(LANGUAGES.en, texts.en);
  Object.assign(LANGUAGES.zh, texts.zh);
}

/**
 * A text in the current language; the key itself if a newer server speaks of something that has no text here.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [values] for the text's {placeholders}
 */
export function t(key, values = {}) {
  return (LANGUAGES[current][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
