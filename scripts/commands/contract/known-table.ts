import Ajv2020, { type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer, parsePointer } from '../../base/pointer.ts';
import { formatLocation, type Problem } from '../../base/problem.ts';
import { visible } from '../../base/visible.ts';
import type { Plan } from '../../cases/plan.ts';
import { readText } from '../../io/read-text.ts';
import { parityCheck } from '../../judge/compare/matches.ts';
import { casesByOperation } from '../../judge/compare/planned-cases.ts';
import { isAllWithStatus } from '../../judge/parity/parity.ts';
import { checks } from '../../model/outcome.ts';
import type { Deviation } from '../../model/run-result.ts';
import { parse } from '../../openapi/load/parse.ts';
import type { Opened } from '../../openapi/open-spec.ts';
import schema from './known.schema.json' with { type: 'json' };

export type KnownOptions = {
  /** The table of known deviations, in YAML. */
  readonly known?: string;
};

/** A table that is read but not parsed yet. */
type Table = { readonly file: string; readonly text: string };

const maxBytes = 1_000_000;

/** Reads the table. Called first, so that a missing file is reported at once. */
export async function readTable({ known }: KnownOptions): Promise<Table | undefined> {
  if (known === undefined) return undefined;
  return { file: known, text: await readText({ option: '--known', file: known }, maxBytes) };
}

/** The entries, and the problems in them. */
export function toDeviations(
  table: Table | undefined,
  { api: { regions }, spec: { bundle } }: Opened,
  plan: Plan,
): { readonly deviations?: readonly Deviation[]; readonly problems: readonly Problem[] } {
  if (table === undefined) return { problems: [] };
  const names = {
    regions: regions.map(({ name }) => name),
    cases: casesByOperation(plan.cases),
    spec: bundle,
  };
  const { deviations, problems } = parseKnown(table.text, table.file, names);
  return { deviations, problems: problems.map((one) => ({ ...one, message: onOneLine(one.message) })) };
}

/** As `lint` orders them: the order of the file. */
function byPlace({ location: a }: Problem, { location: b }: Problem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

/** Text from the file must not control the terminal. */
function onOneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}

/** The names that entries may use. */
export type Names = {
  readonly regions: readonly string[];
  /** The names of the test cases by operation. */
  readonly cases: Readonly<Record<string, readonly string[]>>;
  readonly spec: unknown;
};

/** Parses the table of known deviations. Returns its entries, and the problems in the order of the file. */
export function parseKnown(
  text: string,
  file: string,
  names: Names,
): { readonly deviations: readonly Deviation[]; readonly problems: readonly Problem[] } {
  const { data, problems: syntaxProblems, locate } = parse(text, file);
  // Later syntax errors are mostly consequences of the first ones.
  if (syntaxProblems.length > 0) return { deviations: [], problems: syntaxProblems.slice(0, 5) };
  const toProblem = (pointer: string, message: string): Problem => {
    return { code: 'known-deviation', severity: 'error', message, pointer, location: locate(pointer) };
  };
  if (!Array.isArray(data)) {
    const message = 'The table must be a list of entries. Write `[]` for an empty table.';
    return { deviations: [], problems: [toProblem('', message)] };
  }
  const isEntry = ajv.compile<Omit<Deviation, 'location'>>(schema.items);
  const deviations: Deviation[] = [];
  const seen = new Map<string, Deviation>();
  const problems = data.flatMap((entry: unknown, index) => {
    const at = `/${index}`;
    if (!isEntry(entry)) return toProblems(isEntry.errors ?? [], at, toProblem);
    const deviation = { ...entry, location: formatLocation(locate(at)) };
    const entryProblems = [
      ...unknownNames(deviation, names),
      ...unusableKeys(deviation, names),
      ...duplicate(seen.get(subjectOf(deviation))),
    ];
    seen.set(subjectOf(deviation), deviation);
    deviations.push(deviation);
    return entryProblems.map(([key, message]) => toProblem(`${at}${key}`, message));
  });
  return { deviations, problems: problems.toSorted(byPlace) };
}

const ajv = new Ajv2020.default({ strict: false, logger: false, allErrors: true, verbose: true });
addFormats.default(ajv);

type ToProblem = (pointer: string, message: string) => Problem;

const keys = Object.keys(schema.items.properties);

/** One problem for each place, and one for each missing key. */
function toProblems(errors: readonly ErrorObject[], at: string, toProblem: ToProblem): Problem[] {
  const seen = new Set<string>();
  return errors.flatMap((error) => {
    const { pointer, message } = toSentence(error);
    if (seen.has(pointer)) return [];
    if (error.keyword !== 'required') seen.add(pointer);
    return [toProblem(`${at}${pointer}`, message)];
  });
}

function toSentence({ instancePath, params, keyword, parentSchema }: ErrorObject): {
  readonly pointer: string;
  readonly message: string;
} {
  const unknown: unknown = params.additionalProperty;
  if (typeof unknown === 'string') {
    const message = `\`${unknown}\` is not a key of an entry. The keys are ${keys.join(', ')}.${didYouMean(unknown, keys)}`;
    return { pointer: joinPointer('', unknown), message };
  }
  if (keyword === 'required') return { pointer: '', message: `\`${params.missingProperty}\` is missing.` };
  if (instancePath === '')
    return { pointer: '', message: `An entry must be an object with the keys ${keys.join(', ')}.` };
  const message = `\`${instancePath.slice(1)}\` must be ${parentSchema?.description}.`;
  return { pointer: instancePath, message };
}

/** A pointer to a key in an entry, and the message about it. */
type EntryProblem = readonly [string, string];

function unknownNames(
  { region, operation, check, case: name }: Deviation,
  { regions, cases }: Names,
): EntryProblem[] {
  const own = Object.hasOwn(cases, operation) ? cases[operation] : undefined;
  const known = {
    region: [...regions, 'all'],
    operation: Object.keys(cases),
    check: [...Object.keys(checks), parityCheck],
    case: own,
  } as const;
  const isOfAll = check === parityCheck && isAllWithStatus(name ?? '');
  return [
    ...unknown('region', 'region', region, known.region),
    ...unknown('operation', 'operation with cases', operation, known.operation),
    ...unknown('check', 'check', check, known.check),
    ...(name === undefined || own === undefined || isOfAll
      ? []
      : unknown('case', `case of ${operation}`, name, own)),
  ];
}

/** Keys that can never match a finding or a difference. */
function unusableKeys({ check, pointer, message }: Deviation, { spec }: Names): EntryProblem[] {
  if (check === parityCheck) {
    return message === undefined ? [] : [['/message', 'A difference between regions has no message.']];
  }
  const missing = pointer === undefined ? undefined : missingIn(spec, pointer);
  return missing === undefined ? [] : [['/pointer', missing]];
}

function unknown(key: string, what: string, given: string, names: readonly string[]): EntryProblem[] {
  if (names.includes(given)) return [];
  const hint = didYouMean(given, names);
  const all = hint === '' && names.length <= 20 ? ` Use one of: ${names.join(', ')}.` : '';
  return [[`/${key}`, `There is no ${what} \`${given}\`.${hint}${all}`]];
}

function duplicate(same: Deviation | undefined): EntryProblem[] {
  if (same === undefined) return [];
  return [['', `This entry duplicates the entry at ${same.location}. Keep one of them.`]];
}

function subjectOf({ region, operation, check, case: name, pointer, message }: Deviation): string {
  return JSON.stringify([region, operation, check, name, pointer, message]);
}

/** Clauses that a finding may name although the spec does not contain them: missing responses, a schema `false`. */
const implied: readonly string[] = ['responses', 'false schema'];

/** A message that names the first missing part of a pointer into the spec; `undefined` if the pointer resolves. */
function missingIn(spec: unknown, pointer: string): string | undefined {
  const none = `The spec has no clause at \`${pointer}\``;
  const tokens = parsePointer(pointer);
  if (!pointer.startsWith('/')) return `${none}.`;
  let part = spec;
  for (const [index, token] of tokens.entries()) {
    const names = typeof part === 'object' && part !== null ? Object.keys(part) : [];
    const isLast = index === tokens.length - 1;
    if (!names.includes(token) && !(isLast && implied.includes(token))) {
      const place = joinPointer('', ...tokens.slice(0, index)) || 'its root';
      return `${none}: there is no \`${token}\` in ${place}.${didYouMean(token, names)}`;
    }
    part = Reflect.get(Object(part), token);
  }
  return undefined;
}
