import { once } from 'node:events';
import { main } from './command-line/main.ts';
import { ExitCode } from './exit-code.ts';

// Whoever reads the output may stop early, as `head` does; that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await main(process.argv, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  width: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '',
  progress: process.stderr,
  stdin: () => process.stdin,
  env: process.env,
  // Also for a promise that nobody waits for. Nothing that comes after it is to be relied on.
  onCrash: (tell) => {
    process.on('uncaughtException', (error) => {
      tell(error);
      process.exit(ExitCode.bug);
    });
  },
  interrupted: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]),
});
