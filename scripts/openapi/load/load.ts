import { basename, isAbsolute, relative, resolve } from 'node:path';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { Location, Problem } from '../../base/problem.ts';
import { toStem } from '../../model/names.ts';
import { sortKeys } from '../../model/sort-keys.ts';
import type { Resolved, Spec } from '../../model/spec.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';
import { type Budget, newBudget } from './budget.ts';
import { dereference, valueAt } from './dereference.ts';
import { parse } from './parse.ts';
import { readText } from './read-text.ts';
import { malformedReferences, unreadExamples } from './references.ts';
import type { ReferenceOptions } from './resolver.ts';
import { bundleFile } from './structure.ts';
import { upgrade } from './upgrade.ts';

/** A spec, and what its references may read. */
export type SpecSource = ReferenceOptions & { readonly spec: string };

export type Loaded = { readonly spec?: Spec; readonly problems: readonly Problem[] };

/** Reads, checks and resolves a spec. If `spec` is missing, the problems say why; otherwise they are warnings. */
export async function load(file: string, options: ReferenceOptions = {}): Promise<Loaded> {
  const budget = newBudget();
  const text = await read(file, budget);
  if (typeof text !== 'string') return { problems: [text] };
  const parsed = parse(text, file, budget);
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  if (!isRecord(parsed.data)) return { problems: [notAnObject(file)] };
  const short = (path: string): string => {
    if (path === resolve(file)) return file;
    return isAbsolute(path) ? relative(resolve('.'), path) : path;
  };
  const input = { file: resolve(file), text, data: parsed.data, parsed, budget };
  const { bundle, problems } = await bundleFile(input, options, short);
  const located = problems.map((problem) => locateProblem(problem, parsed.locate));
  if (problems.length > 0) return { problems: located };
  for (const find of [malformedReferences, endlessSchemas]) {
    const found = find(bundle);
    if (found.length > 0) return { problems: found.map((one) => locateProblem(one, parsed.locate)) };
  }
  upgrade(bundle);
  const spec = toSpec(file, bundle, parsed.locate);
  if (spec === undefined) return { problems: [notAnObject(file)] };
  return { spec, problems: unreadExamples(bundle).map((one) => locateProblem(one, parsed.locate)) };
}

/** Resolves the references of a spec that is one OpenAPI 3.1 document. */
export function toSpec(file: string, bundle: Node, locate: Spec['locate']): Spec | undefined {
  const { document, pointerOf } = dereference(sortKeys(bundle));
  if (!isDocument(document) || !isBundle(bundle)) return undefined;
  return { file, stem: toStem(basename(file).split('.')[0] ?? ''), document, bundle, pointerOf, locate };
}

/** Adds the place in the file to a problem that has only a pointer. */
export function locateProblem(problem: Problem, locate: (pointer: string) => Location): Problem {
  if (problem.location !== undefined || problem.pointer === undefined) return problem;
  return { ...problem, location: locate(problem.pointer) };
}

async function read(file: string, budget: Budget): Promise<string | Problem> {
  try {
    return await readText(file, budget);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The spec \`${file}\` can't be used: ${reason}. Give an OpenAPI file with --spec FILE.`;
    return { code: 'spec-unreadable', severity: 'error', message };
  }
}

function notAnObject(file: string): Problem {
  const message = 'This file is not an OpenAPI description: its top level must be an object.';
  return { code: 'openapi-version', severity: 'error', message, location: { file, line: 1, column: 1 } };
}

/** The structure checks have passed, so the document matches its type. */
function isDocument(document: unknown): document is Resolved<OpenAPIV3_1.Document> {
  return isRecord(document) && isRecord(document.info);
}

function isBundle(bundle: Node): bundle is Node & OpenAPIV3_1.Document {
  return isRecord(bundle.info);
}

/** Keywords whose schemas apply to the same value (JSON Schema Core, section 10.2), and references. */
const inPlace = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', '$ref'];

/**
 * Reports schemas that apply themselves to the same value, so that validation never ends (JSON Schema Core, section
 * 9.4.1). A schema in one of its own properties or items is fine, because each value is smaller.
 * @param bundle a spec in one document
 */
function endlessSchemas(bundle: Node): Problem[] {
  const pointers = new Map<Node, string>();
  walk(bundle, (node, pointer) => pointers.set(node, pointer));
  const endless: Node[] = [];
  const states = new Map<Node, 'visiting' | 'done'>();
  const ask = (node: Node): void => {
    if (states.get(node) === 'visiting') endless.push(node);
    if (states.has(node)) return;
    states.set(node, 'visiting');
    for (const keyword of inPlace) schemasOf(bundle, keyword, node[keyword]).forEach(ask);
    states.set(node, 'done');
  };
  [...pointers.keys()].forEach(ask);
  return endless.map((node) => toProblem(pointers.get(node) ?? ''));
}

function schemasOf(bundle: Node, keyword: string, value: unknown): Node[] {
  if (typeof value === 'string')
    return [valueAt(bundle, decodeURIComponent(value.slice(1)))].filter(isRecord);
  if (Array.isArray(value)) return value.filter(isRecord);
  if (!isRecord(value)) return [];
  return keyword === 'dependentSchemas' ? Object.values(value).filter(isRecord) : [value];
}

function toProblem(pointer: string): Problem {
  const message =
    'Validation against this schema never ends, because it refers to itself as a whole. Let it refer to itself in a property or an item, or remove that branch.';
  return { code: 'schema-endless', severity: 'error', message, pointer };
}
