import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Failure = { readonly file: string; readonly test: string; readonly message: string };

/** What failed, and the CPU time of all processes. */
export type Tested = { readonly failures: readonly Failure[]; readonly cpuSeconds: number };

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

/** A mutant may never end. */
const longestMs = 15 * 60_000;

/** The shell says at its end how much CPU time its children took (POSIX, `times`). */
const command = 'npx vitest run --no-isolate --reporter=json "$@"; code=$?; times; exit $code';

/**
 * Runs test files until as many tests have failed as `bail` says; 0: all of them.
 * @param onStart gets the process, which leads a group of its own
 */
export async function runTests(
  files: readonly string[],
  bail: number,
  onStart: (child: ChildProcess) => void,
): Promise<Tested> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  const output = join(folder, 'report.json');
  const child = spawn('sh', ['-c', command, 'sh', `--bail=${bail}`, `--outputFile=${output}`, ...files], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onStart(child);
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const impatience = setTimeout(() => stop(child), longestMs);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(impatience);
  const failures = code === 0 ? [] : failuresIn(output, files);
  rmSync(folder, { recursive: true });
  return { failures, cpuSeconds: cpuSecondsIn(printed) };
}

/** Ends the process and all that it started. */
export function stop({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

function failuresIn(output: string, files: readonly string[]): Failure[] {
  const failures = (reportIn(output)?.testResults ?? []).flatMap(
    ({ name, message, status, assertionResults }): Failure[] => {
      const file = name.slice(name.lastIndexOf('/tests/') + 1);
      const failed = assertionResults.filter((one) => one.status === 'failed');
      const tests = failed.map(({ fullName: test, failureMessages }) => {
        return { file, test, message: firstLine(failureMessages.join('\n')) };
      });
      return tests.length === 0 && status === 'failed'
        ? [{ file, test: '', message: firstLine(message) }]
        : tests;
    },
  );
  const unknown = {
    file: files.join(' '),
    test: '',
    message: 'vitest did not end, or found an unhandled error',
  };
  return failures.length === 0 ? [unknown] : failures;
}

function reportIn(output: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    return undefined;
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('').slice(0, 200);
}

function cpuSecondsIn(printed: string): number {
  const last = printed.trimEnd().split('\n').at(-1) ?? '';
  const times = [...last.matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}
