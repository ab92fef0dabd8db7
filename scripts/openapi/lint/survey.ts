import type { Parameter } from '../../model/api.ts';
import type { Contract } from '../../model/contract.ts';
import { isJson } from '../../model/media-type.ts';
import { operationsOf } from '../../model/operations.ts';
import type { Spec } from '../../model/spec.ts';
import { toContract } from '../../model/to-contract.ts';
import { toParameter } from '../../model/to-parameter.ts';

/** An operation's contract, and what it may refer to in this operation. */
export type Surveyed = {
  /** The operationId, or else `GET /path`. */
  readonly id: string;
  readonly contract: Contract;
  readonly parameters: readonly Parameter[];
  /** The schemas of its successes in JSON. */
  readonly bodies: readonly unknown[];
  /** The names of their headers, in lower case. */
  readonly headers: readonly string[];
};

/** All operations of the spec, with what their contracts may refer to. */
export function survey(spec: Spec): readonly Surveyed[] {
  return operationsOf(spec).map(({ operation, name, parameters: written }) => {
    const parameters = written.map((parameter) => toParameter(spec, parameter));
    const successes = Object.entries(operation.responses ?? {}).flatMap(([status, response]) =>
      /^2/.test(status) ? [response] : [],
    );
    return {
      id: operation.operationId ?? name,
      contract: toContract(spec, operation, parameters),
      parameters,
      bodies: successes.flatMap(({ content }) =>
        Object.entries(content ?? {}).flatMap(([type, { schema }]) => (isJson(type) ? [schema] : [])),
      ),
      headers: successes.flatMap(({ headers }) => Object.keys(headers ?? {}).map((key) => key.toLowerCase())),
    };
  });
}
