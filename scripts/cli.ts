import { once } from 'node:events';
import { ExitCode } from './exit-code.ts';
import { bugText, main } from './program.ts';

// Whoever reads the output may stop early, as `head` does; that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// What nobody waits for can't be caught elsewhere: nothing that comes after it is to be relied on.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    process.stderr.write(`${bugText(error)}\n`, () => process.exit(ExitCode.bug));
  });
}

process.exitCode = await main(process.argv, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  width: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '',
  progress: process.stderr,
  env: process.env,
  interrupted: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]),
});
