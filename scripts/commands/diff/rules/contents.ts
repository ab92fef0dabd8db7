import type { MediaTypeObject } from '../../../model/spec.ts';
import { compareEncodings } from './encodings.ts';
import { type FoundChange, type Pair, placeOf, plainChange } from './found-change.ts';
import { findCovering, normalized } from './media-types.ts';
import { compareSchemas } from './schema.ts';
import { breaks, type SchemaContext } from './schema-context.ts';

type Holding = { readonly content?: Readonly<Record<string, MediaTypeObject>> };

type Content = { readonly type: string; readonly object: MediaTypeObject };

/**
 * Compares each media type (OpenAPI 3.1, section 4.8.14) with the one in the other spec that covers it. Clients choose
 * the media type, for responses with `Accept`, so a new one breaks nobody.
 */
export function compareContents(holders: Pair<Holding & object>, at: SchemaContext): FoundChange[] {
  const [before, now] = [byType(holders.base), byType(holders.revision)];
  const gone = [...before].filter(([key]) => !now.has(key));
  return [
    ...gone.flatMap(([, content]) => compareGone(content, now, holders, at)),
    ...[...now].flatMap(([key, content]) => {
      const earlier = before.get(key) ?? findCovering(before, content.type);
      if (earlier !== undefined) return compareContent({ base: earlier, revision: content }, at);
      const verb = at.side === 'request' || before.size > 0 ? 'may now be' : 'now has a body,';
      const place = placeOf(at.specs, { revision: holders.revision }, 'content', content.type);
      return [plainChange(`${at.holder.whole} ${verb} \`${content.type}\``, false, place)];
    }),
  ];
}

function byType({ content }: Holding): ReadonlyMap<string, Content> {
  return new Map(Object.entries(content ?? {}).map(([type, object]) => [normalized(type), { type, object }]));
}

/** A removed media type. A wider range still accepts it in requests; in responses a narrower one may remain. */
function compareGone(
  content: Content,
  now: ReadonlyMap<string, Content>,
  { base }: Pair<object>,
  at: SchemaContext,
): FoundChange[] {
  const wider = findCovering(now, content.type);
  const own = new Map([[normalized(content.type), content]]);
  const isNarrower = [...now.values()].some(({ type }) => findCovering(own, type) !== undefined);
  const removal = plainChange(
    `${at.holder.whole} is no longer \`${content.type}\``,
    breaks(at, isNarrower ? 'narrower' : 'other'),
    placeOf(at.specs, { base }, 'content', content.type),
  );
  if (wider === undefined) return [removal];
  return [
    ...(at.side === 'request' ? [] : [removal]),
    ...compareContent({ base: content, revision: wider }, at),
  ];
}

function compareContent({ base, revision }: Pair<Content>, at: SchemaContext): FoundChange[] {
  return [
    ...compareSchemas({ base: [base.object.schema], revision: [revision.object.schema] }, at),
    ...compareEncodings({ base: base.object, revision: revision.object }, revision.type, at),
  ];
}
