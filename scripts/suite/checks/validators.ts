import Ajv2020 from 'ajv/dist/2020.js';
import { SchemaEnv } from 'ajv/dist/compile/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import type { Problem } from '../../base/problem.ts';
import { sortKeys } from '../../model/sort-keys.ts';
import type { Spec } from '../../model/spec.ts';
import { walk } from '../../model/walk.ts';

export type Compiled = {
  /** Schemas that can't be compiled. */
  readonly problems: readonly Problem[];
  /** JavaScript of one validator for each schema, exported as `v0`, `v1` … in the order of the pointers. */
  readonly codeOf: (pointers: readonly string[]) => string;
};

/**
 * Compiles schemas to plain JavaScript (JSON Schema 2020-12, formats asserted).
 * The errors of the compiled code name the broken clause by its JSON pointer in the spec.
 */
export function compileValidators(spec: Spec, pointers: readonly string[]): Compiled {
  const ajv = createAjv(spec);
  const problems = pointers.flatMap((pointer) => compile(ajv, pointer));
  if (problems.length === 0) finishCode(ajv);
  const codeOf = (some: readonly string[]): string => {
    const names = some.map((pointer, index) => [`v${index}`, referenceTo(pointer)] as const);
    return names.length === 0 ? '' : standaloneCode.default(ajv, Object.fromEntries(names));
  };
  return { problems, codeOf };
}

type Ajv = ReturnType<typeof createAjv>;

/** The whole spec is one ajv schema, so that its references and pointers are valid. */
function createAjv(spec: Spec) {
  const ajv = new Ajv2020.default({
    strict: false,
    logger: false,
    allErrors: true,
    messages: false,
    // Each named schema becomes one function, even if it is used often.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  ajv.addSchema(withoutProse(sortKeys(spec.bundle)), documentId, undefined, false);
  return ajv;
}

/** Removes keywords that check nothing: ajv would copy them into its code. */
function withoutProse<T>(document: T): T {
  const copy = structuredClone(document);
  walk(copy, (node) => {
    for (const key of Object.keys(node))
      if (/^(description|summary|title|example|x-.*)$/.test(key)) delete node[key];
  });
  return copy;
}

const documentId = 'spec';

function referenceTo(pointer: string): string {
  return `${documentId}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}

function compile(ajv: Ajv, pointer: string): Problem[] {
  const failed = (reason: string): Problem[] => {
    const message = `This schema can't be compiled, so no value can be checked: ${reason}.`;
    return [{ code: 'schema-not-compilable', severity: 'error', message, pointer }];
  };
  const reference = referenceTo(pointer);
  // A schema that another one refers to is already compiled.
  const compiled = ajv.schemas[documentId]?.refs[reference];
  if (compiled instanceof SchemaEnv) ajv.refs[reference] = compiled;
  try {
    return ajv.getSchema(reference) === undefined ? failed('there is no schema') : [];
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Makes the paths of clauses relative to the root of the spec; ajv's are relative to the checking function. And appends
 * errors in place: ajv copies all earlier errors for each item with one, which takes minutes for 300,000 items.
 */
function finishCode(ajv: Ajv): void {
  const referred = Object.entries(ajv.schemas[documentId]?.refs ?? {});
  for (const [reference, environment] of [...Object.entries(ajv.refs), ...referred]) {
    const source = environment instanceof SchemaEnv ? environment.validate?.source : undefined;
    if (source === undefined || !reference.startsWith(`${documentId}#`)) continue;
    const pointer = decodeURIComponent(reference.slice(documentId.length + 1));
    source.validateCode = source.validateCode
      .replace(
        /schemaPath:"#([^"]*)"/g,
        (_, path: string) => `schemaPath:${JSON.stringify(pointer + decodeURIComponent(path))}`,
      )
      .replace(/vErrors\.concat\(([\w.]+\.errors)\)/g, '($1.forEach((one) => vErrors.push(one)), vErrors)');
  }
}
