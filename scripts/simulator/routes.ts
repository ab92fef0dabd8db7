import type { OpenAPIV3_1 } from 'openapi-types';
import { operations, type SimulatedOperation } from './operations/operations.ts';

/** An operation of the spec and where it is served. */
export type Route = {
  readonly operationId: string;
  readonly method: string;
  /** The path in the spec, with `{parameter}`. */
  readonly template: string;
  readonly scopes: readonly string[];
  readonly operation: SimulatedOperation;
};

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

type Described = {
  readonly operationId: string;
  readonly method: string;
  readonly template: string;
  readonly described: OpenAPIV3_1.OperationObject;
};

/** The operations of the spec; one without `operationId` is named by method and path. */
export function listOperations(document: OpenAPIV3_1.Document): readonly Described[] {
  return Object.entries(document.paths ?? {}).flatMap(([template, item]) =>
    methods.flatMap((method) => {
      const described = item?.[method];
      if (described === undefined) return [];
      const name = method.toUpperCase();
      return [
        { operationId: described.operationId ?? `${name} ${template}`, method: name, template, described },
      ];
    }),
  );
}

/** The operations of the spec with their implementations. Throws if the simulator does not implement one. */
export function readRoutes(document: OpenAPIV3_1.Document): readonly Route[] {
  const known = new Map<string, SimulatedOperation>(Object.entries(operations));
  return listOperations(document).map(({ operationId, method, template, described }) => {
    const operation = known.get(operationId);
    if (operation === undefined)
      throw new Error(`The simulator does not implement the operation \`${operationId}\``);
    const scopes = (described.security ?? []).flatMap((requirement) => Object.values(requirement).flat());
    return { operationId, method, template, scopes, operation };
  });
}

/** Paths that are served as others: the servers of a path item may have a base path, as in `/api/run` for `/run`. */
export function readAliases(document: OpenAPIV3_1.Document): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(document.paths ?? {}).flatMap(([template, item]) =>
      (item?.servers ?? []).map(({ url }) => [`${basePath(url)}${template}`, template] as const),
    ),
  );
}

function basePath(url: string): string {
  return new URL(url, 'http://localhost').pathname.replace(/\/$/, '');
}

/** The template in Express's notation. */
export function toExpressPath(template: string): string {
  return template.replaceAll(/\{(\w+)\}/g, ':$1');
}
