import { toPlan } from '../../scripts/cases/plan.ts';
import type { Spec } from '../../scripts/model/spec.ts';
import { toApi } from '../../scripts/model/to-api.ts';
import type { Node } from '../../scripts/model/walk.ts';
import { toSources } from '../../scripts/suite/checks/sources.ts';
import { toContractCollection } from '../../scripts/suite/postman/contract-collection.ts';

/**
 * What the contract collection holds, but for its prose: the requests with their scripts, in their order, and the
 * code of the checks (what they share, and the tables and validators of each operation). Each part is made when it is asked for.
 */
export type Suite = Readonly<Record<string, () => string>>;

export function suiteOf(spec: Spec): Suite {
  const api = toApi(spec);
  const checks = api.operations.map((operation) => {
    const make = () => toSources(spec, { ...api, operations: [operation] }).tablesOf([operation]);
    return [operation.id, () => withoutPlaces(withoutSchemas(make()))] as const;
  });
  const compose = () => toContractCollection(api, toPlan(api).cases, { byOperation: {} });
  return {
    runtime: () => toSources(spec, { ...api, operations: [] }).runtime,
    requests: () => withoutPlaces(JSON.stringify(compose(), leaveProseOut)),
    ...Object.fromEntries(checks),
  };
}

function leaveProseOut(key: string, value: unknown): unknown {
  return key === 'name' || key === 'description' ? undefined : value;
}

/** Where one of several is gone, the others have other places: that alone is no change. */
function withoutPlaces(text: string): string {
  return text.replace(/\/\d+(?=[/"])/g, '/#');
}

/**
 * ajv declares each schema whole, prose included, and reads a value here and there: `schema12.allOf[0].enum`. Here
 * the values stand where they are read, and no schema is left; nor is `evaluated`, which nothing here reads.
 */
function withoutSchemas(code: string): string {
  const schemas: Node = {};
  const used = code.replace(/^validate\d+\.evaluated = .*$/gm, '');
  const rest = used.replace(/^const (schema\d+) = (.*);$/gm, (_, name: string, json: string) => {
    schemas[name] = JSON.parse(json);
    return '';
  });
  return rest.replace(/\b(schema\d+)((?:\.\w+|\[\d+\]|\["[^"]*"\])+)/g, (_, name: string, path: string) => {
    const keys = [...path.matchAll(/\w+|(?<=")[^"]+/g)].map(([key]) => key);
    return JSON.stringify(keys.reduce<unknown>((part, key) => Object(part)[key], schemas[name]));
  });
}
