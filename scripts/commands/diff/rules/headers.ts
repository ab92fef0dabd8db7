import type { HeaderObject, ResponseObject } from '../../../model/spec.ts';
import { ownProvenanceChange } from './annotations.ts';
import {
  type FoundChange,
  type KeyChange,
  type Pair,
  placeOf,
  plainChange,
  sayRows,
} from './found-change.ts';
import { compareSchemas } from './schema.ts';
import { createIsNew, joinPath, type SchemaContext } from './schema-context.ts';
import { type Serialization, serialization } from './serialization.ts';

/** What has headers: a response, or a part of a multipart body. */
type Holding = Pick<ResponseObject, 'headers'>;

/** Compares Header Objects (OpenAPI 3.1, section 4.8.21), whose names are case-insensitive. */
export function compareHeaders({ base, revision }: Pair<Holding>, at: SchemaContext): FoundChange[] {
  const { specs, holder } = at;
  const [before, now] = [byName(base), byName(revision)];
  const gone = [...before].filter(([key]) => !now.has(key));
  return [
    ...gone.map(([, [name]]) =>
      plainChange(
        `${holder.whole} no longer has the header \`${name}\``,
        true,
        placeOf(specs, { base }, 'headers', name),
      ),
    ),
    ...[...now].flatMap(([key, [name, header]]) => {
      const earlier = before.get(key)?.[1];
      if (earlier !== undefined) return compareHeader(name, { base: earlier, revision: header }, at);
      const isWanted = at.side === 'request' && header.required === true;
      const kind = isWanted ? 'new required header' : 'new header';
      return [
        plainChange(
          `${kind} \`${name}\` of ${holder.whole}`,
          isWanted,
          placeOf(specs, { revision }, 'headers', name),
        ),
      ];
    }),
  ];
}

type Headers = ReadonlyMap<string, readonly [name: string, header: HeaderObject]>;

/** A response header named Content-Type "SHALL be ignored" (section 4.8.17.1). */
function byName({ headers }: Holding): Headers {
  const all = Object.entries(headers ?? {}).map(
    ([name, header]) => [name.toLowerCase(), [name, header]] as const,
  );
  return new Map(all.filter(([key]) => key !== 'content-type'));
}

function compareHeader(
  name: string,
  { base, revision }: Pair<HeaderObject>,
  at: SchemaContext,
): FoundChange[] {
  const { specs } = at;
  const whole = `the header \`${name}\` of ${at.holder.whole}`;
  const own = {
    ...at,
    isNew: createIsNew(),
    holder: { whole, of: (path: string) => `\`${joinPath(name, path)}\` of ${at.holder.whole}` },
  };
  const known = ownProvenanceChange(at, { base, revision });
  const isDeprecated = revision.deprecated === true;
  return [
    ...sayRows(specs, { base, revision }, [
      requiredRow(whole, { base, revision }, at),
      isDeprecated !== (base.deprecated === true) && [
        'deprecated',
        `${whole} is ${isDeprecated ? 'now' : 'no longer'} deprecated`,
        false,
      ],
      ...serialization(whole, toSerialization(base), toSerialization(revision)),
      known !== undefined && ['x-provenance', `${whole} ${known}`, false],
    ]),
    ...compareSchemas({ base: [schemaOf(base)], revision: [schemaOf(revision)] }, own),
  ];
}

const words = {
  request: { required: 'is now required', optional: 'may now be left out' },
  response: { required: 'is now always there', optional: 'may now be missing' },
} as const;

function requiredRow(
  whole: string,
  { base, revision }: Pair<HeaderObject>,
  { side }: SchemaContext,
): KeyChange {
  const isRequired = revision.required === true;
  if (isRequired === (base.required === true)) return false;
  const text = words[side][isRequired ? 'required' : 'optional'];
  return ['required', `${whole} ${text}`, isRequired === (side === 'request')];
}

/** A header has the style `simple`, and by default no `explode`. */
function toSerialization(header: HeaderObject): Serialization {
  const [mediaType] = Object.keys(header.content ?? {});
  const { explode = false } = header;
  return { style: 'simple', explode, allowReserved: false, mediaType, schema: schemaOf(header) };
}

function schemaOf({ schema, content }: HeaderObject): unknown {
  return schema ?? Object.values(content ?? {})[0]?.schema;
}
