import type { CaseResult } from '../../model/run-result.ts';
import { classOfText } from '../../model/value-class.ts';
import { type FoundDifference, presenceDifference, type RegionResponses, toPresence } from './presence.ts';

/** Headers that belong to the connection, to a proxy or CDN, or to one body or moment. */
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

/** With fewer responses it may be chance that all have the same value. */
const minResponses = 2;

/** Headers that are always there in one region and never in another, or that have another value in each response. */
export function headerDifferences(
  regions: RegionResponses,
  baseUrls: Readonly<Record<string, string>>,
): FoundDifference[] {
  const all = regions.flatMap(({ responses }) => responses);
  const names = new Set(all.flatMap(({ headers }) => Object.keys(headers ?? {})));
  return [...names]
    .filter((name) => !incomparable.test(name))
    .toSorted()
    .flatMap((name) => headerDifference(name, regions) ?? valueDifference(name, regions, baseUrls) ?? []);
}

function headerDifference(name: string, regions: RegionResponses): FoundDifference | undefined {
  if (name === contentType) return undefined;
  const byRegion = regions.map(({ region, responses }) => {
    const having = responses.filter(({ headers }) => headers?.[name] !== undefined).length;
    return [region, toPresence(having, responses.length)] as const;
  });
  return presenceDifference('header', name, byRegion);
}

function valueDifference(
  name: string,
  regions: RegionResponses,
  baseUrls: Readonly<Record<string, string>>,
): FoundDifference | undefined {
  const common = regions.flatMap(({ region, responses }) => {
    const value = commonValue(name, responses);
    return value === undefined || isData(value) ? [] : [[region, value] as const];
  });
  const neutral = new Set(common.map(([region, value]) => withoutNames(value, region, baseUrls[region])));
  if (common.length < regions.length || neutral.size < 2) return undefined;
  return { what: 'header', where: name, regions: Object.fromEntries(common) };
}

/** The value that the header has in all responses. */
function commonValue(name: string, responses: readonly CaseResult[]): string | undefined {
  const [first, ...others] = new Set(responses.map((response) => comparable(name, response)));
  return others.length === 0 && responses.length >= minResponses ? first : undefined;
}

/** The media type itself is compared case by case, so only its parameters are compared here. */
function comparable(name: string, { headers }: CaseResult): string | undefined {
  const value = headers?.[name];
  if (name !== contentType || value === undefined) return value;
  return value.split(';').slice(1).join(';').trim() || 'no parameters';
}

/** Numbers, times and ids differ from response to response. */
function isData(value: string): boolean {
  const text = value.trim();
  const id = /^(?=.*\d)[\w-]{16,}$/.test(text);
  const date = /^\w{3}, \d\d \w{3} \d{4} /.test(text);
  return id || date || /^[\d.,:;\s-]*$/.test(text) || !['text', 'URL'].includes(classOfText(text));
}

/** The value without the region's name and host, and without names like `eu-west-1`. All URLs count as the same. */
function withoutNames(value: string, region: string, baseUrl = ''): string {
  if (classOfText(value) === 'URL') return 'a URL';
  const host = baseUrl.replace(/^\w+:\/\//, '').split('/')[0] ?? '';
  const hostless = host === '' ? value : value.replaceAll(host, '*');
  const word = region.replace(/[^\w]/g, '\\$&');
  return hostless
    .replace(/(?<![a-z0-9])[a-z]{2}-[a-z]+-\d(?![a-z0-9])/gi, '*')
    .replace(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, 'gi'), '*');
}
