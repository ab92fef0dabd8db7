import {
  BaseResolver,
  bundleDocument,
  createConfig,
  getLineColLocation,
  getTypes,
  lintDocument,
  type NormalizedProblem,
  Source,
} from '@redocly/openapi-core';
import { isRecord, type Node } from '../model/walk.ts';
import type { Problem } from '../problem.ts';

/** What must hold before anything can be generated; the rules are Redocly's, by their names. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'path-parameters-defined': 'error',
  'no-identical-paths': 'error',
} as const;

export type Bundled = { readonly bundle: Node; readonly problems: readonly Problem[] };

/**
 * Checks the structure of an OpenAPI 3.0 or 3.1 document and brings the files that it refers to into one document.
 * @param relative how a file's absolute path is shown to people
 */
export async function bundleFile(
  file: string,
  text: string,
  data: Node,
  relative: (file: string) => string,
): Promise<Bundled> {
  const version = versionProblem(data);
  if (version !== undefined) return { bundle: data, problems: [version] };
  const document = { source: new Source(file, text), parsed: data };
  const config = await createConfig({ rules });
  const externalRefResolver = new BaseResolver();
  const types = getTypes(String(data.openapi).startsWith('3.0.') ? 'oas3_0' : 'oas3_1');
  try {
    const found = await lintDocument({ document, config, externalRefResolver });
    const errors = found.filter(({ severity }) => severity === 'error');
    if (errors.length > 0)
      return { bundle: data, problems: errors.map((error) => toProblem(error, relative)) };
    const result = await bundleDocument({ document, config, externalRefResolver, types });
    const bundle = result.bundle.parsed;
    const problems = result.problems.map((problem) => toProblem(problem, relative));
    return { bundle: isRecord(bundle) ? bundle : data, problems };
  } catch (error) {
    return { bundle: data, problems: [unresolvable(error)] };
  }
}

/** Redocly throws where references name each other in a circle without any content, or are no URI. */
function unresolvable(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The references of this file can't be followed: ${reason}. Look for a \`$ref\` that leads to itself.`;
  return { code: 'no-unresolved-refs', severity: 'error', message, pointer: '' };
}

function versionProblem(data: Node): Problem | undefined {
  const version = data.openapi;
  if (typeof version === 'string' && /^3\.[01]\.\d+/.test(version)) return undefined;
  const found = version === undefined ? 'has no `openapi` field' : `says openapi: ${JSON.stringify(version)}`;
  const message = `This file ${found}. An OpenAPI 3.0 or 3.1 description is needed.`;
  return { code: 'openapi-version', severity: 'error', message, pointer: '' };
}

function toProblem(problem: NormalizedProblem, relative: (file: string) => string): Problem {
  const location = problem.location[0];
  const shared = { code: problem.ruleId, severity: 'error', message: oneLine(problem) } as const;
  if (location === undefined) return shared;
  const { start } = getLineColLocation(location);
  const place = { file: relative(location.source.absoluteRef), line: start.line, column: start.col };
  return { ...shared, location: place };
}

function oneLine({ message, suggest, ruleId, location }: NormalizedProblem): string {
  const hint = suggest[0] === undefined ? '' : ` Did you mean \`${suggest[0]}\`?`;
  const target = ruleId === 'no-unresolved-refs' ? ` to ${targetOf(location[0])}` : '';
  return message.replace(/\s+/g, ' ').trim() + target + hint;
}

/** What the reference names, as it is written. */
function targetOf(location: NormalizedProblem['location'][0] | undefined): string {
  if (location === undefined) return 'nowhere';
  const { start } = getLineColLocation(location);
  const [line = ''] = location.source.getLines().slice(start.line - 1);
  return line
    .slice(start.col - 1)
    .replace(/^["']?\$ref["']?:\s*/, '')
    .replace(/[\s}\],]+$/, '');
}
