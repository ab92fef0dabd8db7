import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { degreeOf } from '../../model/pattern-degree.ts';
import type { Spec } from '../../model/spec.ts';
import { isRecord, type Node, walk } from '../../model/walk.ts';

/** A warning for each pattern that can't be checked because it is invalid or might never end, at its first place. */
export function patternProblems({ bundle }: Spec): Problem[] {
  const found = new Map<string, Problem>();
  walk(bundle, ({ pattern, patternProperties }, pointer) => {
    const places: [string, string][] = [
      ...(typeof pattern === 'string'
        ? [[pattern, joinPointer(pointer, 'pattern')] as [string, string]]
        : []),
      ...Object.keys(isRecord(patternProperties) ? patternProperties : {}).map((name): [string, string] => [
        name,
        joinPointer(pointer, 'patternProperties', name),
      ]),
    ];
    for (const [source, at] of places) {
      const problem = problemOf(source);
      if (problem === undefined || found.has(source)) continue;
      const message = `The pattern \`${shown(source)}\` ${problem.message}`;
      found.set(source, { code: problem.code, severity: 'warning', message, pointer: at });
    }
  });
  return [...found.values()];
}

function problemOf(source: string): Pick<Problem, 'code' | 'message'> | undefined {
  const degree = degreeOf(source);
  if (degree === Infinity) {
    return {
      code: 'pattern-slow',
      message:
        'might never end on some texts, so checks of it are inconclusive. Let no text match a repeated part in two ways.',
    };
  }
  if (degree > 0) return undefined;
  return {
    code: 'pattern-invalid',
    message:
      'is not a regular expression (ECMA-262, with the flag `u`), so no value is compared with it. Correct it.',
  };
}

/** Removes the patterns of a schema that are not regular expressions; `patternProblems` warns of them. */
export function dropInvalidPatterns(node: Node): void {
  const { pattern, patternProperties } = node;
  if (typeof pattern === 'string' && isInvalid(pattern)) delete node.pattern;
  if (!isRecord(patternProperties)) return;
  for (const name of Object.keys(patternProperties).filter(isInvalid)) delete patternProperties[name];
}

function isInvalid(source: string): boolean {
  return problemOf(source)?.code === 'pattern-invalid';
}

function shown(source: string): string {
  return source.length > 80 ? `${source.slice(0, 77)}...` : source;
}

/** Limits the steps of slow patterns in the code of validators, with `contract.pattern`. */
export function withBoundedPatterns(code: string): string {
  return code.replaceAll(/new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (created, literal: string) => {
    const source: unknown = JSON.parse(literal);
    const degree = typeof source === 'string' ? degreeOf(source) : 1;
    if (degree <= 1) return created;
    return `contract.pattern(${literal}, ${degree === Infinity ? 'null' : degree})`;
  });
}
