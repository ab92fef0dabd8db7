import type { Operation } from '../model/api.ts';
import type { CaseKind, Draft } from './case.ts';
import { plain } from './outgoing.ts';

/** Methods that may change something, the one that is documented least often first. */
const unsafe = ['DELETE', 'PUT', 'PATCH', 'POST'] as const;

/** A method that the path does not document is refused, and HEAD and OPTIONS, which may be answered, do no harm. */
export const method: CaseKind = (operation, all) => {
  const same = all.filter(({ path, base }) => path === operation.path && base === operation.base);
  if (same[0] !== operation || operation.auth.type === 'unusable') return [];
  const methods = same.map((other) => other.method);
  const strange = unsafe.find((candidate) => !methods.includes(candidate));
  const refused = `\`${strange}\` is not documented for this path: it must be refused.`;
  const harmless = {
    HEAD: '`HEAD` asks for nothing but the headers: it must be no error of the server.',
    OPTIONS: '`OPTIONS` asks for the methods that there are: it must be no error of the server.',
  };
  return [
    ...(strange === undefined
      ? []
      : [{ ...draft(operation, methods, strange, refused), guard: 'unsafe' as const }]),
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
