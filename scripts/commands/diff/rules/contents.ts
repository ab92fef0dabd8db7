import type { MediaTypeObject } from '../../../model/spec.ts';
import { compareEncodings } from './encodings.ts';
import { type FoundChange, type Pair, placeOf, say } from './found.ts';
import { coveringOf, normalized } from './media-types.ts';
import { compareSchemas } from './schema.ts';
import { type At, breaks } from './subject.ts';

type Holding = { readonly content?: Readonly<Record<string, MediaTypeObject>> };

type Content = { readonly type: string; readonly object: MediaTypeObject };

/**
 * By media type (OpenAPI 3.1, section 4.8.14), each with the other description's that covers it. A client chooses among
 * them, in answers by `Accept`: a new one breaks nobody.
 */
export function compareContents(holders: Pair<Holding & object>, at: At): FoundChange[] {
  const [before, now] = [byType(holders.base), byType(holders.revision)];
  const gone = [...before].filter(([key]) => !now.has(key));
  return [
    ...gone.flatMap(([, content]) => compareGone(content, now, holders, at)),
    ...[...now].flatMap(([key, content]) => {
      const earlier = before.get(key) ?? coveringOf(before, content.type);
      if (earlier !== undefined) return compareContent({ base: earlier, revision: content }, at);
      const verb = at.side === 'request' || before.size > 0 ? 'may now be' : 'now has a body,';
      const place = placeOf(at.specs, { revision: holders.revision }, 'content', content.type);
      return [say(`${at.holder.whole} ${verb} \`${content.type}\``, false, place)];
    }),
  ];
}

function byType({ content }: Holding): ReadonlyMap<string, Content> {
  return new Map(Object.entries(content ?? {}).map(([type, object]) => [normalized(type), { type, object }]));
}

/** A wider range takes what a request was; of a range in an answer, one that is within it may be left. */
function compareGone(
  content: Content,
  now: ReadonlyMap<string, Content>,
  { base }: Pair<object>,
  at: At,
): FoundChange[] {
  const wider = coveringOf(now, content.type);
  const own = new Map([[normalized(content.type), content]]);
  const isNarrower = [...now.values()].some(({ type }) => coveringOf(own, type) !== undefined);
  const told = say(
    `${at.holder.whole} is no longer \`${content.type}\``,
    breaks(at, isNarrower ? 'narrower' : 'other'),
    placeOf(at.specs, { base }, 'content', content.type),
  );
  if (wider === undefined) return [told];
  return [
    ...(at.side === 'request' ? [] : [told]),
    ...compareContent({ base: content, revision: wider }, at),
  ];
}

function compareContent({ base, revision }: Pair<Content>, at: At): FoundChange[] {
  return [
    ...compareSchemas({ base: [base.object.schema], revision: [revision.object.schema] }, at),
    ...compareEncodings({ base: base.object, revision: revision.object }, revision.type, at),
  ];
}
