import schema from '../../../spec/x-console.schema.json' with { type: 'json' };
import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject, stringExtension } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { contractErrors } from './contract-error.ts';
import { resolvedParts, type SpecPart, writtenParts } from './parts.ts';
import { regionsOf, serverLists } from './regions-alike.ts';
import { reporter } from './rule.ts';

const report = reporter('console-well-formed');

/** `x-console` matches its JSON schema, has the regions of the servers, and names variables of the spec. */
export function consoleWellFormed(spec: Spec): Problem[] {
  const parts = writtenParts(spec);
  const [console] = parts.filter(({ kind }) => kind === 'console');
  return [
    ...parts.flatMap(misplaced),
    ...parts.flatMap(malformed),
    ...(console === undefined ? [] : differentRegions(spec, console)),
    ...twice(parts.filter(({ kind }) => kind === 'consoleRegion').map(urlOf)),
    ...twice(parts.filter(({ kind }) => kind === 'consolePage').map(shapeOf)),
    ...parts.filter(({ kind }) => kind === 'consolePage').flatMap(unknownVariables(variablesOf(spec))),
  ];
}

function misplaced({ kind, node, pointer }: SpecPart): Problem[] {
  if (kind === 'root' || !('x-console' in node)) return [];
  return [
    report(joinPointer(pointer, 'x-console'), '`x-console` means nothing here. It belongs at the root.'),
  ];
}

function malformed({ kind, node }: SpecPart): Problem[] {
  if (kind !== 'root' || !('x-console' in node)) return [];
  return contractErrors(schema, node['x-console']).map(({ pointer, message }) =>
    report(`/x-console${pointer}`, `The console is malformed: ${message}`),
  );
}

function differentRegions(spec: Spec, { node, pointer }: SpecPart): Problem[] {
  const known = [...new Set(serverLists(spec).flatMap(regionsOf))];
  const own = Object.keys(isObject(node.regions) ? node.regions : {});
  const at = joinPointer(pointer, 'regions');
  return [
    ...known
      .filter((region) => !own.includes(region))
      .map((region) => report(at, `The region \`${region}\` is missing. Add its \`url\`.`)),
    ...own
      .filter((region) => !known.includes(region))
      .map((region) =>
        report(
          joinPointer(at, region),
          `No server has the region \`${region}\`.${didYouMean(region, known)}`,
        ),
      ),
  ];
}

type Text = { readonly pointer: string; readonly text: string };

function urlOf({ node, pointer }: SpecPart): Text {
  return { pointer: joinPointer(pointer, 'url'), text: String(node.url) };
}

/** The path without the names of its variables. */
function shapeOf({ node, pointer }: SpecPart): Text {
  return { pointer: joinPointer(pointer, 'path'), text: String(node.path).replace(/\{[^}]*\}/g, '{}') };
}

/** Duplicates would be ambiguous in a URL. */
function twice(texts: readonly Text[]): Problem[] {
  return texts
    .filter(({ text }, index) => texts.findIndex((other) => other.text === text) !== index)
    .map(({ pointer }) => report(pointer, 'This is a duplicate. Keep one.'));
}

function variablesOf(spec: Spec): string[] {
  const places = resolvedParts(spec).filter(({ kind }) => kind === 'parameter' || kind === 'schema');
  return places.flatMap(({ node }) => stringExtension(node, 'x-variable') ?? []);
}

function unknownVariables(known: readonly string[]): (page: SpecPart) => Problem[] {
  return ({ node, pointer }) => {
    const named = [...String(node.path).matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
    return named.flatMap((name, index): Problem[] => {
      const at = joinPointer(pointer, 'path');
      if (!known.includes(name)) {
        return [report(at, `There is no variable \`${name}\`.${didYouMean(name, known)}`)];
      }
      return named.indexOf(name) === index ? [] : [report(at, `\`{${name}}\` is used twice. Keep one.`)];
    });
  };
}
