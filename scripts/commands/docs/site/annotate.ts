import { editMarkdown } from '../../../base/edit-markdown.ts';
import { joinPointer, parsePointer } from '../../../base/pointer.ts';
import { isObject, stringExtension } from '../../../base/read.ts';
import { walk } from '../../../model/walk.ts';

/** A spec prepared for a renderer that shows extensions of parameters and properties only. */
export type Annotated = {
  readonly document: Readonly<Record<string, unknown>>;
  /** The extensions to show. */
  readonly extensions: readonly string[];
};

/**
 * A copy in which everything undocumented says so where readers look. Properties show the provenance that they inherit,
 * other parts show their own in their description, and values in that of the value. HTML in descriptions becomes text,
 * and each paragraph one line.
 */
export function annotate(bundle: object): Annotated {
  const document: Node = { ...structuredClone(bundle) };
  const marks = new Map<string, Mark>();
  const extensions = new Set(['x-provenance', 'x-source']);
  walk(document, (node, pointer) => {
    const own = markOf(node);
    if (own !== undefined) marks.set(pointer, own);
    const mark = own ?? nearest(marks, pointer);
    const [above = '', last = ''] = parsePointer(pointer).slice(-2);
    if (mark !== undefined) (within[above] ?? at[last])?.(node, mark, own !== undefined);
    annotateValues(node);
    for (const [index, part] of partsOf(node)) {
      const moved = moveMark(node, part);
      if (moved === undefined) continue;
      extensions.add(moved.name);
      marks.set(joinPointer(pointer, 'allOf', index), moved.mark);
    }
  });
  walk(document, (node, pointer) => {
    // The summaries of operations are plain text.
    for (const key of pointer === '/info' ? ['summary', 'description'] : ['description']) {
      if (typeof node[key] === 'string') node[key] = unwrap(escapeHtml(node[key]));
    }
  });
  return { document, extensions: [...extensions] };
}

type Node = Record<string, unknown>;
type Show = (node: Node, mark: Mark, own: boolean) => void;
type Mark = { readonly provenance: string; readonly source: string | undefined };

/** What to do with a mark that holds for a child of these keywords. */
const within: Readonly<Record<string, Show>> = {
  properties: (node, { provenance, source }) => {
    node['x-provenance'] = provenance;
    if (source !== undefined) node['x-source'] = source;
  },
  responses: addToDescription,
  headers: addToDescription,
  securitySchemes: addToDescription,
  oneOf: addToDescription,
  anyOf: addToDescription,
};

/** The same for a part by its own keyword. */
const at: Readonly<Record<string, Show>> = {
  requestBody: addToDescription,
  items: addToDescription,
  additionalProperties: addToDescription,
};

function addToDescription(node: Node, { provenance, source }: Mark, own: boolean): void {
  if (!own) return;
  const marked = `Provenance: *${provenance}*.${source === undefined ? '' : ` ${source}`}`;
  node.description = [node.description, marked].filter(Boolean).join('\n\n');
}

/** `x-enum-provenance` in the texts of `x-enumDescriptions`. */
function annotateValues(node: Node): void {
  const values = node['x-enum-provenance'];
  if (!isObject(values)) return;
  const texts = isObject(node['x-enumDescriptions']) ? node['x-enumDescriptions'] : {};
  const marked = Object.entries(values).map(([value, provenance]) => {
    const text = [texts[value], `(${provenance})`].filter(Boolean).join(' ');
    return [value, text];
  });
  node['x-enumDescriptions'] = { ...texts, ...Object.fromEntries(marked) };
}

/** Redoc shows extensions of an `allOf` part for the whole schema, so the mark of a part must name the part. */
function moveMark(whole: Node, part: Node): { readonly name: string; readonly mark: Mark } | undefined {
  const mark = markOf(part);
  if (mark === undefined) return undefined;
  const keywords = Object.keys(part).filter((key) => !/^(x-|\$ref$|description$)/.test(key));
  const name = `x-provenance of ${keywords.join(', ') || 'a part'}`;
  whole[name] = [mark.provenance, mark.source].filter(Boolean).join('. ');
  delete part['x-provenance'];
  delete part['x-source'];
  return { name, mark };
}

function partsOf({ allOf }: Node): [number, Node][] {
  return Array.isArray(allOf) ? [...allOf.entries()].filter(([, part]) => isObject(part)) : [];
}

function markOf(node: Node): Mark | undefined {
  const provenance = stringExtension(node, 'x-provenance');
  return provenance === undefined ? undefined : { provenance, source: stringExtension(node, 'x-source') };
}

/** The mark of the nearest ancestor. Ancestors are visited before their children. */
function nearest(marks: ReadonlyMap<string, Mark>, pointer: string): Mark | undefined {
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const mark = marks.get(pointer.slice(0, end));
    if (mark !== undefined || end === 0) return mark;
  }
  return undefined;
}

/** Markdown in which HTML is text. HTML in code is text already and stays unchanged. */
export function escapeHtml(markdown: string): string {
  return editMarkdown(markdown, ({ type }, source) =>
    type === 'html' ? source.replaceAll('<', '\\<') : undefined,
  );
}

/**
 * Markdown in which a wrapped paragraph is one line, because Redoc's search joins the words around a line break. In a
 * quote, the `>` of continued lines is removed. Tables (GitHub Flavored Markdown, section 4.10) keep their lines.
 */
export function unwrap(markdown: string): string {
  return editMarkdown(markdown, ({ type }, source) => {
    if (type === 'paragraph' && delimiterRow.test(source)) return source;
    return type === 'text' ? source.replace(/[ \t]*\r?\n[ \t]*(?:>[ \t]*)*/g, ' ') : undefined;
  });
}

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t:-]*)*$/m;
