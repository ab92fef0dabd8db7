import { regionCaseKey } from '../../base/case-key.ts';
import type { Finding, ResultVerdict, RunResult } from '../../model/run-result.ts';
import { markOf } from '../baseline-marks.ts';
import { toCauses } from '../causes.ts';
import { unaccepted } from '../known.ts';
import type { Event } from './briefly.ts';

/** Findings of a severity; those of one clause under the words of the first. */
export function eventsOf({ findings }: RunResult, severity: ResultVerdict): Event[] {
  return toCauses(unaccepted(findings).filter((finding) => finding.severity === severity)).flatMap(
    ({ first, same, also }) => {
      const all = [...same, ...also.flat()];
      const message = `${markOf(all)}${first.message}`;
      const more = moreOf(first);
      return all.map(({ region, operationId, case: name }) => {
        return { region, operationId, case: name, message, ...(more !== '' && { more }) };
      });
    },
  );
}

function moreOf({ message, expected, actual, specLocation }: Finding): string {
  const isSaid = expected === undefined || message.includes(expected);
  const known = [
    specLocation,
    isSaid ? undefined : `expected ${expected}`,
    actual === undefined ? undefined : `actual ${actual}`,
  ];
  return known.filter((text) => text !== undefined).join('\n');
}

/** Cases of a verdict, each with its reason. */
export function casesOf({ cases }: RunResult, verdict: ResultVerdict): Event[] {
  return cases
    .filter((result) => result.verdict === verdict)
    .map(({ region, operationId, case: name, reason }) => {
      return { region, operationId, case: name, message: reason ?? 'no reason is known' };
    });
}

/** The findings of a severity that is a verdict on cases too, and such cases that no finding tells of. */
export function eventsAndCasesOf(result: RunResult, verdict: ResultVerdict): Event[] {
  const told = new Set(result.findings.map(regionCaseKey));
  const untold = casesOf(result, verdict).filter((event) => !told.has(regionCaseKey(event)));
  return [...eventsOf(result, verdict), ...untold];
}
