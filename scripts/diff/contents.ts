import type { MediaTypeObject } from '../model/spec.ts';
import type { At } from './at.ts';
import { type Found, type Pair, placeOf, say } from './found.ts';
import { compareSchemas } from './schema.ts';

type Holding = { readonly content?: Readonly<Record<string, MediaTypeObject>> };

/** By media type (OpenAPI 3.1, section 4.8.14). A client chooses among them, in answers by `Accept`: a new one breaks nobody. */
export function compareContents({ base, revision }: Pair<Holding & object>, at: At): Found[] {
  const { specs } = at;
  const [before, now] = [base.content ?? {}, revision.content ?? {}];
  const gone = Object.keys(before).filter((type) => now[type] === undefined);
  return [
    ...gone.map((type) =>
      say(`${at.holder.whole} is no longer \`${type}\``, true, placeOf(specs, { base }, 'content', type)),
    ),
    ...Object.entries(now).flatMap(([type, content]) => {
      const earlier = before[type];
      if (earlier !== undefined)
        return compareSchemas({ base: [earlier.schema], revision: [content.schema] }, at);
      const verb = at.side === 'request' || Object.keys(before).length > 0 ? 'may now be' : 'now has a body,';
      return [
        say(`${at.holder.whole} ${verb} \`${type}\``, false, placeOf(specs, { revision }, 'content', type)),
      ];
    }),
  ];
}
