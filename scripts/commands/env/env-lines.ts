import { isDeepStrictEqual, parseEnv } from 'node:util';
import { UsageError } from '../../base/usage-error.ts';
import type { Values } from '../../config/values.ts';

/**
 * The text of a `.env` in which these variables have these values, and every other line is unchanged.
 * @throws UsageError if reading the text back would give other values
 */
export function setEnvValues(before: string, values: Values): string {
  const names = Object.keys(values);
  const written = new Set<string>();
  const kept = before.split('\n').flatMap((line) => {
    const name = names.find((one) => new RegExp(`^\\s*(export\\s+)?${one}\\s*=`).test(line));
    if (name === undefined) return [line];
    if (written.has(name)) return [];
    written.add(name);
    return [toLine(name, values[name] ?? '')];
  });
  const missing = names.filter((name) => !written.has(name)).map((name) => toLine(name, values[name] ?? ''));
  const text = missing.length === 0 ? kept.join('\n') : append(kept.join('\n'), missing);
  const there = parseEnv(before);
  // Only the first line of a multi-line value would be replaced.
  const isLong = names.some((name) => there[name]?.includes('\n'));
  if (isLong || !isDeepStrictEqual({ ...parseEnv(text) }, { ...there, ...values })) {
    throw new UsageError(
      'The values can not be written to .env so that they are read back unchanged. Nothing was written: edit .env by hand.',
    );
  }
  return text;
}

/** Appends the lines after an empty one. */
function append(text: string, lines: readonly string[]): string {
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return [text, end, text === '' ? '' : '\n', lines.join('\n'), '\n'].join('');
}

/** In quotes if a character would end the value or begin a comment. */
function toLine(name: string, value: string): string {
  if (/^[\w.~+/=:-]*$/.test(value)) return `${name}=${value}`;
  const quote = ["'", '"', '`'].find((one) => !value.includes(one)) ?? '"';
  return `${name}=${quote}${value}${quote}`;
}
