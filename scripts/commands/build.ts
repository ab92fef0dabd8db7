import { bundle } from '../bundle/bundle.ts';
import { type Sources, toSources } from '../bundle/sources.ts';
import { type Plan, toPlan } from '../cases/plan.ts';
import { unknownFormats } from '../checks/formats.ts';
import { noStrayVariable } from '../lint/no-stray-variable.ts';
import { locateProblem } from '../load/load.ts';
import type { Api, Operation } from '../model/api.ts';
import { toContractCollection } from '../postman/contract-collection.ts';
import { elsewhereVariable, guardVariable, unsafeVariable } from '../postman/controls.ts';
import { type GeneratedFile, type LocalValues, toFiles } from '../postman/files.ts';
import { print } from '../postman/print.ts';
import type { Collection, Selection } from '../run/region.ts';
import { canSimulate, localSettings } from '../simulator/settings.ts';
import type { Io } from './io.ts';
import { type Opened, printProblems } from './open-spec.ts';

export type Files = { readonly plan: Plan; readonly files: readonly GeneratedFile[] };

/** What a run sends: the collection for CI, but for what its checks share. */
export type Suite = Pick<Selection, 'collection' | 'runtime'> & { readonly plan: Plan };

/** Everything that is generated from a description; `undefined` when a schema can't be compiled, or a request not be written. */
export async function buildFiles(opened: Opened, io: Io): Promise<Files | undefined> {
  const { api, spec } = opened;
  const sources = prepare(opened, io);
  if (sources === undefined) return undefined;
  const plan = toPlan(api);
  const tags = api.tags.map(({ name }) => {
    return [name, api.operations.filter(({ tag }) => tag === name)] as const;
  });
  const scripts = {
    runtime: await bundle(sources.runtime),
    byTag: await bundleTables(tags, sources),
    byOperation: await bundleTables(singly(api), sources),
  };
  const local = canSimulate(spec.bundle) ? localValues(api) : {};
  return { plan, files: toFiles(api, plan.cases, scripts, local) };
}

/** The same of what a run sends. */
export async function buildSuite(opened: Opened, io: Io): Promise<Suite | undefined> {
  const { api } = opened;
  const sources = prepare(opened, io);
  if (sources === undefined) return undefined;
  const plan = toPlan(api);
  const byOperation = await bundleTables(singly(api), sources);
  // Just what would stand in a file.
  const collection: Collection = JSON.parse(print(toContractCollection(api, plan.cases, { byOperation })));
  return { plan, collection, runtime: await bundle(sources.runtime) };
}

/** Tells what is wrong with the description, and makes ready to bundle where nothing is. */
function prepare({ spec, api }: Opened, io: Io): Sources | undefined {
  const sources = toSources(spec, api);
  const problems = [...noStrayVariable(spec), ...sources.problems];
  const warnings = unknownFormats(spec).map((problem) => locateProblem(problem, spec.locate));
  printProblems(warnings, io);
  printProblems(
    problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  return problems.length > 0 ? undefined : sources;
}

type Group = readonly [name: string, operations: readonly Operation[]];

function singly({ operations }: Api): Group[] {
  return operations.map((operation) => [operation.id, [operation]]);
}

async function bundleTables(
  groups: readonly Group[],
  { tablesOf }: Sources,
): Promise<Record<string, string>> {
  const scripts = groups.map(async ([name, some]) => [name, await bundle(tablesOf(some))] as const);
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
