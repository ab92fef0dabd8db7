import { checks, type Outcome } from '../model/outcome.ts';
import type { Pm } from './pm.ts';

/** Each kind of check becomes one test of Postman's. */
export function reportAll(pm: Pm, outcomes: readonly Outcome[]): void {
  for (const check of Object.keys(checks)) {
    const own = outcomes.filter((outcome) => outcome.check === check);
    const [first] = own;
    if (first !== undefined) report(pm, checks[first.check], own);
  }
}

/** A failure fails the test, and so does an inconclusive check, because that must not be green; drift is only logged. */
function report(pm: Pm, name: string, outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ verdict }) => verdict === 'failed');
  const open = outcomes.filter(({ verdict }) => verdict === 'inconclusive');
  for (const outcome of outcomes) if (outcome.verdict === 'drift') console.warn(`drift: ${inWords(outcome)}`);
  pm.test(name, () => {
    const wrong = [...failed, ...open];
    if (wrong.length > 0) throw new Error(wrong.slice(0, shown).map(inWords).join('\n') + rest(wrong.length));
  });
}

const shown = 5;

function rest(count: number): string {
  return count > shown ? `\nand ${count - shown} more` : '';
}

function inWords({ message, actual, pointer }: Outcome): string {
  const found = actual === undefined ? '' : `, found ${actual}`;
  return `${message}${found}${pointer === undefined ? '' : ` [${pointer}]`}`;
}
