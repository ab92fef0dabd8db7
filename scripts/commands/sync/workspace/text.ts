import { visible } from '../../../base/visible.ts';
import { listOf } from '../../../base/words.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Workspace } from './workspace.ts';

const mostChanges = 8;

export function workspaceText({ id, name, visibility }: Workspace): string {
  return oneLine(`Workspace ${name} (${visibility}, ${id})`);
}

const words = {
  create: { sign: '+', will: 'create', did: 'created' },
  update: { sign: '~', will: 'update', did: 'updated' },
  leave: { sign: '=', will: 'unchanged', did: 'unchanged' },
} as const;

/** What is done about a collection or environment, and below it the reasons. What is lost by it is named to the last. */
export function stepText(step: PlannedChange, isDone: boolean): string {
  const { generated, action, changes, removed, additions, namesakes } = step;
  const { sign, will, did } = words[action];
  const rest = changes.length - mostChanges;
  const lines = [
    `${sign} ${(isDone ? did : will).padEnd(9)}  ${generated.kind.padEnd(11)}  ${generated.name}`,
    ...changes.slice(0, mostChanges).map((change) => `    ${change}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    ...removed.map((path) => `    - ${path}`),
    ...additions.map((what) => `    ${action === 'leave' ? 'keeps' : '-'} ${what} (only in Postman)`),
    ...variableLines(step),
    ...namesakes.flatMap((uid) => [
      '    another of this name is not ours, and stays as it is:',
      `      ${uid}`,
    ]),
  ];
  return lines.map(oneLine).join('\n');
}

/** Postman's API does not tell a value that somebody filled in from one that was generated earlier. */
function variableLines({ filledIn, differing }: PlannedChange): string[] {
  return [
    ...(filledIn.length > 0 ? [`    keeps its own value of ${listOf(filledIn)}`] : []),
    ...differing.flatMap(({ key, generated, present }) => [
      `    keeps a value of ${key} that is not the generated one:`,
      `      in Postman  ${present === '' ? '(empty)' : present}`,
      `      generated   ${generated}`,
    ]),
    ...(differing.length > 0
      ? ['    To have what is generated, delete the variable in Postman and sync again.']
      : []),
  ];
}

/** `2 created, 1 updated, 3 unchanged`, or before it is done `2 to create`; each only where there is one. */
export function countsText(steps: readonly PlannedChange[], isDone: boolean): string {
  const counts = (['create', 'update', 'leave'] as const).map((action) => {
    const number = steps.filter((step) => step.action === action).length;
    const { will, did } = words[action];
    const word = isDone || action === 'leave' ? did : `to ${will}`;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  return counts.flat().join(', ');
}

/** What a half-done run leaves to do. */
export function undoneText(undone: readonly PlannedChange[]): string {
  const names = undone.map(({ generated: { kind, name } }) => oneLine(`  ${kind.padEnd(11)}  ${name}`));
  return ['Not done:', ...names, 'Run it again to go on: what is done is left as it is.'].join('\n');
}

function oneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
