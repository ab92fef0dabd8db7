import Ajv2020 from 'ajv/dist/2020.js';
import { SchemaEnv } from 'ajv/dist/compile/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import type { Problem } from '../../base/problem.ts';
import { sortKeys } from '../../model/sort-keys.ts';
import type { Spec } from '../../model/spec.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';
import { findBranches } from './discriminators.ts';
import { ajvFormats, ownFormats } from './formats.ts';
import { pointerInSpec, pointerInSplit, splitParents } from './inheritance.ts';
import { replaceKeywords } from './keywords.ts';
import { dropInvalidPatterns } from './patterns.ts';
import { freeWriteOnly } from './write-only.ts';

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
  const document = toChecked(spec);
  const ajv = createAjv(document);
  const referenceOf = (pointer: string): string => referenceTo(pointerInSplit(document, pointer));
  const problems = pointers.flatMap((pointer) => compile(ajv, pointer, referenceOf(pointer)));
  if (problems.length === 0) finishCode(ajv);
  const codeOf = (some: readonly string[]): string => {
    const names = some.map((pointer, index) => [`v${index}`, referenceOf(pointer)] as const);
    return names.length === 0 ? '' : standaloneCode.default(ajv, Object.fromEntries(names));
  };
  return { problems, codeOf };
}

type Ajv = ReturnType<typeof createAjv>;

/** The whole spec is one ajv schema, so that its references and pointers are valid. */
function createAjv(document: Node) {
  const ajv = new Ajv2020.default({
    strict: false,
    logger: false,
    allErrors: true,
    messages: false,
    // Names such as `constructor` are ordinary ones.
    ownProperties: true,
    // Each named schema becomes one function, even if it is used often.
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv, { formats: [...ajvFormats], keywords: false });
  for (const [name, pattern] of Object.entries(ownFormats)) ajv.addFormat(name, pattern);
  const branches = new Map([...splitParents(document), ...findBranches(document)]);
  const loose = freeWriteOnly(document);
  replaceKeywords(ajv, {
    branchesOf: (schema) => branches.get(schema),
    isLoose: (schema) => loose.has(schema),
  });
  ajv.addSchema(document, documentId, undefined, false);
  return ajv;
}

/**
 * A copy of the spec with what checks a response, and nothing else: ajv would copy it into its code. Without patterns
 * that it can't compile.
 */
function toChecked(spec: Spec): Node {
  const copy = structuredClone(sortKeys(spec.bundle));
  walk(copy, (node) => {
    for (const key of Object.keys(node))
      if (/^(description|summary|title|example|x-.*)$/.test(key)) delete node[key];
    dropInvalidPatterns(node);
    renamePrototype(node);
  });
  return copy;
}

/** ajv ignores a property of that name, but not a pattern for it. */
const prototypePattern = '^__proto__$';

function renamePrototype(node: Node): void {
  const { properties, patternProperties } = node;
  if (!isRecord(properties) || !Object.hasOwn(properties, '__proto__')) return;
  const { ['__proto__']: schema, ...others } = properties;
  node['properties'] = others;
  node['patternProperties'] = {
    ...(isRecord(patternProperties) ? patternProperties : {}),
    [prototypePattern]: schema,
  };
}

/** The pointer in the spec to what is at this one in the copy. */
function toSpecPointer(pointer: string): string {
  return pointerInSpec(pointer).replace(`/patternProperties/${prototypePattern}`, '/properties/__proto__');
}

const documentId = 'spec';

function referenceTo(pointer: string): string {
  return `${documentId}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}

function compile(ajv: Ajv, pointer: string, reference: string): Problem[] {
  const failed = (reason: string): Problem[] => {
    const message = `This schema can't be compiled, so no value can be checked: ${reason}.`;
    return [{ code: 'schema-not-compilable', severity: 'error', message, pointer }];
  };
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
        (_, path: string) =>
          `schemaPath:${JSON.stringify(toSpecPointer(pointer + decodeURIComponent(path)))}`,
      )
      // Only some names are inherited, and need to be looked up as an object's own.
      .replace(/ (?:&& |\|\| \(!\()func\d+\.call\(\w+, ("(?:[^"\\]|\\.)*")\)(?:\)\))?/g, keepInherited)
      // The names of properties that were evaluated may be those that every object inherits.
      .replace(/(props\d+ = (?:props\d+ \|\| )?)\{\}/g, '$1Object.create(null)')
      .replace(/vErrors\.concat\(([\w.]+\.errors)\)/g, '($1.forEach((one) => vErrors.push(one)), vErrors)');
  }
}

function keepInherited(check: string, name: string): string {
  return JSON.parse(name) in Object.prototype ? check : '';
}
