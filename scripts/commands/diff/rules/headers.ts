import type { HeaderObject, ResponseObject } from '../../../model/spec.ts';
import { provenanceRow } from './annotations.ts';
import { type FoundChange, keyChanges, placeOf, plainChange, requiredRow } from './found-change.ts';
import { lifecycleRows, removal } from './lifecycle.ts';
import { both, compareByKey, type Pair } from './pair.ts';
import { compareSchemas } from './schema.ts';
import { createIsNew, joinPath, type SchemaContext } from './schema-context.ts';
import { type Serialization, serialization } from './serialization.ts';

/** What has headers: a response, or a part of a multipart body. */
type Holding = Pick<ResponseObject, 'headers'>;

type Header = { readonly name: string; readonly header: HeaderObject };

/** Compares Header Objects (OpenAPI 3.1, section 4.8.21), whose names are case-insensitive. */
export function compareHeaders(holders: Pair<Holding>, at: SchemaContext): FoundChange[] {
  const { whole } = at.holder;
  const { base, revision } = holders;
  const subject = `${at.side}-header` as const;
  return compareByKey(both(holders, byName), {
    gone: ({ name, header }) => {
      const message = `${whole} no longer has the header \`${name}\``;
      const { rule, text } = removal(at.specs, subject, message, header);
      return plainChange(rule, text, placeOf(at.specs, { base }, 'headers', name));
    },
    added: ({ name, header }) => {
      const isWanted = at.side === 'request' && header.required === true;
      const text = `${isWanted ? 'new required header' : 'new header'} \`${name}\` of ${whole}`;
      const rule = isWanted ? 'request-header-added-required' : (`${subject}-added` as const);
      return plainChange(rule, text, placeOf(at.specs, { revision }, 'headers', name));
    },
    changed: (pair) => compareHeader(pair, at),
  });
}

/** A response header named Content-Type "SHALL be ignored" (section 4.8.17.1). */
function byName({ headers }: Holding): ReadonlyMap<string, Header> {
  const all = Object.entries(headers ?? {}).map(
    ([name, header]) => [name.toLowerCase(), { name, header }] as const,
  );
  return new Map(all.filter(([key]) => key !== 'content-type'));
}

function compareHeader(pair: Pair<Header>, at: SchemaContext): FoundChange[] {
  const { name } = pair.revision;
  const subject = `${at.side}-header` as const;
  const headers = both(pair, ({ header }) => header);
  const whole = `the header \`${name}\` of ${at.holder.whole}`;
  const of = (path: string): string => `\`${joinPath(name, path)}\` of ${at.holder.whole}`;
  const own = { ...at, isNew: createIsNew(), holder: { whole, of } };
  const { base: before, revision: now } = both(headers, toSerialization);
  return [
    ...keyChanges(at.specs, headers, [
      requiredRow(whole, at.side, subject, headers),
      ...lifecycleRows(at.specs, subject, whole, headers),
      ...serialization(whole, before, now),
      provenanceRow(at.specs, headers, whole),
    ]),
    ...compareSchemas({ base: [before.schema], revision: [now.schema] }, own),
  ];
}

/** A header has the style `simple`, and by default no `explode`. */
function toSerialization({ content = {}, explode = false, ...header }: HeaderObject): Serialization {
  const [[mediaType, object] = []] = Object.entries(content);
  const schema = header.schema ?? object?.schema;
  return { style: 'simple', explode, allowReserved: false, mediaType, schema };
}
