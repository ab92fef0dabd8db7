import { type SampleRequest, variablePattern } from './request.ts';

/** An environment variable that the reader of a sample sets. Its fallback has no special characters. */
export type SampleVariable = { readonly name: string; readonly fallback?: string };

/** The variables, by their names in the collection. */
export type SampleVariables = ReadonlyMap<string, SampleVariable>;

/** Writes samples in one language. */
export type Language = {
  /** The name of the language for syntax highlighting. */
  readonly lang: string;
  readonly label: string;
  readonly comment: string;
  /** Methods with which it can't send a body. */
  readonly bodiless?: readonly string[];
  readonly toSource: (request: SampleRequest, variables: SampleVariables) => string;
};

/** Splits a text of the collection into literal text and variables. */
export function toPieces(text: string, variables: SampleVariables): (string | SampleVariable)[] {
  const pieces = text.split(variablePattern).map((piece, index) => {
    return index % 2 === 0 ? piece : (variables.get(piece) ?? `{{${piece}}}`);
  });
  return pieces.filter((piece) => piece !== '');
}

/** The variables of a request, each once, in order of appearance. */
export function variablesIn(
  { url, headers, basic, body }: SampleRequest,
  variables: SampleVariables,
): SampleVariable[] {
  const parts = body !== undefined && 'parts' in body ? body.parts : [];
  const pieces = toPieces(JSON.stringify([url, basic, headers, body?.text, parts]), variables);
  return [...new Set(pieces.filter((piece) => typeof piece === 'object'))];
}

/** The names of the variables without a fallback. */
export function requiredNames(variables: readonly SampleVariable[]): string[] {
  return variables.filter(({ fallback }) => fallback === undefined).map(({ name }) => name);
}
