import { isDeepStrictEqual, parseEnv } from 'node:util';
import { UsageError } from '../../base/usage-error.ts';
import type { Values } from '../../config/values.ts';

/**
 * The text of a `.env` in which these variables have these values, and every other line is as it was.
 * @throws UsageError where a value, or what stands there, can't be written so that it is read the same
 */
export function withValues(before: string, values: Values): string {
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
  // Of a value on several lines only the first would be replaced.
  const isLong = names.some((name) => there[name]?.includes('\n'));
  if (isLong || !isDeepStrictEqual({ ...parseEnv(text) }, { ...there, ...values })) {
    throw new UsageError(
      'The values can not be written into .env so that they are read the same. Nothing was written: do it by hand.',
    );
  }
  return text;
}

/** After an empty line. */
function append(text: string, lines: readonly string[]): string {
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return [text, end, text === '' ? '' : '\n', lines.join('\n'), '\n'].join('');
}

/** In quotes where one of its signs would end the value, or begin a comment. */
function toLine(name: string, value: string): string {
  if (/^[\w.~+/=:-]*$/.test(value)) return `${name}=${value}`;
  const quote = ["'", '"', '`'].find((one) => !value.includes(one)) ?? '"';
  return `${name}=${quote}${value}${quote}`;
}
