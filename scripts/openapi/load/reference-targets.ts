import type { Plugin } from '@redocly/openapi-core';
import { isRecord } from '../../model/walk.ts';

/**
 * Redocly's linter follows a `$ref` wherever it is, to whatever it finds, so that a name or an address could be text of
 * another file. This rule refuses all that OpenAPI does not know.
 */
export const referenceTargets: Plugin = {
  id: 'references',
  rules: {
    oas3: {
      targets: () => ({
        ref: (_, { report, location, type }, { node }) => {
          const reason = node === undefined ? undefined : misuse(node, type.name);
          if (reason === undefined) return;
          report({ ruleId: 'no-unresolved-refs', location, message: `Can't resolve $ref: ${reason}` });
        },
      }),
    },
  },
};

function misuse(target: unknown, type: string): string | undefined {
  if (type === 'scalar') return 'OpenAPI knows no reference at this place; write the value itself';
  if (isRecord(target) || (type === 'Schema' && typeof target === 'boolean')) return undefined;
  return 'it leads to no object; name one';
}
