import type { Case } from '../cases/case.ts';
import { variablesIn } from '../cases/outgoing.ts';
import type { Api, Variable } from '../model/api.ts';
import { credentialsOf, secretsIn } from '../model/credentials.ts';

/** The variables that these cases use, without those that may be discovered. */
export function neededVariables(api: Api, cases: readonly Case[]): Variable[] {
  const lasting = cases.filter(({ operation }) => operation.effects !== 'none');
  const own = new Set(lasting.flatMap(variablesOf));
  const used = new Set(cases.flatMap(variablesOf));
  // An operation that costs or changes something must never use a discovered value.
  return api.variables
    .filter(({ name }) => used.has(name))
    .map(({ discover, ...variable }) => {
      return discover === undefined || own.has(variable.name) ? variable : { ...variable, discover };
    });
}

/** The variables of a case's request, and of its base URL. */
export function variablesOf({ operation, outgoing }: Case): string[] {
  const { auth, base } = operation;
  const secrets = credentialsOf(auth).flatMap(secretsIn);
  return [base, ...(outgoing.credentials === 'given' ? secrets : []), ...variablesIn(outgoing)];
}
