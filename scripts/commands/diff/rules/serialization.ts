import { toChangeText } from './change-text.ts';
import type { KeyChange } from './found-change.ts';
import { normalized } from './media-types.ts';
import { partsOf } from './parts.ts';
import { typesOf } from './values.ts';

/** How a value is serialized: in a style, or in a media type (OpenAPI 3.1, section 4.8.12.2.1). */
export type Serialization = {
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The one of its `content`, for which the others plainChange nothing. */
  readonly mediaType?: string | undefined;
  readonly schema: unknown;
};

/** How the serialization of `name` changed. */
export function serialization(name: string, before: Serialization, now: Serialization): KeyChange[] {
  if (before.mediaType !== undefined || now.mediaType !== undefined) return byMediaType(name, before, now);
  const isStyle = before.style !== now.style;
  const style = `\`${now.style}\` instead of \`${before.style}\``;
  return [
    isStyle && ['style', `${name} has the style ${style}`, true],
    !isStyle &&
      before.explode !== now.explode &&
      [before, now].some(mattersExplode) && ['explode', `${name} ${explodeText(now)}`, true],
    before.allowReserved !== now.allowReserved && [
      'allowReserved',
      `${name} ${now.allowReserved ? 'now' : 'no longer'} accepts reserved characters unencoded`,
      !now.allowReserved,
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
  return [['content', toChangeText(name, toClause(before), toClause(now)), true]];
}

/** `explode` has no effect on arrays in the style `simple`, nor on `deepObject` (section 4.8.12.4). */
function mattersExplode({ schema, style }: Serialization): boolean {
  if (style === 'deepObject') return false;
  const types = typesOf(partsOf([schema]));
  const isArray = style !== 'simple' && types?.includes('array');
  return types === undefined || isArray === true || types.includes('object');
}
