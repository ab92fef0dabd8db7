import { essence, isJson } from '../../../model/media-type.ts';
import { type KeyChange, toChangeText } from './found-change.ts';
import { partsOf } from './parts.ts';
import { typesOf } from './values.ts';

/** How a value is serialized: in a style, or in a media type (OpenAPI 3.1, section 4.8.12.2.1). */
export type Serialization = {
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The one of its `content`, beside which the others change nothing. */
  readonly mediaType?: string | undefined;
  readonly schema: unknown;
};

/** How the serialization of `name` changed. */
export function serialization(name: string, before: Serialization, now: Serialization): KeyChange[] {
  if (before.mediaType !== undefined || now.mediaType !== undefined) return byMediaType(name, before, now);
  const isStyle = before.style !== now.style;
  const isExplode = before.explode !== now.explode && [before, now].some(mattersExplode);
  const style = `has the style \`${now.style}\` instead of \`${before.style}\``;
  const reserved = `${now.allowReserved ? 'now' : 'no longer'} accepts reserved characters unencoded`;
  return [
    isStyle && ['style', `${name} ${style}`, 'style-changed'],
    !isStyle && isExplode && ['explode', `${name} ${explodeText(now)}`, 'explode-changed'],
    before.allowReserved !== now.allowReserved && [
      'allowReserved',
      `${name} ${reserved}`,
      now.allowReserved ? 'reserved-characters-allowed' : 'reserved-characters-refused',
    ],
  ];
}

function explodeText({ style, explode }: Serialization): string {
  if (style !== 'form') return `has \`explode\` \`${explode}\` instead of \`${!explode}\``;
  return explode ? 'is now repeated for each value' : 'now has all its values in one';
}

function byMediaType(name: string, before: Serialization, now: Serialization): KeyChange[] {
  const [was, is] = [before, now].map(({ mediaType }) => mediaType && normalized(mediaType));
  if (was === is) return [];
  const toClause = ({ mediaType, style }: Serialization) =>
    mediaType === undefined
      ? { what: 'style', value: `\`${style}\`` }
      : { what: 'media type', value: `\`${mediaType}\`` };
  return [
    ['content', toChangeText(name, toClause(before), toClause(now)), 'serialization-media-type-changed'],
  ];
}

/** `explode` has no effect on arrays in the style `simple`, nor on `deepObject` (section 4.8.12.4). */
function mattersExplode({ schema, style }: Serialization): boolean {
  if (style === 'deepObject') return false;
  const types = typesOf(partsOf([schema]));
  const isArray = style !== 'simple' && types?.includes('array');
  return types === undefined || isArray === true || types.includes('object');
}

/**
 * A media type or range in the form that is compared: lower case, parameters sorted (RFC 9110, section 8.3.1).
 * A `charset` of JSON "really has no effect" (RFC 8259, section 11).
 */
export function normalized(mediaType: string): string {
  const parameters = mediaType.split(';').slice(1).map(toParameter);
  const declared = parameters.filter((parameter) => !(isJson(mediaType) && parameter.startsWith('charset=')));
  return [essence(mediaType), ...declared.filter((parameter) => parameter !== '').toSorted()].join(';');
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
