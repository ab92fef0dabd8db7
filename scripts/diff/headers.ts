import type { HeaderObject, ResponseObject } from '../model/spec.ts';
import { provenance } from './annotations.ts';
import { type At, createIsNew, joinPath } from './at.ts';
import { type Found, keyPlace, type Pair, placeOf, say } from './found.ts';
import { compareSchemas } from './schema.ts';

/** The headers of an answer (OpenAPI 3.1, section 4.8.21); capitals in their names do not matter. */
export function compareHeaders({ base, revision }: Pair<ResponseObject>, at: At): Found[] {
  const { specs, holder } = at;
  const [before, now] = [byName(base), byName(revision)];
  const gone = [...before].filter(([key]) => !now.has(key));
  return [
    ...gone.map(([, [name]]) =>
      say(
        `${holder.whole} no longer has the header \`${name}\``,
        true,
        placeOf(specs, { base }, 'headers', name),
      ),
    ),
    ...[...now].flatMap(([key, [name, header]]) => {
      const earlier = before.get(key)?.[1];
      if (earlier !== undefined) return compareHeader(name, { base: earlier, revision: header }, at);
      return [
        say(
          `new header \`${name}\` of ${holder.whole}`,
          false,
          placeOf(specs, { revision }, 'headers', name),
        ),
      ];
    }),
  ];
}

type Headers = ReadonlyMap<string, readonly [name: string, header: HeaderObject]>;

/** A response header named Content-Type "SHALL be ignored" (section 4.8.17.1). */
function byName({ headers }: ResponseObject): Headers {
  const all = Object.entries(headers ?? {}).map(
    ([name, header]) => [name.toLowerCase(), [name, header]] as const,
  );
  return new Map(all.filter(([key]) => key !== 'content-type'));
}

function compareHeader(name: string, { base, revision }: Pair<HeaderObject>, at: At): Found[] {
  const { specs } = at;
  const whole = `the header \`${name}\` of ${at.holder.whole}`;
  const own = {
    ...at,
    isNew: createIsNew(),
    holder: { whole, of: (path: string) => `\`${joinPath(name, path)}\` of ${at.holder.whole}` },
  };
  const [wasThere, isThere] = [base.required === true, revision.required === true];
  const known = provenance(at, { base, revision });
  const place = keyPlace(specs, { base, revision }, 'required');
  return [
    ...(wasThere === isThere
      ? []
      : [say(`${whole} ${isThere ? 'is now always there' : 'may now be missing'}`, wasThere, place)]),
    ...(known === undefined
      ? []
      : [say(`${whole} ${known}`, false, keyPlace(specs, { base, revision }, 'x-provenance'))]),
    ...compareSchemas({ base: [base.schema], revision: [revision.schema] }, own),
  ];
}
