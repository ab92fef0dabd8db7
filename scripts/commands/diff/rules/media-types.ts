import { essence, isJson } from '../../../model/media-type.ts';

/**
 * A media type or range in the form that is compared: lower case, parameters sorted (RFC 9110, section 8.3.1).
 * A `charset` of JSON "really has no effect" (RFC 8259, section 11).
 */
export function normalized(mediaType: string): string {
  const parameters = mediaType.split(';').slice(1).map(toParameter);
  const said = parameters.filter((parameter) => !(isJson(mediaType) && parameter.startsWith('charset=')));
  return [essence(mediaType), ...said.filter((parameter) => parameter !== '').toSorted()].join(';');
}

/** Names of charsets are "matched case-insensitively" (section 8.3.2), and quotes add nothing (section 5.6.6). */
function toParameter(text: string): string {
  const [name = '', ...rest] = text.split('=');
  const key = name.trim().toLowerCase();
  const value = rest
    .join('=')
    .trim()
    .replace(/^"(.*)"$/, '$1');
  return key === '' ? '' : `${key}=${key === 'charset' ? value.toLowerCase() : value}`;
}

/** The entry for a media type, or else for the narrowest range that covers it: `text/plain`, then `text/*`. */
export function findCovering<T>(all: ReadonlyMap<string, T>, mediaType: string): T | undefined {
  const [type, parameters] = [essence(mediaType), normalized(mediaType)];
  const ranges = [parameters, type, `${type.split('/')[0]}/*`, '*/*'];
  return ranges.map((range) => all.get(range)).find((found) => found !== undefined);
}
