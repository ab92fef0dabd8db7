/** The type and subtype of a media type, without parameters, in lower case (RFC 9110, section 8.3.1). */
export function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Whether a media type is JSON: `application/json`, or any type with the suffix `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?json$/.test(essence(mediaType));
}

/** Whether a media type is XML: `application/xml`, `text/xml`, or any type with the suffix `+xml` (RFC 7303). */
export function isXml(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+)?xml$/.test(essence(mediaType));
}

/** Whether a media type is YAML, which includes JSON (RFC 9512, section 3). */
export function isYaml(mediaType: string): boolean {
  return /^[^/]+\/(?:[^/]+\+|x-)?yaml$/.test(essence(mediaType));
}

/** Whether a media type is a sequence of JSON texts, one a line. */
export function isJsonLines(mediaType: string): boolean {
  return /^[^/]+\/(?:x-)?(?:ndjson|jsonl|jsonlines)$/.test(essence(mediaType));
}

export const formType = 'application/x-www-form-urlencoded';

/**
 * The documented media type that a Content-Type matches, the most specific first: by type, by range such as `text/*`,
 * and by the number of parameters (OpenAPI 3.1, section 4.8.17.1).
 */
export function findMediaType(documented: readonly string[], contentType: string): string | undefined {
  const actual = essence(contentType);
  if (actual === '') return undefined;
  const parameters = parametersOf(contentType);
  const matching = documented
    .filter((one) => matches(essence(one), actual))
    .map((one) => ({ one, wanted: parametersOf(one) }))
    .filter(({ wanted }) => [...wanted].every(([name, value]) => hasParameter(parameters, name, value)));
  const rank = ({ one, wanted }: (typeof matching)[number]): number =>
    wanted.size - 1000 * essence(one).split('*').length;
  const [best] = matching.sort((a, b) => rank(b) - rank(a));
  return best === undefined ? undefined : best.one;
}

/** Ranges have `*` for a type, a subtype, or the part of it before a suffix. */
function matches(range: string, actual: string): boolean {
  const [type = '', subtype = ''] = range.split('/');
  const [actualType = '', actualSubtype = ''] = actual.split('/');
  if (type !== '*' && type !== actualType) return false;
  const [before = '', after] = subtype.split('*');
  if (after === undefined) return subtype === actualSubtype;
  const isLongEnough = actualSubtype.length >= before.length + after.length;
  return isLongEnough && actualSubtype.startsWith(before) && actualSubtype.endsWith(after);
}

/** A response without a charset may have the documented one. */
function hasParameter(parameters: ReadonlyMap<string, string>, name: string, value: string): boolean {
  const actual = parameters.get(name);
  return actual === value || (name === 'charset' && actual === undefined);
}

/**
 * The parameters, by name in lower case; quotes add nothing (RFC 9110, section 5.6.6). The `charset` of JSON "really has
 * no effect" (RFC 8259, section 11), and that of other types is in lower case.
 */
function parametersOf(mediaType: string): Map<string, string> {
  const found = new Map<string, string>();
  const parameter = /;\s*([^=;\s]+)=("(?:[^"\\]|\\.)*"|[^;\s]*)/g;
  for (let match = parameter.exec(mediaType); match !== null; match = parameter.exec(mediaType)) {
    const [, written = '', value = ''] = match;
    const name = written.toLowerCase();
    const text = value.charAt(0) === '"' ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
    if (name !== 'charset') found.set(name, text);
    else if (!isJson(mediaType)) found.set(name, text.toLowerCase());
  }
  return found;
}
