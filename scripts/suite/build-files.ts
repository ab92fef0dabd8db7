import type { Plan } from '../cases/plan.ts';
import type { Io } from '../io/io.ts';
import { allowRunVariable, allowUnsafeVariable, otherTokenVariable } from '../model/reserved-names.ts';
import type { Opened } from '../openapi/open-spec.ts';
import { canSimulate, localSettings } from '../simulator/settings.ts';
import { bundle } from './checks/bundle.ts';
import { type GeneratedFile, type LocalValues, toFiles } from './postman/files.ts';
import { bundleTables, type Group, groupPerOperation, planOf, prepare } from './prepare.ts';

export type Files = { readonly plan: Plan; readonly files: readonly GeneratedFile[] };

/**
 * Generates all files of a spec; `undefined` if a schema can't be compiled or a request can't be written.
 * @param local the local regions; each gets an environment
 */
export async function buildFiles(
  opened: Opened,
  io: Io,
  local = localValuesOf(opened),
): Promise<Files | undefined> {
  const { api } = opened;
  const sources = prepare(opened, io);
  if (sources === undefined) return undefined;
  const plan = planOf(opened, io);
  const tags = api.tags.map(({ name }): Group => {
    return [name, api.operations.filter(({ tag }) => tag === name)];
  });
  const scripts = {
    runtime: await bundle(sources.runtime),
    byTag: await bundleTables(tags, sources),
    byOperation: await bundleTables(groupPerOperation(api), sources),
  };
  return { plan, files: toFiles(api, plan.cases, scripts, local) };
}

/** The variables of local regions. They allow all requests, because a run there costs and stores nothing. */
function localValuesOf({ api: { regions }, spec }: Opened): LocalValues {
  if (!canSimulate(spec.bundle)) return {};
  return Object.fromEntries(
    regions.map(({ name, bases }) => {
      const { port, variables } = localSettings(name);
      const urls = Object.keys(bases).map((base) => [base, `http://127.0.0.1:${port}`] as const);
      const other = regions.find((region) => region.name !== name);
      const runVariables = {
        [allowRunVariable]: 'true',
        [allowUnsafeVariable]: 'true',
        [otherTokenVariable]: other === undefined ? '' : (localSettings(other.name).variables.token ?? ''),
      };
      return [name, { ...Object.fromEntries(urls), ...variables, ...runVariables }];
    }),
  );
}
