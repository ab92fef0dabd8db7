import type { CaseResult } from '../../model/run-result.ts';
import { classOfText } from '../../model/value-class.ts';
import type { FoundDifference, Sides } from './sides.ts';

/** Headers that belong to the connection, to what stands between, or to this one body or moment. */
const incomparable = new RegExp(
  `^(${[
    ...['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'vary'],
    ...['trailer', 'upgrade', 'te', 'proxy-.*', 'via', 'server-timing', 'alt-svc', 'nel', 'report-to'],
    ...['date', 'age', 'etag', 'last-modified', 'expires', 'set-cookie', 'link', 'location'],
    ...['x-envoy-.*', 'x-varnish', 'x-akamai-.*', 'x-azure-.*', 'x-fastly-.*', 'traceparent', 'tracestate'],
    ...['content-location', 'cf-.*', 'x-cache.*', 'x-amz.*', 'x-served-by', 'x-timer', 'server'],
  ].join('|')})$`,
);

const contentType = 'content-type';

/** Answers that must have the same value before it is taken for the region's own. */
const enough = 2;

/** Headers that all answers of one region have and none of another, or that have another value in all of them. */
export function headerDifferences(
  sides: Sides,
  baseUrls: Readonly<Record<string, string>>,
): FoundDifference[] {
  const names = new Set(
    sides.flatMap(({ answers }) => answers.flatMap(({ headers }) => Object.keys(headers ?? {}))),
  );
  return [...names]
    .filter((name) => !incomparable.test(name))
    .toSorted()
    .flatMap((name) => presence(name, sides) ?? values(name, sides, baseUrls) ?? []);
}

function presence(name: string, sides: Sides): FoundDifference | undefined {
  if (name === contentType) return undefined;
  const words = sides.map(({ region, answers }) => [region, howOften(name, answers)] as const);
  const all = words.map(([, word]) => word);
  if (!all.includes('always there') || !all.includes('never there')) return undefined;
  return { what: 'header', where: name, regions: Object.fromEntries(words) };
}

function howOften(name: string, answers: readonly CaseResult[]): string {
  const having = answers.filter(({ headers }) => headers?.[name] !== undefined).length;
  if (having === 0) return 'never there';
  return having === answers.length ? 'always there' : 'there at times';
}

function values(
  name: string,
  sides: Sides,
  baseUrls: Readonly<Record<string, string>>,
): FoundDifference | undefined {
  const own = sides.flatMap(({ region, answers }) => {
    const value = commonValue(name, answers);
    return value === undefined || isData(value) ? [] : [{ region, value }];
  });
  const neutral = own.map(({ region, value }) => withoutNames(value, region, baseUrls[region]));
  if (own.length < sides.length || new Set(neutral).size < 2) return undefined;
  const regions = Object.fromEntries(own.map(({ region, value }) => [region, value] as const));
  return { what: 'header', where: name, regions };
}

/** The value that it has in all of them. */
function commonValue(name: string, answers: readonly CaseResult[]): string | undefined {
  const [first, ...others] = new Set(answers.map((answer) => comparable(name, answer)));
  return others.length === 0 && answers.length >= enough ? first : undefined;
}

/** Media types are compared case by case; here the rest of them. */
function comparable(name: string, { headers }: CaseResult): string | undefined {
  const value = headers?.[name];
  if (name !== contentType || value === undefined) return value;
  return value.split(';').slice(1).join(';').trim() || 'no parameters';
}

/** Numbers, times and ids differ by nature. */
function isData(value: string): boolean {
  const text = value.trim();
  const id = /^(?=.*\d)[\w-]{16,}$/.test(text);
  const date = /^\w{3}, \d\d \w{3} \d{4} /.test(text);
  return id || date || /^[\d.,:;\s-]*$/.test(text) || !['text', 'URL'].includes(classOfText(text));
}

/** The value without the region's own name and host and such names as `eu-west-1`; all URLs are alike. */
function withoutNames(value: string, region: string, baseUrl = ''): string {
  if (classOfText(value) === 'URL') return 'a URL';
  const host = baseUrl.replace(/^\w+:\/\//, '').split('/')[0] ?? '';
  const hostless = host === '' ? value : value.replaceAll(host, '*');
  const word = region.replace(/[^\w]/g, '\\$&');
  return hostless
    .replace(/(?<![a-z0-9])[a-z]{2}-[a-z]+-\d(?![a-z0-9])/gi, '*')
    .replace(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, 'gi'), '*');
}
