import type { Keywords } from './fitting-search.ts';
import type { Steps } from './pattern-steps.ts';
import { textsFor } from './pattern-text.ts';

/** What parsing a pattern counts. */
const patternSteps = 100;

/** How many texts of a form are tried, and the longest one. */
const [most, longest] = [60, 20_000];

/** Texts that may fit all these schemas, the plainest first. */
export function* fittingTexts(parts: readonly Keywords[], steps: Steps): Generator<string> {
  const all = (keyword: string): number[] =>
    parts.map((part) => part[keyword]).filter((value) => typeof value === 'number');
  const lengths = { least: Math.max(0, ...all('minLength')), most: Math.min(...all('maxLength')) };
  if (lengths.least > longest) return;
  const formats = parts.flatMap(({ format }) => (typeof format === 'string' ? (forms[format] ?? []) : []));
  for (const form of formats)
    for (let turn = 0; turn < most; turn += 1)
      yield form(turn, 'a'.repeat(filling(form(turn, ''), lengths.least)));
  for (const { pattern } of parts) {
    if (typeof pattern !== 'string') continue;
    steps.take(patternSteps);
    yield* textsFor(pattern, lengths);
  }
  for (let turn = 0; turn < most; turn += 1) yield word(turn, lengths);
}

function filling(text: string, least: number): number {
  return Math.max(0, least - text.length);
}

/** `string`, `string1` and so on, shortened from the left and extended as the length requires. */
function word(
  turn: number,
  { least, most: longestText }: { readonly least: number; readonly most: number },
): string {
  const text = turn === 0 ? 'string' : `string${turn.toString(36)}`;
  const short = turn === 0 ? text.slice(0, longestText) : text.slice(Math.max(0, text.length - longestText));
  return short.padEnd(least, 'a');
}

/** Texts of each format (JSON Schema Validation, section 7.3), with a filling where one can be longer. */
const forms: Readonly<Record<string, (turn: number, filling: string) => string>> = {
  'date-time': (turn) => `20${10 + turn}-01-12T00:00:00Z`,
  date: (turn) => `20${10 + turn}-01-12`,
  time: (turn) => `00:00:${10 + (turn % 50)}Z`,
  'iso-time': (turn) => `00:00:${10 + (turn % 50)}`,
  'iso-date-time': (turn) => `20${10 + turn}-01-12T00:00:00`,
  duration: (turn) => `P${turn + 1}D`,
  email: (turn, filling) => `a${filling}${turn || ''}@b.example`,
  hostname: (turn, filling) =>
    `a${turn || ''}.${filling.replace(/.{50}(?=.)/g, '$&.')}${filling && '.'}example`,
  ipv4: (turn) => `192.0.2.${turn + 1}`,
  ipv6: (turn) => `2001:db8::${turn + 1}`,
  uri: (turn, filling) => `https://a.example/${turn || ''}${filling}`,
  url: (turn, filling) => `https://a.example/${turn || ''}${filling}`,
  'uri-reference': (turn, filling) => `/${turn || ''}${filling}`,
  'uri-template': (turn, filling) => `/${turn || ''}${filling}`,
  'json-pointer': (turn, filling) => `/${turn || ''}${filling}`,
  'json-pointer-uri-fragment': (turn, filling) => `#/${turn || ''}${filling}`,
  'relative-json-pointer': (turn, filling) => `${turn}/${filling}`,
  regex: (turn, filling) => `a${turn || ''}${filling}`,
  uuid: (turn) => `00000000-0000-4000-8000-0000000000${10 + turn}`,
  byte: (turn, filling) => Buffer.from(`a${turn || ''}${filling}`.padEnd(3, 'a')).toString('base64'),
};
