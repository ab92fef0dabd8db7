import { type Bundler, createBundler } from '../bundle/runtime.ts';
import { type Plan, toPlan } from '../cases/plan.ts';
import { unknownFormats } from '../checks/formats.ts';
import { noStrayVariable } from '../lint/no-stray-variable.ts';
import { locateProblem } from '../load/load.ts';
import { elsewhereVariable, guardVariable, unsafeVariable } from '../postman/controls.ts';
import { type GeneratedFile, type LocalValues, toContractFile, toFiles } from '../postman/files.ts';
import type { Scripts } from '../postman/script.ts';
import { canSimulate, localSettings } from '../simulator/settings.ts';
import type { Io } from './io.ts';
import { type Opened, printProblems } from './open-spec.ts';

export type Built = { readonly plan: Plan; readonly files: readonly GeneratedFile[] };

/** Everything that is generated from a description; `undefined` when a schema can't be compiled, or a request not be written. */
export async function buildFiles(opened: Opened, io: Io): Promise<Built | undefined> {
  const { api, spec } = opened;
  const bundler = prepare(opened, io);
  if (bundler === undefined) return undefined;
  const plan = toPlan(api);
  const byTag = api.tags.map(async ({ name }) => {
    return [name, await bundler.bundle(api.operations.filter(({ tag }) => tag === name))] as const;
  });
  const scripts = {
    byTag: Object.fromEntries(await Promise.all(byTag)),
    byOperation: await bundleOperations(opened, bundler),
  };
  const local = canSimulate(spec.bundle) ? localValues(api) : {};
  return { plan, files: toFiles(api, plan.cases, scripts, local) };
}

/** The same of what a run sends: the collection for CI alone. */
export async function buildSuite(opened: Opened, io: Io): Promise<Built | undefined> {
  const bundler = prepare(opened, io);
  if (bundler === undefined) return undefined;
  const plan = toPlan(opened.api);
  const byOperation = await bundleOperations(opened, bundler);
  return { plan, files: [toContractFile(opened.api, plan.cases, byOperation)] };
}

/** Tells what is wrong with the description, and makes ready to bundle where nothing is. */
function prepare({ spec, api }: Opened, io: Io): Bundler | undefined {
  const bundler = createBundler(spec, api);
  const problems = [...noStrayVariable(spec), ...bundler.problems];
  const warnings = unknownFormats(spec).map((problem) => locateProblem(problem, spec.locate));
  printProblems(warnings, io);
  printProblems(
    problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return problems.length > 0 ? undefined : bundler;
}

async function bundleOperations({ api }: Opened, { bundle }: Bundler): Promise<Scripts['byOperation']> {
  const scripts = api.operations.map(async (one) => [one.id, await bundle([one])] as const);
  return Object.fromEntries(await Promise.all(scripts));
}

/** Local regions cost nothing and keep nothing, so that everything is allowed there. */
function localValues({ regions }: Opened['api']): LocalValues {
  return Object.fromEntries(
    regions.map(({ name, bases }) => {
      const { port, variables } = localSettings(name);
      const urls = Object.keys(bases).map((base) => [base, `http://127.0.0.1:${port}`] as const);
      const other = regions.find((region) => region.name !== name);
      const controls = {
        [guardVariable]: 'true',
        [unsafeVariable]: 'true',
        [elsewhereVariable]: other === undefined ? '' : (localSettings(other.name).variables.token ?? ''),
      };
      return [name, { ...Object.fromEntries(urls), ...variables, ...controls }];
    }),
  );
}
