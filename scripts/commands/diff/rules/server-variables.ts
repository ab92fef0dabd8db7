import type { OpenAPIV3_1 } from 'openapi-types';
import type { Resolved, Spec } from '../../../model/spec.ts';
import { type FoundChange, keyPlace, type Pair, placeOf, plainChange } from './found-change.ts';
import { quote } from './parts.ts';

type ServerObject = Resolved<OpenAPIV3_1.ServerObject>;
type Variable = NonNullable<ServerObject['variables']>[string];

/** Compares the Server Variable Objects (OpenAPI 3.1, section 4.8.6) of a server by name. */
export function compareVariables(
  specs: Pair<Spec>,
  { base, revision }: Pair<ServerObject>,
  server: string,
): FoundChange[] {
  const [before, now] = [base.variables ?? {}, revision.variables ?? {}];
  const own = (name: string): string => `\`${name}\` of the server \`${server}\``;
  const gone = Object.entries(before).filter(([name]) => now[name] === undefined);
  return [
    ...gone.map(([name, variable]) =>
      plainChange(`${own(name)} is gone`, variable.enum?.length !== 1, placeOf(specs, { base: variable })),
    ),
    ...Object.entries(now).flatMap(([name, variable]) => {
      const earlier = before[name];
      const pair = earlier && { base: earlier, revision: variable };
      if (pair !== undefined) return compareVariable(specs, pair, own(name));
      return [plainChange(`${own(name)} is new`, false, placeOf(specs, { revision: variable }))];
    }),
  ];
}

/** Without an `enum` a variable takes any value. */
function compareVariable(specs: Pair<Spec>, { base, revision }: Pair<Variable>, name: string): FoundChange[] {
  const [before, now] = [base.enum, revision.enum];
  const place = keyPlace(specs, { base, revision }, 'enum');
  const lost = before?.filter((value) => now?.includes(value) === false) ?? [];
  const gained = now?.filter((value) => before?.includes(value) === false) ?? [];
  return [
    ...(before === undefined && now !== undefined
      ? [plainChange(`${name} takes only ${quoteAll(now)}`, true, place)]
      : []),
    ...(before !== undefined && now === undefined
      ? [plainChange(`${name} takes any value`, false, place)]
      : []),
    ...(lost.length === 0 ? [] : [plainChange(`${name} no longer takes ${quoteAll(lost)}`, true, place)]),
    ...(gained.length === 0 ? [] : [plainChange(`${name} also takes ${quoteAll(gained)}`, false, place)]),
    ...compareDefault(specs, { base, revision }, name),
  ];
}

/** Clients can still name the former default if it is a value of the `enum`. */
function compareDefault(specs: Pair<Spec>, { base, revision }: Pair<Variable>, name: string): FoundChange[] {
  if (base.default === revision.default) return [];
  const isStillTaken = revision.enum?.includes(base.default) === true;
  const text = `${name} has default ${quote(revision.default)} instead of ${quote(base.default)}`;
  return [plainChange(text, !isStillTaken, keyPlace(specs, { base, revision }, 'default'))];
}

function quoteAll(values: readonly string[]): string {
  return values.map(quote).join(', ');
}
