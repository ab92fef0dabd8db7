import { count, listOf } from '../report/words.ts';
import { visible } from '../visible.ts';
import type { Step } from './step.ts';
import type { Workspace } from './workspace.ts';

const mostChanges = 8;

export function workspaceText({ id, name, visibility }: Workspace): string {
  return oneLine(`Workspace ${name} (${visibility}, ${id})`);
}

const words = {
  create: { sign: '+', will: 'create', did: 'created' },
  update: { sign: '~', will: 'update', did: 'updated' },
  leave: { sign: '=', will: 'leave', did: 'left' },
} as const;

/** What is done about a collection or environment, and below it the reasons. */
export function stepText(step: Step, isDone: boolean): string {
  const { generated, action, changes, filledIn, namesakes } = step;
  const { sign, will, did } = words[action];
  const rest = changes.length - mostChanges;
  const lines = [
    `${sign} ${(isDone ? did : will).padEnd(7)}  ${generated.kind.padEnd(11)}  ${generated.name}`,
    ...changes.slice(0, mostChanges).map((change) => `    ${change}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    ...(filledIn.length > 0 ? [`    keeps its own value of ${listOf(filledIn)}`] : []),
    ...namesakes.map((uid) => `    ${uid} has the same name and is not ours: it stays as it is`),
  ];
  return lines.map(oneLine).join('\n');
}

/** `2 created, 1 updated, 3 left`, each only where there is one. */
export function countsText(steps: readonly Step[]): string {
  const counts = (['create', 'update', 'leave'] as const).map((action) => {
    const number = steps.filter((step) => step.action === action).length;
    return number === 0 ? [] : [`${number} ${words[action].did}`];
  });
  return counts.flat().join(', ');
}

/** What a half-done run leaves to do. */
export function undoneText(undone: readonly Step[]): string {
  const names = undone.map(({ generated: { kind, name } }) => `  ${kind}  ${name}`);
  return oneLines([
    `Not done: ${count(undone.length, 'step')}. Run it again to go on: what is done is left.`,
    ...names,
  ]);
}

function oneLines(lines: readonly string[]): string {
  return lines.map(oneLine).join('\n');
}

/** Names are other people's: they can't write on the terminal. */
function oneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
