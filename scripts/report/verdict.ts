import { ExitCode } from '../base/exit-code.ts';
import { groupBy } from '../base/group-by.ts';
import { count, listOf } from '../base/words.ts';
import type { RegionResult, RunResult } from '../model/run-result.ts';
import { countDifferences, regionsOf, toCauses, toUnequal } from './causes.ts';
import { staleSentences, unaccepted } from './known.ts';
import type { Style } from './terminal/paint.ts';
import { onlyFailedSentences } from './unsent.ts';

/** The verdict in words, and its style. */
export type VerdictLine = { readonly text: string; readonly style: Style };

/** Explains the exit code of the run in a few sentences. */
export function verdictLine(result: RunResult): VerdictLine {
  const { text, style } = sentences[result.exitCode](result);
  return { text: [text, ...onlyFailedSentences(result)].join(' '), style };
}

const sentences: Readonly<Record<ExitCode, (result: RunResult) => VerdictLine>> = {
  [ExitCode.kept]: kept,
  [ExitCode.broken]: broken,
  [ExitCode.badSpec]: () => ({ text: 'The spec or the generated files have problems.', style: 'bad' }),
  [ExitCode.usage]: () => ({ text: 'The configuration of the run is wrong.', style: 'bad' }),
  [ExitCode.notJudged]: notJudged,
  [ExitCode.interrupted]: interrupted,
  [ExitCode.bug]: () => ({ text: 'This is a bug of this program.', style: 'bad' }),
};

function interrupted(result: RunResult): VerdictLine {
  const { regions } = result;
  const all = Object.entries(regions);
  const begun = all.filter(([, { checks }]) => checks > 0).map(([name]) => name);
  const rest = all.filter(([, { checks }]) => checks === 0).map(([name]) => name);
  const wereOf = (names: readonly string[]): string =>
    `${listOf(names)} ${names.length === 1 ? 'was' : 'were'}`;
  const sentences = [
    ...(begun.length === 0 ? [] : [`${wereOf(begun)} judged in part only.`]),
    ...(rest.length === 0 ? [] : [`${wereOf(rest)} not judged, because nothing was checked there yet.`]),
    ...alsoFound(result),
  ];
  return { text: `Interrupted: ${sentences.join(' ')}`, style: 'doubt' };
}

function kept(result: RunResult): VerdictLine {
  const { regions, parity } = result;
  const all = Object.values(regions);
  const sum = (key: 'requests' | 'checks' | 'known'): number =>
    all.reduce((total, region) => total + region[key], 0);
  const names = Object.keys(regions);
  const made = `${count(sum('requests'), 'request')}, ${count(sum('checks'), 'check')}`;
  const known = sum('known') === 0 ? '' : `, ${sum('known')} known`;
  const unequal = parity.length - unaccepted(parity).length;
  const differ = unequal === 0 ? '' : `, ${count(unequal, 'known difference')}`;
  return {
    text: `The contract is kept in ${listOf(names)}${withFlakyAndDrift(result, names)}: ${made}${known}${differ}.`,
    style: 'good',
  };
}

/** What a kept contract must not hide: `, with 118 flaky cases and 3 drift findings (1 cause)`. */
function withFlakyAndDrift(result: RunResult, regions: readonly string[]): string {
  const words = flakyAndDrift(result, regions);
  return words === '' ? '' : `, with ${words}`;
}

/** The same as a sentence, for regions that do not keep the contract. */
function alsoFound(result: RunResult, regions = Object.keys(result.regions)): string[] {
  const words = flakyAndDrift(result, regions);
  return words === '' ? [] : [`Also found: ${words}.`];
}

function flakyAndDrift({ cases, findings }: RunResult, regions: readonly string[]): string {
  const flaky = cases.filter(({ region, verdict }) => verdict === 'flaky' && regions.includes(region)).length;
  const drift = unaccepted(findings).filter(
    ({ region, severity }) => severity === 'drift' && regions.includes(region),
  );
  return listOf([
    ...(flaky === 0 ? [] : [count(flaky, 'flaky case')]),
    ...(drift.length === 0 ? [] : [counted(drift.length, 'drift finding', toCauses(drift).length)]),
  ]);
}

function broken(result: RunResult): VerdictLine {
  const differ = unequal(result);
  const failed = brokenBy(result, 'failed', 'The contract is broken');
  const strict = result.strict ? strictly(result) : [];
  const also = result.strict ? [] : alsoFound(result);
  const broken = [...failed, ...strict, ...differ];
  const rest = broken.length > 0 ? [...broken, ...open(result), ...also] : [notBroken(result).text];
  return { text: [...rest, ...staleSentences(result), ...uncovered(result)].join(' '), style: 'bad' };
}

/** The verdict if the run fails only because of the coverage floor or the table of known deviations. */
function notBroken(result: RunResult): VerdictLine {
  const isNotJudged = Object.values(result.regions).some(isOpen) || (result.unsent ?? []).length > 0;
  return isNotJudged ? notJudged(result) : kept(result);
}

function unequal({ parity }: RunResult): string[] {
  const all = unaccepted(parity);
  if (all.length === 0) return [];
  return [`The regions differ: ${counted(countDifferences(all), 'difference', toUnequal(all).length)}.`];
}

/** What counts as broken only with `--strict`. */
function strictly(result: RunResult): string[] {
  const flaky = result.cases.filter(({ verdict }) => verdict === 'flaky');
  const regions = listOf(regionsOf(flaky));
  return [
    ...brokenBy(result, 'drift', 'Drift counts as broken'),
    ...(flaky.length === 0 ? [] : [`Flaky counts as broken in ${regions}: ${count(flaky.length, 'case')}.`]),
  ];
}

function uncovered({ coverage: { percent, floor = 0 } }: RunResult): string[] {
  return percent < floor ? [`Coverage is too low: ${percent} %, and the floor is ${floor} %.`] : [];
}

function brokenBy({ findings }: RunResult, severity: 'failed' | 'drift', what: string): string[] {
  const own = unaccepted(findings).filter((finding) => finding.severity === severity);
  if (own.length === 0) return [];
  const causes = toCauses(own).length;
  const regions = listOf(regionsOf(own));
  return [`${what} in ${regions}: ${counted(own.length, 'finding', causes)}.`];
}

function counted(all: number, one: string, causes: number): string {
  return causes === all ? count(all, one) : `${count(all, one)} (${count(causes, 'cause')})`;
}

function notJudged(result: RunResult): VerdictLine {
  const missing = (result.unsent ?? []).map(({ region }) => region);
  const fine = Object.entries(result.regions).filter(
    ([name, region]) => !isOpen(region) && !missing.includes(name),
  );
  const names = fine.map(([name]) => name);
  const others = Object.keys(result.regions).filter((name) => !names.includes(name));
  const keep = `${listOf(names)} ${names.length === 1 ? 'keeps' : 'keep'} the contract`;
  const rest = names.length === 0 ? [] : [`${keep}${withFlakyAndDrift(result, names)}.`];
  const unsent = missing.length === 0 ? [] : ['Could not judge everything that failed before.'];
  const reasons = [...open(result), ...unsent];
  const text =
    reasons.length === 0
      ? 'Could not judge: nothing was checked.'
      : [...reasons, ...rest, ...alsoFound(result, others)].join(' ');
  return { text, style: 'doubt' };
}

/** A sentence for each reason why regions could not be judged. */
function open({ regions }: RunResult): string[] {
  const all = Object.entries(regions).filter(([, region]) => isOpen(region));
  return groupBy(all, ([, region]) => reasonOf(region)).flatMap((group) => {
    const names = listOf(group.map(([name]) => name));
    return group
      .slice(0, 1)
      .map(([, region]) => `Could not judge ${names}: ${firstSentence(reasonOf(region))}`);
  });
}

/** The reason without the advice, which the line of the region shows. */
function firstSentence(reason: string): string {
  const [first = reason] = reason.split(/(?<=[.?!]) (?=\p{Lu})/u);
  return /[.?!]$/.test(first) ? first : `${first}.`;
}

/** Whether a region could not be judged completely. */
export function isOpen({ verdict, checks }: RegionResult): boolean {
  return verdict === 'unreachable' || verdict === 'inconclusive' || checks === 0;
}

/** Why the region could not be judged, and what to do. */
export function reasonOf({ reason, checks }: RegionResult): string {
  return reason ?? (checks === 0 ? 'nothing was checked' : 'some checks could not be made');
}
