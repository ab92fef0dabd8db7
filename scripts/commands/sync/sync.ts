import { readEnv } from '../../base/env.ts';
import { ExitCode } from '../../base/exit-code.ts';
import { UsageError } from '../../base/usage-error.ts';
import type { Io } from '../../io/io.ts';
import type { SpecSource } from '../../openapi/load/load.ts';
import { openSpec } from '../../openapi/open-spec.ts';
import { buildFiles } from '../../suite/build-files.ts';
import { secretNames } from '../../suite/postman/run-variables.ts';
import type { Context } from '../context.ts';
import { proxyHint, toApiBase, toKey } from './postman.ts';
import { ApiError } from './workspace/api-error.ts';
import { isAlone, take } from './workspace/apply-change.ts';
import { findOurs } from './workspace/existing.ts';
import { type Generated, toGenerated } from './workspace/generated.ts';
import { type PlannedChange, toStep } from './workspace/planned-change.ts';
import { createSend, type Send } from './workspace/send.ts';
import { countsText, stepText, undoneText, workspaceText } from './workspace/text.ts';
import { findWorkspace } from './workspace/workspace.ts';

export type SyncOptions = SpecSource & {
  /** An id or a name; not needed where there is only one. */
  readonly workspace?: string;
  readonly apply: boolean;
  readonly api: string;
  readonly timeoutMs: number;
};

/** Puts the generated collections and environments into a Postman workspace; without `apply` it only tells what it would do. */
export async function sync(options: SyncOptions, world: Context): Promise<ExitCode> {
  if (options.workspace?.trim() === '') throw new UsageError('--workspace is empty: give an id or a name.');
  const base = toApiBase(options.api);
  const env = readEnv(world.env);
  const key = toKey(env);
  world.guard.add([key]);
  const opened = await openSpec(options, world);
  // The environments of local regions are of use on the machine on which those run.
  const built = opened === undefined ? undefined : await buildFiles(opened, world, {});
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const stop = new AbortController();
  void world.interrupted().then(() => stop.abort());
  const connection = {
    base,
    key,
    timeoutMs: options.timeoutMs,
    hint: proxyHint(env),
    interrupted: stop.signal,
  };
  const send = createSend(connection, world.err);
  try {
    const secrets = secretNames(opened.api);
    const generated = built.files.map((file) => toGenerated(file, secrets));
    const code = await run(generated, options, send, world);
    return stop.signal.aborted ? ExitCode.interrupted : code;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (stop.signal.aborted) {
      world.err('Interrupted: nothing was changed.');
      return ExitCode.interrupted;
    }
    world.err(`error: ${error.message}`);
    return ExitCode.notJudged;
  }
}

async function run(
  generated: readonly Generated[],
  { workspace: wanted, apply }: SyncOptions,
  send: Send,
  io: Io,
): Promise<ExitCode> {
  const workspace = await findWorkspace(send, wanted);
  io.out(`${workspaceText(workspace)}\n`);
  const look = async (about: readonly Generated[]): Promise<PlannedChange[]> => {
    const found = await findOurs(send, workspace.id, about);
    return [...found].map(([one, there]) => toStep(one, there, workspace.id));
  };
  const steps = await look(generated);
  if (apply) return takeAll(steps, send, look, io);
  for (const step of steps) io.out(stepText(step, false));
  const isNothing = steps.every(({ action }) => action === 'leave');
  const counts = countsText(steps, false);
  io.out(
    isNothing ? '\nThere is nothing to do.' : `\nA dry run: nothing was changed. With --apply: ${counts}.`,
  );
  return ExitCode.kept;
}

async function takeAll(
  steps: readonly PlannedChange[],
  send: Send,
  look: (about: readonly Generated[]) => Promise<PlannedChange[]>,
  io: Io,
): Promise<ExitCode> {
  const done: PlannedChange[] = [];
  for (const step of steps) {
    const { error } = await take(step, send, async () => (await look([step.generated]))[0]);
    if (error === undefined) {
      done.push(step);
      io.out(stepText(step, true));
      continue;
    }
    io.err(`error: ${step.generated.kind} ${step.generated.name}: ${error.message}`);
    if (!isAlone(error)) break;
  }
  const undone = steps.filter((step) => !done.includes(step));
  if (undone.length > 0) io.err(undoneText(undone));
  io.out(done.length === 0 ? '\nNothing was done.' : `\n${countsText(done, true)}.`);
  return undone.length > 0 ? ExitCode.notJudged : ExitCode.kept;
}
