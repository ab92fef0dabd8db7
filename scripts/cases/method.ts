import type { Operation } from '../model/api.ts';
import type { CaseKind, Draft } from './case.ts';
import { plain } from './outgoing.ts';

/** Methods that may change something, those that APIs document least often first. */
const unsafe = ['DELETE', 'PUT', 'PATCH', 'POST'] as const;

/** The server must refuse a method that the path does not document. HEAD and OPTIONS must not cause a server error. */
export const method: CaseKind = (operation, all) => {
  const same = all.filter(({ path, base }) => path === operation.path && base === operation.base);
  if (same[0] !== operation || operation.auth.type === 'unusable') return [];
  const methods = same.map((other) => other.method);
  const undocumented = unsafe.find((candidate) => !methods.includes(candidate));
  const refused = `\`${undocumented}\` is not documented for this path: it must be refused.`;
  const harmless = {
    HEAD: '`HEAD` requests only the headers: it must not cause a server error.',
    OPTIONS: '`OPTIONS` requests the supported methods: it must not cause a server error.',
  };
  return [
    ...(undocumented === undefined
      ? []
      : [{ ...draft(operation, methods, undocumented, refused), guard: 'unsafe' as const }]),
    ...(methods.includes('HEAD') || !methods.includes('GET')
      ? []
      : [draft(operation, methods, 'HEAD', harmless.HEAD)]),
    ...(methods.includes('OPTIONS') ? [] : [draft(operation, methods, 'OPTIONS', harmless.OPTIONS)]),
  ];
};

function draft(operation: Operation, methods: readonly string[], verb: string, why: string): Draft {
  const { body: _, ...outgoing } = plain(operation);
  return {
    id: `method-${verb.toLowerCase()}`,
    name: `${operation.summary}: ${verb} is not documented`,
    why,
    outgoing: { ...outgoing, method: verb },
    statuses: [],
    methods,
    clause: `method that is ${verb === 'HEAD' || verb === 'OPTIONS' ? 'safe' : 'unsafe'}`,
  };
}
