import { Writable } from 'node:stream';
import { createGuard } from '../secrets/guard.ts';
import type { Outside, World } from './io.ts';

/** A world in which nothing is printed that shows a secret, and what came of it. */
export type Guarded = {
  readonly world: World;
  /** Whether all that was printed shows a secret nonetheless. */
  readonly isLeaking: () => boolean;
};

export function guarded(outside: Outside): Guarded {
  const guard = createGuard();
  const printed: string[] = [];
  const through =
    (print: (text: string) => void) =>
    (text: string): void => {
      const safe = guard.redact(text);
      printed.push(safe);
      print(safe);
    };
  const { progress } = outside;
  const write = through((text) => progress.write(text));
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      write(String(chunk));
      done();
    },
  });
  const world = {
    ...outside,
    guard,
    out: through(outside.out),
    err: through(outside.err),
    progress: Object.assign(stream, { isTTY: progress.isTTY === true, columns: outside.width }),
  };
  return { world, isLeaking: () => guard.isLeaking(printed.join('\n')) };
}
