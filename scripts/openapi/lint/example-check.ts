import type { ErrorObject } from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { boundedRegExp } from '../../model/bounded-pattern.ts';
import type { Spec } from '../../model/spec.ts';

/** The errors of a value against the schema at a pointer, as text; empty if it is valid. */
export type Check = (schema: string, value: unknown) => string;

/** Checks values by JSON Schema 2020-12 with formats; each schema is compiled once. */
export function createCheck(spec: Spec): Check {
  const code = { regExp: boundedRegExp };
  const ajv = new Ajv2020.default({ strict: false, logger: false, allErrors: true, code });
  addFormats.default(ajv);
  ajv.addSchema(spec.bundle, 'spec', undefined, false);
  return (schema, value) => {
    try {
      const validate = ajv.getSchema(`spec#${schema.split('/').map(encodeURIComponent).join('/')}`);
      if (validate === undefined || validate(value)) return '';
      return explain(validate.errors ?? []);
    } catch (error) {
      return `its schema can't be compiled: ${error instanceof Error ? error.message : String(error)}`;
    }
  };
}

/** The first errors, each as its place in the value and what was expected there. */
export function explain(errors: readonly ErrorObject[]): string {
  const sentences = errors.slice(0, 3).map((error) => {
    const place = error.instancePath === '' ? 'the value' : `\`${error.instancePath}\``;
    return `${place} ${error.message ?? 'is wrong'}${detail(error)}`;
  });
  const more = errors.length > 3 ? [`and ${errors.length - 3} more`] : [];
  return [...sentences, ...more].join('; ');
}

function detail({ params }: ErrorObject): string {
  if (Array.isArray(params.allowedValues)) return `: ${JSON.stringify(params.allowedValues)}`;
  return typeof params.additionalProperty === 'string' ? `: \`${params.additionalProperty}\`` : '';
}
