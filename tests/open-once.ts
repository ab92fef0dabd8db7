import { vi } from 'vitest';

// The project's own spec does not change while the tests run. Opening it and building its suite would take a quarter of
// the time of each run in this process. Tests of the real program do it every time.

vi.mock('../scripts/openapi/open-spec.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../scripts/openapi/open-spec.ts')>();
  let own: ReturnType<typeof original.openSpec> | undefined;
  const openSpec: typeof original.openSpec = (options, io) => {
    const { spec, refRoot, allowRemote, envPrefix = io.env?.['CONTRACT_ENV_PREFIX'] } = options;
    const isPlain = refRoot === undefined && !allowRemote && envPrefix === undefined;
    if (!isPlain || spec !== 'spec/rivery.openapi.yaml') return original.openSpec(options, io);
    own ??= original.openSpec(options, io);
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
