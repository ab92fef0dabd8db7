import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../base/group-by.ts';
import type { Problem } from '../base/problem.ts';
import type { Operation, Region, Variable } from './api.ts';
import { derivedOf } from './derived.ts';
import { envName, prefixVariable, toEnvWord } from './env-name.ts';
import { shownName, variableNameProblem } from './names.ts';
import type { ServerGroup } from './to-servers.ts';

type Named = {
  readonly envPrefix: string;
  readonly groups: readonly ServerGroup[];
  readonly operations: readonly Operation[];
  readonly regions: readonly Region[];
  readonly variables: readonly Variable[];
};

/** Names of variables that Postman would misread, and two names that would share an environment variable. */
export function nameProblems(named: Named): Problem[] {
  const places = placesOf(named);
  const misnamed = named.variables.flatMap(({ name }) => {
    const reason = variableNameProblem(name);
    return reason === undefined
      ? []
      : [
          problem(
            'variable-name',
            places.get(name),
            `The variable ${shownName(name)} can't be used: ${reason}.`,
          ),
        ];
  });
  return misnamed.length > 0
    ? misnamed
    : [...mixed(named), ...filled(named, places), ...collisions(named, places)];
}

/** A variable for base URLs that another value uses, too: requests would go to the wrong place. */
function mixed({ groups, variables }: Named): Problem[] {
  return groups.flatMap(({ variable, urls, pointer }, index) => {
    const isOther = variables.some(({ name, kind }) => name === variable && kind !== 'base');
    const isShared = groups
      .slice(0, index)
      .some((group) => group.variable === variable && !isDeepStrictEqual(group.urls, urls));
    const message = `The variable ${shownName(variable)} would hold the base URL of these servers and another value. Give them another \`x-variable\`.`;
    return isOther || isShared ? [problem('name-collision', pointer, message)] : [];
  });
}

/** Variables that the responses of a list fill as well: a response could choose where requests go. */
function filled({ operations, variables }: Named, places: ReadonlyMap<string, string>): Problem[] {
  const derived = new Set(operations.flatMap(derivedOf).map(({ variable }) => variable));
  return variables
    .filter(({ name }) => derived.has(name))
    .map(({ name }) => {
      const message = `The variable ${shownName(name)} is also filled from the responses of a list. Give it another name.`;
      return problem('name-collision', places.get(name), message);
    });
}

/** The pointer of each variable's first use. */
function placesOf({ groups, operations }: Named): ReadonlyMap<string, string> {
  const uses = [
    ...groups.map(({ variable, pointer }) => [variable, pointer] as const),
    ...operations.flatMap(({ parameters, body }) => [
      ...parameters.flatMap(({ variable, pointer }) =>
        variable === undefined ? [] : [[variable, pointer] as const],
      ),
      ...Object.values(body?.variables ?? {}).map((name) => [name, body?.pointer ?? ''] as const),
    ]),
  ];
  return new Map(uses.toReversed());
}

type Use = { readonly region: string; readonly variable: string };

/** Reports each pair of regions or variables once, however many environment variables they share. */
function collisions(
  { envPrefix, groups, regions, variables }: Named,
  places: ReadonlyMap<string, string>,
): Problem[] {
  const uses = regions.flatMap(({ name: region }) =>
    variables.map(({ name }) => ({ region, variable: name })),
  );
  const found = new Map<string, Problem>();
  for (const [one, other] of groupBy(uses, toEnv)) {
    if (one === undefined || other === undefined) continue;
    const who = inWords(one, other);
    const server = groups.flatMap(({ pointers }) => pointers[other.region] ?? [])[0];
    const place = one.region === other.region ? places.get(other.variable) : server;
    const message = `${who} would have the same environment variable, …_${toEnv(one)}. Rename one of them.`;
    if (!found.has(who)) found.set(who, problem('name-collision', place, message));
  }
  const choosing = uses
    .filter(({ region, variable }) => envName({ envPrefix }, { name: region }, variable) === prefixVariable)
    .map(({ region, variable }) => {
      const message = `The variable ${shownName(variable)} of the region ${shownName(region)} would have the environment variable ${prefixVariable}, which chooses the prefix. Rename one of them.`;
      return problem('name-collision', places.get(variable), message);
    });
  return [...found.values(), ...choosing];
}

function toEnv({ region, variable }: Use): string {
  return [toEnvWord(region), toEnvWord(variable)].join('_');
}

function inWords(one: Use, other: Use): string {
  if (one.variable === other.variable)
    return `The regions ${shownName(one.region)} and ${shownName(other.region)}`;
  if (one.region === other.region)
    return `The variables ${shownName(one.variable)} and ${shownName(other.variable)}`;
  const [first, second] = [one, other].map(
    ({ region, variable }) => `variable ${shownName(variable)} of the region ${shownName(region)}`,
  );
  return `The ${first} and the ${second}`;
}

function problem(code: string, pointer: string | undefined, message: string): Problem {
  return { code, severity: 'error', message, pointer: pointer || '/servers' };
}
