import { ExitCode } from '../../base/exit-code.ts';
import { jsonText } from '../../base/json-text.ts';
import type { Location, Problem } from '../../base/problem.ts';
import { readText } from '../../io/read-text.ts';
import type { Spec } from '../../model/spec.ts';
import { lintExtensions } from '../../openapi/lint/lint.ts';
import { load, type SpecSource } from '../../openapi/load/load.ts';
import { printProblems } from '../../openapi/open-spec.ts';
import { toChangesText } from '../../report/changes-text.ts';
import type { Context } from '../context.ts';
import { type CheckedOut, withCheckout } from './checkout.ts';
import { diff as compare, type Severities } from './rules/diff.ts';
import { withVersion } from './rules/version.ts';
import { parseSeverities } from './severities.ts';

export type DiffOptions = SpecSource & {
  readonly base: string;
  readonly json: boolean;
  readonly severityLevels?: string;
  readonly sunsetDays?: number;
};

/** Prints what changed in the contract since a git revision. A change that breaks clients gives exit code 1. */
export async function diff(
  { base: revision, json, severityLevels, sunsetDays, ...source }: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  const { severities, problems } = await readSeverities(severityLevels);
  printProblems(problems, context);
  if (problems.length > 0) return ExitCode.usage;
  const today = new Date().toISOString().slice(0, 10);
  const policy = { today, severities, ...(sunsetDays !== undefined && { sunsetDays }) };
  const { spec: file, refRoot } = source;
  const same = (name: string): string => name;
  const now = await open(source, context, { nameOf: same, named: same });
  if (now === undefined) return ExitCode.badSpec;
  return withCheckout({ file, revision }, context.env, async (checkedOut) => {
    const root = refRoot === undefined ? {} : { refRoot: await checkedOut.folderOf(refRoot) };
    const base = await open({ ...source, spec: checkedOut.file, ...root }, context, checkedOut);
    if (base === undefined) return ExitCode.badSpec;
    const { title, version } = now.document.info;
    const compared = {
      spec: { file, title, version },
      base: { revision, commit: checkedOut.commit, version: base.document.info.version },
      ...withVersion(compare({ base, revision: now }, policy), { base, revision: now }, policy),
    };
    if (json) context.out(jsonText(compared, 2));
    else context.out(toChangesText(compared, context).trimEnd(), { colours: context.colour });
    return compared.changes.some(({ breaking }) => breaking) ? ExitCode.broken : ExitCode.kept;
  });
}

async function readSeverities(
  file: string | undefined,
): Promise<{ readonly severities: Severities; readonly problems: readonly Problem[] }> {
  if (file === undefined) return { severities: new Map(), problems: [] };
  return parseSeverities(await readText({ option: '--severity-levels', file }, 1_000_000), file);
}

type Naming = Pick<CheckedOut, 'nameOf' | 'named'>;

/**
 * Loads a spec, with its locations in files as `nameOf` names them, and prints its problems. A malformed extension is
 * only a warning, because extensions are only compared here.
 */
async function open(
  { spec: file, ...options }: SpecSource,
  context: Context,
  { nameOf, named }: Naming,
): Promise<Spec | undefined> {
  const placed = (location: Location): Location => ({ ...location, file: nameOf(location.file) });
  const { spec, problems } = await load(file, options);
  const malformed = spec === undefined ? [] : lintExtensions(spec);
  const warnings = malformed.map((problem) => ({ ...problem, severity: 'warning' as const }));
  const shown = [...problems, ...warnings].map(({ location, ...problem }) => ({
    ...problem,
    message: named(problem.message),
    ...(location !== undefined && { location: placed(location) }),
  }));
  printProblems(shown, context);
  if (spec === undefined) return undefined;
  return { ...spec, locate: (pointer) => placed(spec.locate(pointer)) };
}
