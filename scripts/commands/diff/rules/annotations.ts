import { isObject } from '../../../base/read.ts';
import { provenanceOf } from '../../../model/provenance.ts';
import type { Spec } from '../../../model/spec.ts';
import { type KeyChange, keyPlace, toChangeText } from './found-change.ts';
import { lifecycleRows } from './lifecycle.ts';
import { both, type Pair } from './pair.ts';
import { itemsOf, type Parts, quote, type SchemaPart, valuesOf } from './parts.ts';
import { isSame } from './same.ts';
import type { KeywordChange, SchemaContext } from './schema-context.ts';

const mark = 'x-provenance';

/** Changes to keywords that allow nothing more or less: default, lifecycle and provenance. */
export function annotations(parts: Pair<Parts>, at: SchemaContext): KeywordChange[] {
  return [byDefault(parts, at), ...lifecycle(parts, at), ...known(parts, at), ...knownValues(parts)];
}

/** A client that omits a value relies on the default, so changing it breaks. In responses a default has no effect. */
function byDefault(parts: Pair<Parts>, { side }: SchemaContext): KeywordChange {
  const [[before], [now]] = [valuesOf(parts.base, 'default'), valuesOf(parts.revision, 'default')];
  if (isSame(before, now, 'default')) return undefined;
  const [was, is] = [before, now].map((value) =>
    value === undefined ? undefined : { what: 'default', value: quote(value) },
  );
  const shift = side === 'request' && before !== undefined ? 'other' : 'none';
  return { keyword: 'default', shift, message: ({ name }) => toChangeText(name, was, is) };
}

/** What is announced for a property, or another schema inside of one. */
function lifecycle(parts: Pair<Parts>, { specs, side }: SchemaContext): KeywordChange[] {
  const { base, revision } = both(parts, (some): SchemaPart => Object.assign({}, ...some.toReversed()));
  return lifecycleRows(specs, `${side}-property`, undefined, { base, revision }).map(
    (row) => row && { keyword: row[0], rule: row[2], shift: 'none', message: row[1] },
  );
}

/** Changed provenance of a whole schema, or else of single keywords, which are in an `allOf` part of their own. */
function known(parts: Pair<Parts>, { specs }: SchemaContext): KeywordChange[] {
  const [base, revision] = [parts.base[0], parts.revision[0]];
  if (base === undefined || revision === undefined) return [];
  const whole = ownProvenanceChange(specs, { base, revision });
  if (whole !== undefined) {
    const place = keyPlace(specs, { base, revision }, mark);
    return [{ keyword: mark, rule: 'provenance-changed', place, shift: 'none', message: whole }];
  }
  const marked = [...parts.base, ...parts.revision].filter((part) => mark in part);
  const keywords = [...new Set(marked.flatMap(Object.keys))].filter(asserts);
  return keywords.map((keyword) => {
    const change = toText(
      provenancesOf(specs.base, parts.base, keyword),
      provenancesOf(specs.revision, parts.revision, keyword),
    );
    if (change === undefined) return undefined;
    return {
      keyword,
      rule: 'provenance-changed',
      shift: 'none',
      message: ({ name }) => `\`${keyword}\` of ${name} ${change}`,
    };
  });
}

function provenancesOf(spec: Spec, parts: Parts, keyword: string): string {
  const own = parts.filter((part) => part[keyword] !== undefined).map((part) => provenanceOf(spec, part));
  return [...new Set(own)].toSorted().join(' and ');
}

function asserts(keyword: string): boolean {
  return /^(type|enum|const|pattern|format|required|multipleOf|min|max|exclusive)/.test(keyword);
}

/** The row of the changed provenance of a part that states its own. */
export function provenanceRow(specs: Pair<Spec>, parts: Pair<object>, name: string): KeyChange {
  const change = ownProvenanceChange(specs, parts);
  return change !== undefined && [mark, `${name} ${change}`, 'provenance-changed'];
}

/** The changed provenance of a part that states its own. What it inherits is reported for the part above. */
export function ownProvenanceChange(specs: Pair<Spec>, parts: Pair<object>): string | undefined {
  const isSaid = mark in parts.base || mark in parts.revision;
  return isSaid ? provenanceChange(specs, parts) : undefined;
}

/** The changed provenance of a part, whether it is its own or inherited. */
export function provenanceChange(specs: Pair<Spec>, { base, revision }: Pair<object>): string | undefined {
  return toText(provenanceOf(specs.base, base), provenanceOf(specs.revision, revision));
}

function toText(before: string, now: string): string | undefined {
  return before === now || before === '' || now === '' ? undefined : `is now ${now} instead of ${before}`;
}

/** Changes to `x-enum-provenance`, the provenance of single values. */
function knownValues(parts: Pair<Parts>): KeywordChange[] {
  const keyword = 'x-enum-provenance';
  const { base: before, revision: now } = both(parts, marksOf);
  if (isSame(before, now, keyword)) return [];
  const { base: earlier, revision: values } = both(parts, (some) => itemsOf(some, 'enum').map(String));
  return values
    .filter((value) => earlier.includes(value))
    .map((value) => {
      const [was, is] = [before[value] ?? 'documented', now[value] ?? 'documented'];
      const change = `is now ${is} instead of ${was}`;
      return (
        was !== is && { keyword, shift: 'none', message: ({ name }) => `\`${value}\` of ${name} ${change}` }
      );
    });
}

function marksOf(parts: Parts): SchemaPart {
  return Object.assign({}, ...valuesOf(parts, 'x-enum-provenance').filter(isObject));
}
