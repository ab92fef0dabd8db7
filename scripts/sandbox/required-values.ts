import type { History } from './history.ts';
import type { Pm } from './pm.ts';
import { isTemplate, templateProblem } from './template.ts';

/**
 * Runs before a request that takes values from earlier responses: without them nothing is sent, and a failing test says
 * why.
 */
export function need(pm: Pm, names: readonly string[], { refused }: Pick<History, 'refused'>): void {
  const value = (name: string): unknown => pm.variables.get(name);
  // A value of the environment may be a template, too.
  const wrong = names.filter((name) => refused[name] || isTemplate(value(name)));
  const missing = names.filter((name) => value(name) === undefined);
  if (wrong.length + missing.length === 0) return;
  const reason =
    wrong.length > 0
      ? `the value of ${wrong.join(', ')} ${templateProblem}`
      : `earlier responses gave no value for ${missing.join(', ')}: the list may be too short, lack the property, or be missing`;
  pm.test(`not sent: ${reason}`, () => {
    throw new Error(reason);
  });
  pm.execution.skipRequest();
}
