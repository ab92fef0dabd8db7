import type { OpenAPIV3_1 } from 'openapi-types';
import { stringExtension } from '../../../base/read.ts';
import type { Located } from '../../../model/operations.ts';
import type { Resolved, Spec } from '../../../model/spec.ts';
import { type FoundChange, matchBy, type Pair, placeOf, say } from './found.ts';
import { compareVariables } from './server-variables.ts';

type ServerObject = Resolved<OpenAPIV3_1.ServerObject>;

/** The servers in force for an operation (OpenAPI 3.1, section 4.8.5), by their region or else their URL. */
export function compareServers(specs: Pair<Spec>, operations: Pair<Located>): FoundChange[] {
  const [before, now] = [
    serversOf(specs.base, operations.base),
    serversOf(specs.revision, operations.revision),
  ];
  const { pairs, gone, added } = matchBy(before, now, [nameOf, urlOf]);
  return [
    ...gone.map((base) => say(`no longer at \`${nameOf(base)}\``, true, placeOf(specs, { base }))),
    ...added.map((revision) =>
      say(`now also at \`${nameOf(revision)}\``, false, placeOf(specs, { revision })),
    ),
    ...pairs.flatMap((pair) => compareServer(specs, pair)),
  ];
}

/** Without any there is one with the URL `/` (section 4.8.1). */
function serversOf({ document }: Spec, { operation, item }: Located): readonly ServerObject[] {
  const servers = operation.servers ?? item.servers ?? document.servers ?? [];
  return servers.length === 0 ? [{ url: '/' }] : servers;
}

function nameOf(server: ServerObject): string {
  return stringExtension(server, 'x-region') ?? withoutSlash(server.url);
}

/** The URL with its variables at their defaults. */
function urlOf({ url, variables = {} }: ServerObject): string {
  return withoutSlash(
    Object.entries(variables).reduce(
      (filled, [name, variable]) => filled.replaceAll(`{${name}}`, variable.default),
      url,
    ),
  );
}

/** A path follows, so a slash at the end makes no other URL. */
function withoutSlash(url: string): string {
  return url.replace(/(?<=.)\/+$/, '');
}

/** Who keeps to the earlier URL is still served where the variables may have the values that they had. */
function compareServer(specs: Pair<Spec>, pair: Pair<ServerObject>): FoundChange[] {
  const name = nameOf(pair.revision);
  const [before, now] = [urlOf(pair.base), urlOf(pair.revision)];
  const place = placeOf(specs, { revision: pair.revision });
  const isOther = withoutSlash(pair.base.url) !== withoutSlash(pair.revision.url);
  return [
    ...(before !== now && isOther ? [say(`\`${name}\` is at ${now} instead of ${before}`, true, place)] : []),
    ...compareVariables(specs, pair, name),
  ];
}
