import type { Change, Changes } from '../../../model/change.ts';
import type { Spec } from '../../../model/spec.ts';
import { type ChangeRule, severityOf } from './change-rules.ts';
import type { Policy } from './diff.ts';
import { both, type Pair } from './pair.ts';

/** The changes, with one more if something breaks but `info.version` does not say so. */
export function withVersion(
  changes: Changes,
  specs: Pair<Spec>,
  { severities }: Pick<Policy, 'severities'>,
): Changes {
  const found = changes.changes.some(({ severity }) => severity === 'error') ? fault(specs) : undefined;
  if (found === undefined) return changes;
  const severity = severities?.get(found.rule) ?? severityOf(found.rule);
  if (severity === 'none') return { ...changes, hidden: changes.hidden + 1 };
  const { changes: all } = changes;
  const location = specs.revision.locate('/info/version');
  const change: Change = { breaking: severity === 'error', severity, ...found, operations: [], location };
  const rank = ['error', 'warning', 'info'];
  const after = all.findIndex((one) => rank.indexOf(one.severity) > rank.indexOf(severity));
  return { ...changes, changes: all.toSpliced(after < 0 ? all.length : after, 0, change) };
}

/** Which part of a version was not raised (Semantic Versioning 2.0.0, items 4 and 8). */
function fault(specs: Pair<Spec>): { readonly rule: ChangeRule; readonly text: string } | undefined {
  const { base: before, revision: now } = both(specs, ({ document }) => document.info.version);
  const [was, is] = [before, now].map(numbersOf);
  const next = was === undefined ? '' : ` Raise it to \`${nextOf(was)}\` or higher.`;
  if (before === now) {
    return {
      rule: 'version-not-raised',
      text: `something breaks, but \`info.version\` is still \`${now}\`.${next}`,
    };
  }
  if (was === undefined || is === undefined) return undefined;
  const message = `something breaks, but \`info.version\` is \`${now}\` after \`${before}\`.${next}`;
  if (compare(is, was) < 0) return { rule: 'version-lowered', text: message };
  return compare(is, nextNumbers(was)) < 0 ? { rule: 'version-major-not-raised', text: message } : undefined;
}

type Numbers = readonly [major: number, minor: number, patch: number];

/** The numbers of a semantic version; `undefined` for other versions. Pre-releases and build metadata are left out. */
function numbersOf(version: string): Numbers | undefined {
  const found = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:[-+].*)?$/.exec(version);
  return found === null ? undefined : [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** The lowest version in which something may break. Before 1.0.0, the second number says it. */
function nextNumbers([major, minor]: Numbers): Numbers {
  return major === 0 ? [0, minor + 1, 0] : [major + 1, 0, 0];
}

function nextOf(numbers: Numbers): string {
  return nextNumbers(numbers).join('.');
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
