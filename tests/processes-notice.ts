import { tellsOfProcesses, withoutProcesses } from './fixtures/processes.ts';

/** Where the system does not tell of processes, the tests that look at them are left out, which is told at the end. */
export function setup(): () => void {
  return () => {
    if (!tellsOfProcesses) process.stderr.write(`${withoutProcesses}\n`);
  };
}
