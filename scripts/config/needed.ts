import type { Case } from '../cases/case.ts';
import { variablesIn } from '../cases/outgoing.ts';
import type { Api, Variable } from '../model/api.ts';

/** The variables that these cases use; those with `discover` may be missing. */
export function neededVariables(api: Api, cases: readonly Case[]): Variable[] {
  const lasting = cases.filter(({ operation }) => operation.effects !== 'none');
  const own = new Set(lasting.flatMap(variablesOf));
  const used = new Set(cases.flatMap(variablesOf));
  // Nothing that was merely found is run at a price, or changed.
  return api.variables
    .filter(({ name }) => used.has(name))
    .map(({ discover, ...variable }) => {
      return discover === undefined || own.has(variable.name) ? variable : { ...variable, discover };
    });
}

/** The variables that a case sends, and that of its base URL. */
export function variablesOf({ operation, outgoing }: Case): string[] {
  const { auth, base } = operation;
  const secrets = Object.entries(auth).flatMap(([key, value]) =>
    key === 'type' || key === 'key' ? [] : [value],
  );
  return [base, ...(outgoing.credentials === 'given' ? secrets : []), ...variablesIn(outgoing)];
}
