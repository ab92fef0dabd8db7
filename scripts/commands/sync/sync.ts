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
import { ApiError } from './workspace/attempt.ts';
import { findOurs } from './workspace/existing.ts';
import { type Generated, toGenerated } from './workspace/generated.ts';
import { type PlannedChange, toPlannedChange } from './workspace/planned-change.ts';
import { createSend, type Send } from './workspace/send.ts';
import { changeText, countsText, notDoneText, workspaceText } from './workspace/text.ts';
import { findWorkspace } from './workspace/workspace.ts';

/** The options of `sync`. */
export type SyncOptions = SpecSource & {
  /** An id or a name; not needed if there is only one. */
  readonly workspace?: string;
  readonly apply: boolean;
  readonly api: string;
  readonly timeoutMs: number;
};

/** Puts the generated collections and environments into a Postman workspace; without `apply` it only prints the changes. */
export async function sync(options: SyncOptions, context: Context): Promise<ExitCode> {
  if (options.workspace?.trim() === '') throw new UsageError('--workspace is empty: give an id or a name.');
  const base = toApiBase(options.api);
  const env = readEnv(context.env);
  const key = toKey(env);
  context.guard.add([key]);
  const opened = await openSpec(options, context);
  // The environments of local regions are useful only on the machine that runs these regions.
  const built = opened === undefined ? undefined : await buildFiles(opened, context, {});
  if (opened === undefined || built === undefined) return ExitCode.badSpec;
  const stop = new AbortController();
  void context.interrupted().then(() => stop.abort());
  const connection = {
    base,
    key,
    timeoutMs: options.timeoutMs,
    hint: proxyHint(env),
    interrupted: stop.signal,
  };
  const send = createSend(connection, context.err);
  try {
    const secrets = secretNames(opened.api);
    const generated = built.files.map((file) => toGenerated(file, secrets));
    const code = await run(generated, options, send, context);
    return stop.signal.aborted ? ExitCode.interrupted : code;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (stop.signal.aborted) {
      context.err('Interrupted: nothing was changed.');
      return ExitCode.interrupted;
    }
    context.err(`error: ${error.message}`);
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
  const replan = async (about: readonly Generated[]): Promise<PlannedChange[]> => {
    const found = await findOurs(send, workspace.id, about);
    return [...found].map(([one, there]) => toPlannedChange(one, there, workspace.id));
  };
  const plan = await replan(generated);
  if (apply) return applyAll(plan, send, replan, io);
  for (const planned of plan) io.out(changeText(planned, false));
  const isNothing = plan.every(({ action }) => action === 'leave');
  const counts = countsText(plan, false);
  io.out(
    isNothing ? '\nThere is nothing to do.' : `\nDry run: nothing was changed. With --apply: ${counts}.`,
  );
  return ExitCode.kept;
}

async function applyAll(
  plan: readonly PlannedChange[],
  send: Send,
  replan: (about: readonly Generated[]) => Promise<PlannedChange[]>,
  io: Io,
): Promise<ExitCode> {
  const done: PlannedChange[] = [];
  for (const planned of plan) {
    const error = await applyChange(planned, send, async () => (await replan([planned.generated]))[0]);
    if (error === undefined) {
      done.push(planned);
      io.out(changeText(planned, true));
      continue;
    }
    io.err(`error: ${planned.generated.kind} ${planned.generated.name}: ${error.message}`);
    if (!isOnlyThisRefused(error)) break;
  }
  const notDone = plan.filter((planned) => !done.includes(planned));
  if (notDone.length > 0) io.err(notDoneText(notDone));
  io.out(done.length === 0 ? '\nNothing was done.' : `\n${countsText(done, true)}.`);
  return notDone.length > 0 ? ExitCode.notJudged : ExitCode.kept;
}

/**
 * Applies a change. If no response says whether it was done, it is not sent again, because that could create a second
 * element, and a replacement can succeed despite its error (postman-app-support issue 10098). The workspace decides.
 * @param replan the change that the same element needs now
 * @returns the error, if it is not done
 */
async function applyChange(
  { call }: PlannedChange,
  send: Send,
  replan: () => Promise<PlannedChange | undefined>,
): Promise<ApiError | undefined> {
  if (call === undefined) return undefined;
  try {
    await send(call);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (!error.mayBeDone) return error;
    const now = await replan().catch(() => undefined);
    return now?.action === 'leave' ? undefined : error;
  }
}

/** Whether only this change was refused, so that others may still succeed. */
function isOnlyThisRefused({ status = 0 }: ApiError): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}
