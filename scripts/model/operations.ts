import type { OperationObject, ParameterObject, PathItem, Spec } from './spec.ts';

/** An operation with what its path item adds. */
export type Located = {
  readonly operation: OperationObject;
  readonly item: PathItem;
  readonly pointer: string;
  /** `GET /path` */
  readonly name: string;
  /** Those of the path item included (OpenAPI 3.1, section 4.8.9.1). */
  readonly parameters: readonly ParameterObject[];
};

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** The operations of all paths. Webhooks and callbacks are left out, because the API sends those requests. */
export function operationsOf(spec: Spec): Located[] {
  return Object.entries(spec.document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): Located[] => {
      const operation = item?.[method];
      if (item === undefined || operation === undefined) return [];
      const byName = new Map<string, ParameterObject>();
      for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
        byName.set(`${parameter.in} ${parameter.name}`, parameter);
      }
      const name = `${method.toUpperCase()} ${path}`;
      const pointer = spec.pointerOf(operation);
      return [{ operation, item, pointer, name, parameters: [...byName.values()] }];
    }),
  );
}
