import {
  bundleDocument,
  createConfig,
  getLineColLocation,
  getTypes,
  lintDocument,
  type NormalizedProblem,
  type Plugin,
  Source,
} from '@redocly/openapi-core';
import { joinPointer } from '../../base/pointer.ts';
import type { Location, Problem } from '../../base/problem.ts';
import { isRecord, type Node } from '../../model/walk.ts';
import type { Budget } from './budget.ts';
import { valueAt } from './dereference.ts';
import type { ParsedYaml } from './parse.ts';
import { longChain, nameMappings } from './references.ts';
import { type ReferenceOptions, RestrictedResolver } from './resolver.ts';

/** The Redocly rules that a spec must pass before anything is generated. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'path-parameters-defined': 'error',
  'no-identical-paths': 'error',
  'references/targets': 'error',
} as const;

export type Bundled = { readonly bundle: Node; readonly problems: readonly Problem[] };

type Input = {
  readonly file: string;
  readonly text: string;
  readonly data: Node;
  readonly parsed: ParsedYaml;
  readonly budget: Budget;
};

/**
 * Checks the structure of an OpenAPI 3.0 or 3.1 document and bundles the files that it refers to.
 * @param relative turns an absolute path into the one that messages show
 */
export async function bundleFile(
  { file, text, data, parsed, budget }: Input,
  options: ReferenceOptions,
  relative: (file: string) => string,
): Promise<Bundled> {
  const version = versionProblem(data);
  if (version !== undefined) return { bundle: data, problems: [version] };
  const long = longChain(data);
  if (long !== undefined) return { bundle: data, problems: [long] };
  nameMappings(data);
  const document = { source: new Source(file, text), parsed: data };
  const config = await createConfig({ rules, plugins: [referenceTargets] });
  const externalRefResolver = new RestrictedResolver({ file, parsed, budget }, options);
  const types = getTypes(String(data.openapi).startsWith('3.0.') ? 'oas3_0' : 'oas3_1');
  const toProblems = (found: readonly NormalizedProblem[]): Problem[] =>
    found.map((problem) => toProblem(problem, externalRefResolver, relative));
  try {
    const found = await lintDocument({ document, config, externalRefResolver });
    const errors = found.filter((one) => one.severity === 'error' && !isMisread(one));
    if (errors.length > 0) return { bundle: data, problems: toProblems(errors) };
    const result = await bundleDocument({ document, config, externalRefResolver, types });
    const bundle = result.bundle.parsed;
    return { bundle: isRecord(bundle) ? bundle : data, problems: toProblems(result.problems) };
  } catch (error) {
    return { bundle: data, problems: [unresolvable(error)] };
  } finally {
    externalRefResolver.unseal();
  }
}

/** Redocly finds only ASCII names in a path. OpenAPI allows any name (OpenAPI 3.1, section 4.8.12.2). */
function isMisread({ ruleId, message }: NormalizedProblem): boolean {
  const [, name, path] = /^Path parameter `(.*)` is not used in the path `(.*)`\.$/s.exec(message) ?? [];
  return ruleId === 'path-parameters-defined' && path !== undefined && path.includes(`{${name}}`);
}

/** Redocly throws if references form a cycle without content, or are not URIs. */
function unresolvable(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) {
    const deep = 'The references of this spec are nested too deeply. Nest them less deeply.';
    return { code: 'no-unresolved-refs', severity: 'error', message: deep, pointer: '' };
  }
  const message = `The references of this file can't be followed: ${reason}. Look for a \`$ref\` that refers to itself.`;
  return { code: 'no-unresolved-refs', severity: 'error', message, pointer: '' };
}

function versionProblem(data: Node): Problem | undefined {
  const version = data.openapi;
  if (typeof version === 'string' && /^3\.[01]\.\d+/.test(version)) return undefined;
  const message = `This file ${foundVersion(data)} An OpenAPI 3.0 or 3.1 description is needed.`;
  return { code: 'openapi-version', severity: 'error', message, pointer: '' };
}

function foundVersion({ openapi, swagger }: Node): string {
  if (openapi === undefined && swagger !== undefined)
    return `is Swagger ${JSON.stringify(swagger)}. Convert it to OpenAPI 3 first.`;
  if (openapi === undefined) return 'has no `openapi` field.';
  const says = `says openapi: ${JSON.stringify(openapi)}.`;
  return typeof openapi === 'number'
    ? `${says} Write the version as a text with three numbers: "3.1.0".`
    : says;
}

function toProblem(
  problem: NormalizedProblem,
  resolver: RestrictedResolver,
  relative: (file: string) => string,
): Problem {
  const location = problem.location[0];
  const shared = { code: problem.ruleId, severity: 'error' } as const;
  if (location === undefined) return { ...shared, message: oneLine(problem) };
  const at = (place: Location): Location => ({ ...place, file: relative(location.source.absoluteRef) });
  const reference = problem.message.startsWith(unresolved) ? referenceAt(location, resolver) : undefined;
  if (reference !== undefined) {
    return { ...shared, message: oneLine(problem, reference.target), location: at(reference.location) };
  }
  const { start } = getLineColLocation(location);
  const message = oneLine(problem);
  return { ...shared, message, location: at({ file: '', line: start.line, column: start.col }) };
}

const unresolved = "Can't resolve $ref";

function oneLine({ message, suggest }: NormalizedProblem, target?: string): string {
  const hint = suggest[0] === undefined ? '' : ` Did you mean \`${suggest[0]}\`?`;
  const text = message.replace(/\s+/g, ' ').trim();
  if (target === undefined) return text + hint;
  const reason = text.slice(unresolved.length).replace(/^: /, '');
  return `${unresolved} to \`${target}\`: ${reason === '' ? 'its target does not exist' : reason}.`;
}

/** The place and the text of a `$ref`, or of a name in a discriminator's `mapping`. */
function referenceAt(
  { source, pointer = '' }: NormalizedProblem['location'][0] & {},
  resolver: RestrictedResolver,
): { readonly target: string; readonly location: Location } | undefined {
  const document = resolver.documentAt(source.absoluteRef);
  if (document === undefined) return undefined;
  const path = pointer.replace(/^#\/?/, '/').replace(/^\/$/, '');
  const node = valueAt(document.data, path);
  if (typeof node === 'string') return { target: node, location: document.locate(path) };
  if (!isRecord(node) || typeof node.$ref !== 'string') return undefined;
  return { target: node.$ref, location: document.locate(joinPointer(path, '$ref')) };
}

/**
 * Redocly's linter follows a `$ref` at any place and to any target, so a name or a URL could be text of another file.
 * This rule refuses references that OpenAPI does not allow.
 */
const referenceTargets: Plugin = {
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
