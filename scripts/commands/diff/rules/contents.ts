import type { MediaTypeObject } from '../../../model/spec.ts';
import { compareEncodings } from './encodings.ts';
import { type FoundChange, placeOf, plainChange } from './found-change.ts';
import { both, compareByKey, type Pair } from './pair.ts';
import { compareSchemas } from './schema.ts';
import type { SchemaContext } from './schema-context.ts';
import { findCovering, normalized } from './serialization.ts';

type Holding = { readonly content?: Readonly<Record<string, MediaTypeObject>> };

type Content = { readonly type: string; readonly object: MediaTypeObject };

type Contents = ReadonlyMap<string, Content>;

/**
 * Compares each media type (OpenAPI 3.1, section 4.8.14) with the one in the other spec that covers it. Clients choose
 * the media type, for responses with `Accept`, so a new one breaks nobody.
 */
export function compareContents(holders: Pair<Holding>, at: SchemaContext): FoundChange[] {
  const contents = both(holders, byType);
  const changed = (pair: Pair<Content>): FoundChange[] => compareContent(pair, at);
  return compareByKey(contents, {
    gone: (base) => {
      const wider = findCovering(contents.revision, base.type);
      // A wider range still accepts it in requests; in responses a narrower one may remain.
      const isGone = wider === undefined || at.side === 'response';
      return [
        ...(isGone ? [removal(base, contents.revision, holders.base, at)] : []),
        ...(wider === undefined ? [] : changed({ base, revision: wider })),
      ];
    },
    added: (revision) => {
      const earlier = findCovering(contents.base, revision.type);
      if (earlier !== undefined) return changed({ base: earlier, revision });
      const verb = at.side === 'request' || contents.base.size > 0 ? 'may now be' : 'now has a body,';
      const place = placeOf(at.specs, { revision: holders.revision }, 'content', revision.type);
      return plainChange(
        `${at.side}-media-type-added`,
        `${at.holder.whole} ${verb} \`${revision.type}\``,
        place,
      );
    },
    changed,
  });
}

function byType({ content }: Holding): Contents {
  return new Map(Object.entries(content ?? {}).map(([type, object]) => [normalized(type), { type, object }]));
}

function removal(content: Content, now: Contents, holder: Holding, at: SchemaContext): FoundChange {
  const own = new Map([[normalized(content.type), content]]);
  const isNarrower = [...now.values()].some(({ type }) => findCovering(own, type) !== undefined);
  return plainChange(
    isNarrower && at.side === 'response' ? 'response-media-type-narrowed' : `${at.side}-media-type-removed`,
    `${at.holder.whole} is no longer \`${content.type}\``,
    placeOf(at.specs, { base: holder }, 'content', content.type),
  );
}

function compareContent(pair: Pair<Content>, at: SchemaContext): FoundChange[] {
  const objects = both(pair, ({ object }) => object);
  const schemas = both(objects, ({ schema }) => [schema]);
  return [...compareSchemas(schemas, at), ...compareEncodings(objects, pair.revision.type, at)];
}
