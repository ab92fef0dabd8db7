import { resolve } from 'node:path';
import { vi } from 'vitest';

const ownSpec = resolve('spec/rivery.openapi.yaml');

// The project's own spec does not change while the tests run. Opening it and building its suite would take a quarter of
// the time of each run in this process. Tests of the real program do it every time.

vi.mock('../scripts/openapi/open-spec.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../scripts/openapi/open-spec.ts')>();
  let own: ReturnType<typeof original.openSpec> | undefined;
  const openSpec: typeof original.openSpec = (options, io) => {
    const { spec, refRoot, allowRemote, envPrefix = io.env?.['CONTRACT_ENV_PREFIX'] } = options;
    const isPlain = refRoot === undefined && !allowRemote && envPrefix === undefined;
    if (!isPlain || resolve(spec) !== ownSpec) return original.openSpec(options, io);
    own ??= original.openSpec(options, {
      out: io.out,
      err: (line) => {
        throw new Error(`The project's own spec has a problem: ${line}`);
      },
    });
    return own;
  };
  return { ...original, openSpec };
});

vi.mock('../scripts/suite/build-suite.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../scripts/suite/build-suite.ts')>();
  const suites = new WeakMap<object, ReturnType<typeof original.buildSuite>>();
  const buildSuite: typeof original.buildSuite = (opened, io) => {
    if (!opened.isOwn) return original.buildSuite(opened, io);
    const suite = suites.get(opened) ?? original.buildSuite(opened, io);
    suites.set(opened, suite);
    return suite;
  };
  return { ...original, buildSuite };
});
