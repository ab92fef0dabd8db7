import type { OpenAPIV3_1 } from 'openapi-types';
import type { Resolved, Spec } from '../../../model/spec.ts';
import { type FoundChange, type Pair, placeOf, plainChange, sayRows } from './found-change.ts';
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
  const lost = before?.filter((value) => now?.includes(value) === false) ?? [];
  const gained = now?.filter((value) => before?.includes(value) === false) ?? [];
  // What was meant by leaving it out can still be said where it is a value of the `enum`.
  const isStillTaken = now?.includes(base.default) === true;
  const other = `${quote(revision.default)} instead of ${quote(base.default)}`;
  return sayRows(specs, { base, revision }, [
    before === undefined && now !== undefined && ['enum', `${name} takes only ${quoteAll(now)}`, true],
    before !== undefined && now === undefined && ['enum', `${name} takes any value`, false],
    lost.length > 0 && ['enum', `${name} no longer takes ${quoteAll(lost)}`, true],
    gained.length > 0 && ['enum', `${name} also takes ${quoteAll(gained)}`, false],
    base.default !== revision.default && ['default', `${name} has default ${other}`, !isStillTaken],
  ]);
}

function quoteAll(values: readonly string[]): string {
  return values.map(quote).join(', ');
}
