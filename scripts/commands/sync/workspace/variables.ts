import { type Data, textOf } from './data.ts';
import { type Generated, variablesOf } from './generated.ts';

/** A variable with different values in Postman and in the spec, both of which may be shown. */
export type Differing = { readonly key: string; readonly generated: string; readonly present: string };

/** How the variables in Postman differ from the generated ones. Every value in Postman stays. */
export type Variables = {
  readonly missing: readonly Data[];
  /** The variables that people filled in, and secrets. */
  readonly filledIn: readonly string[];
  /** The variables whose generated value differs: either somebody changed them in Postman, or the spec changed. */
  readonly differing: readonly Differing[];
};

export function compareVariables({ kind, content, secrets }: Generated, theirs: Data): Variables {
  const [own, present] = [variablesOf(kind, content), variablesOf(kind, theirs)];
  const others = own.flatMap((one) => {
    const there = present.find(({ key }) => key === one.key);
    const values = { generated: textOfValue(one), present: there === undefined ? '' : textOfValue(there) };
    if (there === undefined || values.generated === values.present) return [];
    const isShown = values.generated !== '' && !secrets.has(textOf(one.key)) && isOpen(there);
    return [{ key: textOf(one.key), ...values, isShown }];
  });
  return {
    missing: own.filter(({ key }) => !present.some((variable) => variable.key === key)),
    filledIn: others.filter(({ isShown }) => !isShown).map(({ key }) => key),
    differing: others.filter(({ isShown }) => isShown).map(({ isShown: _, ...one }) => one),
  };
}

/** A collection's variable may be a number or boolean (Collection Format v2.1.0, Variable). */
function textOfValue({ value }: Data): string {
  return String(value ?? '');
}

/** Whether a value may be printed: it is not marked as a secret, and it is not a URL with credentials or a query. */
function isOpen(variable: Data): boolean {
  const value = textOfValue(variable);
  return variable.type !== 'secret' && !/^[a-z]+:.*[@?]/is.test(value);
}
