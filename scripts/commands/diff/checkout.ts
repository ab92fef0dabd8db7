import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { isObject } from '../../base/read.ts';
import { UsageError } from '../../base/usage-error.ts';

type GitEnv = Readonly<Record<string, string | undefined>>;

/** A file as it was at a git revision. */
export type CheckedOut = {
  /** The full hash of the commit. */
  readonly commit: string;
  readonly file: string;
  /** The folder of the checkout for a folder of the working tree; its root for one outside the repository. */
  readonly folderOf: (folder: string) => Promise<string>;
  /** How messages name a file of the checkout: `main:spec/shop.yaml`, as git does. */
  readonly nameOf: (file: string) => string;
  /** A text in which such files have these names. */
  readonly named: (text: string) => string;
};

/**
 * Writes a file, and everything that it may refer to, as of a revision, to a folder that exists while `use` runs. The
 * working tree and its index do not change.
 * @throws UsageError if the repository, the revision, or the file in it does not exist
 */
export async function withCheckout<T>(
  wanted: { readonly file: string; readonly revision: string },
  outer: GitEnv,
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
    await write((one) => one === name, { folder, root, env: own });
    return await use({
      commit,
      file: join(folder, name),
      folderOf: async (other) => {
        const path = relative(root, await realpath(other).catch(() => resolve(other)));
        return path === '..' || path.startsWith(`..${sep}`) ? folder : join(folder, path);
      },
      nameOf: (other) => `${revision}:${relative(folder, resolve(other)).replaceAll(sep, '/')}`,
      named: (text) => text.replaceAll(`${folder}${sep}`, `${revision}:`),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Git hooks set variables that name a repository, which may not be that of the file (`git rev-parse --local-env-vars`). */
function withoutRepository(env: GitEnv): GitEnv {
  const own = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY|COMMON_DIR|NAMESPACE)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

type Target = { readonly folder: string; readonly root: string; readonly env: GitEnv };

/** Writes the wanted file, all YAML and JSON files, and the symbolic links whose targets are in the folder. */
async function write(isWanted: (name: string) => boolean, { folder, root, env }: Target): Promise<void> {
  const staged = (await git(['ls-files', '--stage', '-z'], root, env)).split('\0').filter(Boolean);
  const entries = staged.map((entry) => {
    const [, mode, name = ''] = /^(\d+) [^\t]*\t(.*)$/s.exec(entry) ?? [];
    return { name, isLink: mode === '120000' };
  });
  const needed = entries.filter(
    ({ name, isLink }) => isLink || isWanted(name) || /\.(ya?ml|json)$/i.test(name),
  );
  const args = ['-c', 'core.symlinks=true', 'checkout-index', '-z', '--stdin', `--prefix=${folder}/`];
  await git(args, root, env, needed.map(({ name }) => name).join('\0'));
  const links = entries.filter(({ isLink }) => isLink).map(({ name }) => join(folder, name));
  const isOutside = await Promise.all(links.map((link) => leadsOut(link, folder)));
  await Promise.all(links.filter((_, index) => isOutside[index]).map((link) => rm(link)));
}

/** Whether a link, followed to its end, leaves the folder. A dangling link counts, because its target could appear later. */
async function leadsOut(link: string, folder: string): Promise<boolean> {
  const target = await realpath(link).catch(() => '');
  return !`${target}${sep}`.startsWith(`${folder}${sep}`);
}

async function rootOf(file: string, folder: string, env: GitEnv): Promise<string> {
  try {
    return (await git(['rev-parse', '--show-toplevel'], folder, env)).trimEnd();
  } catch (error) {
    const reason = firstLine(error);
    throw new UsageError(
      `\`${file}\` is not in a git repository that can be read (${reason}). Compare a file that is under version control.`,
    );
  }
}

/** The commit of a revision. A name with a leading hyphen would be an option of git, and is never a revision. */
async function commitOf(revision: string, root: string, env: GitEnv): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  const found = revision.startsWith('-') ? '' : await git(args, root, env).catch(() => '');
  if (found !== '') return found.trim();
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'], root, env)).trim() === 'true';
  const hint = isShallow
    ? 'The clone has only a part of the history: run `git fetch --unshallow`, or set `fetch-depth: 0` in GitHub Actions.'
    : 'Name a commit, a branch or a tag that `git log` shows, such as `origin/main`.';
  throw new UsageError(`There is no revision \`${revision}\` in the repository. ${hint}`);
}

/** The output of a git command. Rejects if its exit code is not 0. */
async function git(args: readonly string[], cwd: string, env: GitEnv, input = ''): Promise<string> {
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
function firstLine(error: unknown): string {
  const { stderr, message } = isObject(error) ? error : {};
  return (
    String(stderr || message)
      .trim()
      .split('\n')[0] ?? ''
  );
}
