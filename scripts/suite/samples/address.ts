import type { Url } from '../postman/format.ts';
import { mapTexts, type Part, type ToParts } from './parts.ts';

type Pair = { readonly key: string; readonly value: readonly Part[] };

/** A URL of Postman's, percent-encoded. */
export function toAddress({ host, path, query, variable }: Url, toParts: ToParts): Part[] {
  const values = new Map(variable.map(({ key, value }) => [`:${key}`, value]));
  const segments = path.flatMap((segment) => [
    '/',
    ...mapTexts(toParts(values.get(segment) ?? segment), encodeRest),
  ]);
  // Decoded only once the variables are found: `%7B` is there so that none is.
  const pairs = query.map(({ key, value }) => ({
    key: key.replaceAll('%7B', '{'),
    value: mapTexts(toParts(value), decodeURIComponent),
  }));
  return [
    ...toParts(host.join('.')),
    ...(segments.length === 0 ? ['/'] : segments),
    ...(pairs.length === 0 ? [] : ['?', ...toForm(pairs)]),
  ];
}

/** Pairs as a query or a form has them. */
export function toForm(pairs: readonly Pair[]): Part[] {
  return pairs.flatMap(({ key, value }, index) => [
    `${index === 0 ? '' : '&'}${encode(key)}=`,
    ...mapTexts(value, encode),
  ]);
}

/** What may stand in a query as it is stays readable (RFC 3986, section 3.4). */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|2F|3A|40)/g, decodeURIComponent);
}

/** What is written in the description's path stands in the URL as it is, unless it can't. */
function encodeRest(text: string): string {
  return text.replace(/[^\x21-\x7e]|["<>\\^`{|}[\]#?]/gu, encodeURIComponent);
}
