/** An environment variable that the reader of a sample sets; in what stands for it otherwise no sign is special. */
export type Variable = { readonly name: string; readonly fallback?: string };

/** A text as Basic authorisation sends it (RFC 7617, section 2). */
export type Base64 = { readonly base64: readonly Part[] };

/** A text in pieces: what is sent as it is, and what the program puts in. */
export type Part = string | Variable | Base64;

/** The pieces of a text of Postman's, in which `{{name}}` is a variable where there is one of that name. */
export type ToParts = (text: string) => Part[];

export function createToParts(variables: ReadonlyMap<string, Variable>): ToParts {
  return (text) => text.split(/(\{\{[^{}]+\}\})/).map((piece) => variables.get(piece.slice(2, -2)) ?? piece);
}

/** The same pieces, with each text changed. */
export function mapTexts(parts: readonly Part[], change: (text: string) => string): Part[] {
  return parts.map((part) => (typeof part === 'string' ? change(part) : part));
}

/** The same pieces, with no two texts beside each other and none that is empty. */
export function joinTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined.splice(-1, 1, last + part);
    else joined.push(part);
  }
  return joined;
}

/** Each variable once, in the order in which they come. */
export function variablesIn(parts: readonly Part[]): Variable[] {
  const all = parts.flatMap((part): Variable[] => {
    if (typeof part === 'string') return [];
    return 'base64' in part ? variablesIn(part.base64) : [part];
  });
  return [...new Map(all.map((variable) => [variable.name, variable])).values()];
}
