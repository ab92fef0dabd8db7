import { once } from 'node:events';
import { ExitCode } from '../base/exit-code.ts';
import { createChildRunner } from '../run/child-runner.ts';
import { main } from './main.ts';
import { createOutput, writeAnyway } from './output.ts';

const write = writeAnyway(process.stderr);
const err = (line: string): void => write(`${line}\n`);
const { print, finish } = createOutput(process.stdout, err);

const code = await main(process.argv, {
  out: print,
  err,
  width: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '',
  progress: { write, isTTY: process.stderr.isTTY === true },
  stdin: () => process.stdin,
  env: process.env,
  runner: createChildRunner(),
  // Unhandled rejections come here too. The state of the process is unknown, so it exits at once.
  onCrash: (report) => {
    process.on('uncaughtException', (error) => {
      report(error);
      process.exit(ExitCode.bug);
    });
  },
  interrupted: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]),
});
process.exitCode = await finish(code);
