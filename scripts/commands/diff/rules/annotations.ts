import { isObject } from '../../../base/read.ts';
import { provenanceOf } from '../../../model/provenance.ts';
import type { Spec } from '../../../model/spec.ts';
import { type NamedValue, toChangeText } from './change-text.ts';
import { type FoundChange, keyPlace, type Pair } from './found-change.ts';
import { keywordPlace, type Parts, quote, type SchemaPart, valuesOf } from './parts.ts';
import { isSame } from './same.ts';
import { type SchemaContext, schemaChange } from './schema-context.ts';

const mark = 'x-provenance';

/** Changes to keywords that allow nothing more or less: default, deprecation and provenance. */
export function annotations(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  return [...byDefault(parts, at), ...deprecated(parts, at), ...known(parts, at), ...knownValues(parts, at)];
}

/** A client that omits a value relies on the default, so changing it breaks. In responses a default has no effect. */
function byDefault(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const [[before], [now]] = [valuesOf(parts.base, 'default'), valuesOf(parts.revision, 'default')];
  if (isSame(before, now, 'default')) return [];
  const clause = (value: unknown): NamedValue | undefined =>
    value === undefined ? undefined : { what: 'default', value: quote(value) };
  const breaking = at.side === 'request' && before !== undefined;
  return [
    schemaChange(at, breaking, keywordPlace(at, parts, 'default'), ({ name }) =>
      toChangeText(name, clause(before), clause(now)),
    ),
  ];
}

function deprecated(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const [before, now] = [valuesOf(parts.base, 'deprecated'), valuesOf(parts.revision, 'deprecated')];
  if (before.includes(true) === now.includes(true)) return [];
  const place = keywordPlace(at, parts, 'deprecated');
  return [
    schemaChange(
      at,
      false,
      place,
      ({ name }) => `${name} is ${now.includes(true) ? 'now' : 'no longer'} deprecated`,
    ),
  ];
}

/** Changed provenance of a whole schema, or else of single keywords, which are in an `allOf` part of their own. */
function known(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const [base, revision] = [parts.base[0], parts.revision[0]];
  if (base === undefined || revision === undefined) return [];
  const whole = ownProvenanceChange(at, { base, revision });
  if (whole !== undefined) {
    return [
      schemaChange(at, false, keyPlace(at.specs, { base, revision }, mark), ({ name }) => `${name} ${whole}`),
    ];
  }
  const marked = [...parts.base, ...parts.revision].filter((part) => mark in part);
  const keywords = [...new Set(marked.flatMap(Object.keys))].filter(asserts);
  return keywords.flatMap((keyword) => {
    const change = toText(
      provenancesOf(at.specs.base, parts.base, keyword),
      provenancesOf(at.specs.revision, parts.revision, keyword),
    );
    if (change === undefined) return [];
    const place = keywordPlace(at, parts, keyword);
    return [schemaChange(at, false, place, ({ name }) => `\`${keyword}\` of ${name} ${change}`)];
  });
}

function provenancesOf(spec: Spec, parts: Parts, keyword: string): string {
  const own = parts.filter((part) => part[keyword] !== undefined).map((part) => provenanceOf(spec, part));
  return [...new Set(own)].toSorted().join(' and ');
}

function asserts(keyword: string): boolean {
  return /^(type|enum|const|pattern|format|required|multipleOf|min|max|exclusive)/.test(keyword);
}

/** The changed provenance of a part that states its own. What it inherits is reported for the part above. */
export function ownProvenanceChange(
  { specs }: Pick<SchemaContext, 'specs'>,
  { base, revision }: Pair<object>,
): string | undefined {
  const isSaid = [base, revision].some((part) => mark in part);
  return isSaid ? provenanceChange(specs, { base, revision }) : undefined;
}

/** The changed provenance of a part, whether it is its own or inherited. */
export function provenanceChange(specs: Pair<Spec>, { base, revision }: Pair<object>): string | undefined {
  return toText(provenanceOf(specs.base, base), provenanceOf(specs.revision, revision));
}

function toText(before: string, now: string): string | undefined {
  return before === now || before === '' || now === '' ? undefined : `is now ${now} instead of ${before}`;
}

/** Changes to `x-enum-provenance`, the provenance of single values. */
function knownValues(parts: Pair<Parts>, at: SchemaContext): FoundChange[] {
  const [before, now] = [marksOf(parts.base), marksOf(parts.revision)];
  if (isSame(before, now, 'x-enum-provenance')) return [];
  const values = valuesOf(parts.revision, 'enum').flatMap((list) => (Array.isArray(list) ? list : []));
  const earlier = valuesOf(parts.base, 'enum').flatMap((list) =>
    Array.isArray(list) ? list.map(String) : [],
  );
  return values
    .map(String)
    .filter((value) => earlier.includes(value))
    .flatMap((value) => {
      const [was, is] = [before[value] ?? 'documented', now[value] ?? 'documented'];
      if (was === is) return [];
      const place = keywordPlace(at, parts, 'x-enum-provenance');
      return [
        schemaChange(
          at,
          false,
          place,
          ({ name }) => `\`${value}\` of ${name} is now ${is} instead of ${was}`,
        ),
      ];
    });
}

function marksOf(parts: Parts): SchemaPart {
  return Object.assign({}, ...valuesOf(parts, 'x-enum-provenance').filter(isObject));
}
