import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { isObject } from './model/read.ts';
import { UsageError } from './usage-error.ts';

/** A file as it was at a git revision. */
export type CheckedOut = {
  /** The whole name of the commit. */
  readonly commit: string;
  readonly file: string;
  /** How a file beside it is named to people: `main:spec/shop.yaml`, as git has it. */
  readonly nameOf: (file: string) => string;
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Writes a file, and all that it may refer to, as they were at a revision, into a folder that is there for as long as
 * `use` takes. The working tree and its index stay as they are.
 * @throws a UsageError that says what is not there: the repository, the revision, or the file in it
 */
export async function withCheckout<T>(
  wanted: { readonly file: string; readonly revision: string },
  outer: Env,
  use: (checkedOut: CheckedOut) => Promise<T>,
): Promise<T> {
  const { file, revision } = wanted;
  const env = withoutRepository(outer);
  const path = await realpath(file);
  const root = await realpath(await rootOf(file, dirname(path), env));
  const name = relative(root, path).replaceAll(sep, '/');
  const commit = await commitOf(revision, root, env);
  await git(['cat-file', '-e', `${commit}:${name}`], root, env).catch(() => {
    throw new UsageError(
      `\`${name}\` does not exist at ${revision}, so there is nothing to compare with. Name a revision that has it.`,
    );
  });
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'checkout-')));
  try {
    const own = { ...env, GIT_INDEX_FILE: join(folder, '.index') };
    await git(['read-tree', commit], root, own);
    const names = (await git(['ls-files', '-z'], root, own)).split('\0');
    const needed = names.filter((one) => one === name || /\.(ya?ml|json)$/i.test(one));
    await git(['checkout-index', '-z', '--stdin', `--prefix=${folder}/`], root, own, needed.join('\0'));
    return await use({
      commit,
      file: join(folder, name),
      nameOf: (other) => `${revision}:${relative(folder, resolve(other)).replaceAll(sep, '/')}`,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A hook of git's is told of a repository, which need not be that of the file (`git rev-parse --local-env-vars`). */
function withoutRepository(env: Env): Env {
  const own = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

async function rootOf(file: string, folder: string, env: Env): Promise<string> {
  try {
    return (await git(['rev-parse', '--show-toplevel'], folder, env)).trimEnd();
  } catch (error) {
    const said = firstLine(error);
    throw new UsageError(
      `\`${file}\` is in no git repository that can be read (${said}). Compare a file that is under version control.`,
    );
  }
}

/** What begins with a hyphen would be an option of git, and is never the name of a revision. */
async function commitOf(revision: string, root: string, env: Env): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  const found = revision.startsWith('-') ? '' : await git(args, root, env).catch(() => '');
  if (found !== '') return found.trim();
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'], root, env)).trim() === 'true';
  const hint = isShallow
    ? 'Only a part of the history is here: fetch all of it by `git fetch --unshallow`, in GitHub Actions by `fetch-depth: 0`.'
    : 'Name a commit, a branch or a tag that `git log` shows, such as `origin/main`.';
  throw new UsageError(`There is no revision \`${revision}\` in the repository. ${hint}`);
}

async function git(args: readonly string[], cwd: string, env: Env, input = ''): Promise<string> {
  const maxBuffer = 2 ** 28;
  const running = promisify(execFile)('git', [...args], { cwd, env: { ...env }, maxBuffer });
  // It may end before it has read anything; then its status says why.
  running.child.stdin?.on('error', () => undefined).end(input);
  return (await running).stdout;
}

function firstLine(error: unknown): string {
  const { stderr, message } = isObject(error) ? error : {};
  return (
    String(stderr || message)
      .trim()
      .split('\n')[0] ?? ''
  );
}
