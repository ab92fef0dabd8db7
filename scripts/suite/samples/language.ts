import { type SampleRequest, variableMarks } from './request.ts';

/** An environment variable that the reader of a sample sets; no character is special in its fallback. */
export type SampleVariable = { readonly name: string; readonly fallback?: string };

/** Those of the collection, by their names. */
export type SampleVariables = ReadonlyMap<string, SampleVariable>;

/** What is particular to the samples in one language. */
export type Language = {
  /** The name by which the renderer knows how to colour it. */
  readonly lang: string;
  readonly label: string;
  readonly comment: string;
  readonly toSource: (request: SampleRequest, variables: SampleVariables) => string;
};

/** A text of Postman's in pieces: what is sent as it is, and variables. */
export function toPieces(text: string, variables: SampleVariables): (string | SampleVariable)[] {
  const pieces = text.split(variableMarks).map((piece, index) => {
    return index % 2 === 0 ? piece : (variables.get(piece) ?? `{{${piece}}}`);
  });
  return pieces.filter((piece) => piece !== '');
}

/** The variables of a request, each once, in the order in which they come. */
export function variablesIn(
  { url, headers, basic, body }: SampleRequest,
  variables: SampleVariables,
): SampleVariable[] {
  const pieces = toPieces(JSON.stringify([url, basic, headers, body?.text]), variables);
  return [...new Set(pieces.filter((piece) => typeof piece === 'object'))];
}

/** The names of those that have no fallback: without them nothing is sent. */
export function requiredNames(variables: readonly SampleVariable[]): string[] {
  return variables.filter(({ fallback }) => fallback === undefined).map(({ name }) => name);
}
