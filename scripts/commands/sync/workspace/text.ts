import { visible } from '../../../base/visible.ts';
import { listOf } from '../../../base/words.ts';
import type { PlannedChange } from './planned-change.ts';
import type { Workspace } from './workspace.ts';

const maxChanges = 8;

/** The line that names the workspace. */
export function workspaceText({ id, name, visibility }: Workspace): string {
  return oneLine(`Workspace ${name} (${visibility}, ${id})`);
}

const words = {
  create: { sign: '+', will: 'create', did: 'created' },
  update: { sign: '~', will: 'update', did: 'updated' },
  leave: { sign: '=', will: 'unchanged', did: 'unchanged' },
} as const;

/** The change to a collection or environment, and below it the reasons. Everything that the change deletes is listed. */
export function changeText(planned: PlannedChange, isDone: boolean): string {
  const { generated, action, changes, removed, additions, namesakes } = planned;
  const { sign, will, did } = words[action];
  const rest = changes.length - maxChanges;
  const lines = [
    `${sign} ${(isDone ? did : will).padEnd(9)}  ${generated.kind.padEnd(11)}  ${generated.name}`,
    ...changes.slice(0, maxChanges).map((change) => `    ${change}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
    ...removed.map((path) => `    - ${path}`),
    ...additions.map((what) => `    ${action === 'leave' ? 'keeps' : '-'} ${what} (only in Postman)`),
    ...variableLines(planned),
    ...namesakes.flatMap((uid) => [
      '    another one with this name is not ours and stays as it is:',
      `      ${uid}`,
    ]),
  ];
  return lines.map(oneLine).join('\n');
}

/** Postman's API does not show whether somebody filled in a value or it was generated earlier. */
function variableLines({ filledIn, differing }: PlannedChange): string[] {
  return [
    ...(filledIn.length > 0 ? [`    keeps its own value of ${listOf(filledIn)}`] : []),
    ...differing.flatMap(({ key, generated, present }) => [
      `    keeps a value of ${key} that is not the generated one:`,
      `      in Postman  ${present === '' ? '(empty)' : present}`,
      `      generated   ${generated}`,
    ]),
    ...(differing.length > 0
      ? ['    To get the generated value, delete the variable in Postman and sync again.']
      : []),
  ];
}

/** `2 created, 1 updated, 3 unchanged`, or in a dry run `2 to create`. Counts of zero are left out. */
export function countsText(plan: readonly PlannedChange[], isDone: boolean): string {
  const counts = (['create', 'update', 'leave'] as const).map((action) => {
    const number = plan.filter((planned) => planned.action === action).length;
    const { will, did } = words[action];
    const word = isDone || action === 'leave' ? did : `to ${will}`;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  return counts.flat().join(', ');
}

/** The changes that a run did not make. */
export function notDoneText(notDone: readonly PlannedChange[]): string {
  const names = notDone.map(({ generated: { kind, name } }) => oneLine(`  ${kind.padEnd(11)}  ${name}`));
  return ['Not done:', ...names, 'Run it again to continue. What is done stays as it is.'].join('\n');
}

function oneLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
