import { type Bundler, createBundler } from '../bundle/runtime.ts';
import { type Plan, toPlan } from '../cases/plan.ts';
import { unknownFormats } from '../checks/formats.ts';
import { noStrayVariable } from '../lint/no-stray-variable.ts';
import { locateProblem } from '../load/load.ts';
import { elsewhereVariable, guardVariable, unsafeVariable } from '../postman/controls.ts';
import { type GeneratedFile, type LocalValues, toFiles } from '../postman/files.ts';
import type { Scripts } from '../postman/script.ts';
import { canSimulate, localSettings } from '../simulator/settings.ts';
import type { Io } from './io.ts';
import { type Opened, printProblems } from './open-spec.ts';

export type Built = { readonly plan: Plan; readonly files: readonly GeneratedFile[] };

/** Everything that is generated from a description; `undefined` when a schema can't be compiled, or a request not be written. */
export async function buildFiles({ spec, api }: Opened, io: Io): Promise<Built | undefined> {
  const plan = toPlan(api);
  const { problems: uncompiled, bundle } = createBundler(spec, api);
  const problems = [...noStrayVariable(spec), ...uncompiled];
  const warnings = unknownFormats(spec).map((problem) => locateProblem(problem, spec.locate));
  printProblems(warnings, io);
  printProblems(
    problems.map((problem) => locateProblem(problem, spec.locate)),
    io,
  );
  if (problems.length > 0) return undefined;
  const local = canSimulate(spec.bundle) ? localValues(api) : {};
  return { plan, files: toFiles(api, plan.cases, await bundleScripts(api, bundle), local) };
}

async function bundleScripts(
  { tags, operations }: Opened['api'],
  bundle: Bundler['bundle'],
): Promise<Scripts> {
  const byTag = tags.map(
    async ({ name }) => [name, await bundle(operations.filter(({ tag }) => tag === name))] as const,
  );
  const byOperation = operations.map(async (operation) => [operation.id, await bundle([operation])] as const);
  return {
    byTag: Object.fromEntries(await Promise.all(byTag)),
    byOperation: Object.fromEntries(await Promise.all(byOperation)),
  };
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
