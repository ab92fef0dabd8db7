import type { Case } from '../cases/case.ts';
import type { Api, Variable } from '../model/api.ts';

/** The variables that these cases use. */
export function neededVariables(api: Api, cases: readonly Case[]): Variable[] {
  const used = new Set(cases.flatMap(variablesOf));
  return api.variables.filter(({ name }) => used.has(name));
}

function variablesOf({ operation, outgoing }: Case): string[] {
  const { auth, base } = operation;
  const secrets = Object.entries(auth).flatMap(([key, value]) =>
    key === 'type' || key === 'key' ? [] : [value],
  );
  const text = JSON.stringify([outgoing.parameters.map(({ value }) => value), outgoing.body]);
  const inText = [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(([, name]) => name ?? '');
  return [base, ...(outgoing.credentials === 'given' ? secrets : []), ...inText];
}
