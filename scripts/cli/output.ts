import { type ExitCode, exitCodeAfter } from '../base/exit-code.ts';
import { systemCode, systemReason } from '../base/system-error.ts';

/** Standard output as commands use it. */
export type Output = {
  readonly print: (line: string) => void;
  /** Waits until everything is written. If output was lost, exit code 0 becomes 3; other exit codes stay. */
  readonly finish: (code: ExitCode) => Promise<ExitCode>;
};

/**
 * Prints to a stream and survives its failures, which arrive as exceptions or as events. A reader that stops early,
 * such as `head`, is not a failure.
 * @param report called once, when a write fails
 */
export function createOutput(stream: NodeJS.WritableStream, report: (line: string) => void): Output {
  let isLost = false;
  // A failed stream accepts no more writes and calls no callback.
  let isBroken = false;
  const fail = (error: unknown): void => {
    if (isBroken) return;
    isBroken = true;
    if (systemCode(error) === 'EPIPE') return;
    isLost = true;
    report(
      `error: standard output could not be written (${systemReason(error)}). Redirect it, or make room there.`,
    );
  };
  stream.on('error', fail);
  const write = (text: string, done?: () => void): void => {
    try {
      if (!isBroken) stream.write(text, done);
    } catch (error) {
      fail(error);
    }
    if (isBroken) done?.();
  };
  return {
    print: (line) => write(`${line}\n`),
    finish: async (code) => {
      await new Promise<void>((resolve) => {
        stream.once('error', () => resolve());
        write('', resolve);
      });
      return isLost ? exitCodeAfter(code, 'not written') : code;
    },
  };
}

/** A writer that ignores its own failures: there is nowhere to report them. */
export function writeAnyway(stream: NodeJS.WritableStream): (text: string) => void {
  stream.on('error', () => undefined);
  return (text) => {
    try {
      stream.write(text);
    } catch {
      // Writing to a file is synchronous, so it throws instead of emitting an event.
    }
  };
}
