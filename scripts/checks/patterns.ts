import { fullFormats } from 'ajv-formats/dist/formats.js';
import { degreeOf } from '../model/pattern-degree.ts';
import type { Spec } from '../model/spec.ts';
import { isRecord, walk } from '../model/walk.ts';
import { joinPointer } from '../pointer.ts';
import type { Problem } from '../problem.ts';

/** A warning for each pattern that no check can try on a text, because it might never end; at its first place. */
export function slowPatterns({ bundle }: Spec): Problem[] {
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
      if (found.has(source) || degreeOf(source) !== Infinity) continue;
      const message = `The pattern \`${shown(source)}\` might take for ever on some texts, so checks of it are inconclusive. Let no text match a repeated part in two ways.`;
      found.set(source, { code: 'pattern-slow', severity: 'warning', message, pointer: at });
    }
  });
  return [...found.values()];
}

function shown(source: string): string {
  return source.length > 80 ? `${source.slice(0, 77)}...` : source;
}

/** The code of validators with each pattern whose worst case is bad in the care of `contract.pattern` or `contract.url`. */
export function withBoundedPatterns(code: string): string {
  // Of all formats only `url` takes more than linear time: measured with 50,000 characters of 40 kinds.
  const limited = code.replaceAll(`= ${fullFormats.url};`, () => `= contract.url(${fullFormats.url});`);
  return limited.replaceAll(/new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (created, literal: string) => {
    const source: unknown = JSON.parse(literal);
    const degree = typeof source === 'string' ? degreeOf(source) : 1;
    if (degree <= 1) return created;
    return `contract.pattern(${literal}, ${degree === Infinity ? 'null' : degree})`;
  });
}
