import { missing, withoutPrograms } from './fixtures/samples.ts';

/** Where curl, Python or requests are missing, the samples that need them are left out, which is told at the end. */
export function setup(): () => void {
  return () => {
    if (missing.length > 0) process.stderr.write(`${withoutPrograms}\n`);
  };
}
