import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isObject } from '../../base/read.ts';
import { UsageError } from '../../base/usage-error.ts';

export type GitEnv = Readonly<Record<string, string | undefined>>;

/** The output of a git command. Rejects if its exit code is not 0. */
export async function git(args: readonly string[], cwd: string, env: GitEnv, input = ''): Promise<string> {
  const maxBuffer = 2 ** 28;
  const running = promisify(execFile)('git', [...args], { cwd, env: { ...env }, maxBuffer });
  // git may end before it reads its input; then its exit code says why.
  running.child.stdin?.on('error', () => undefined).end(input);
  const { stdout } = await running.catch((error: unknown) => {
    const line = firstLine(error);
    if (!refused.test(line)) throw error;
    throw new UsageError(
      `git could not write its files (${line}). Make room, or set TMPDIR to another folder.`,
    );
  });
  return stdout;
}

const refused =
  /No space left on device|quota exceeded|Read-only file system|File too large|Input\/output error/i;

/** The first line of git's error output. */
export function firstLine(error: unknown): string {
  const { stderr, message } = isObject(error) ? error : {};
  return (
    String(stderr || message)
      .trim()
      .split('\n')[0] ?? ''
  );
}

/** Git hooks set variables that name a repository, which may not be that of the file (`git rev-parse --local-env-vars`). */
export function withoutRepository(env: GitEnv): GitEnv {
  const own = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}
