import type { Plugin } from '@redocly/openapi-core';
import { isRecord } from '../../model/walk.ts';

/**
 * Redocly's linter follows a `$ref` at any place and to any target, so a name or a URL could be text of another file.
 * This rule refuses references that OpenAPI does not allow.
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
  if (type === 'scalar') return 'OpenAPI does not allow a reference at this place; write the value itself';
  if (isRecord(target) || (type === 'Schema' && typeof target === 'boolean')) return undefined;
  return 'its target is not an object; refer to an object';
}
