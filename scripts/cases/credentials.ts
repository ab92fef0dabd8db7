import type { CaseKind, Credentials } from './case.ts';
import { plain } from './outgoing.ts';
import { refusedStatuses } from './statuses.ts';

type Refused = {
  readonly credentials: Exclude<Credentials, 'given'>;
  readonly name: string;
  readonly why: string;
};

const wrong: readonly Refused[] = [
  {
    credentials: 'wrong',
    name: 'a wrong token',
    why: 'A well-formed token that nobody has must be refused.',
  },
  { credentials: 'none', name: 'no token', why: 'A request without credentials must be refused.' },
  { credentials: 'malformed', name: 'a malformed token', why: 'A malformed token must be refused.' },
  {
    credentials: 'elsewhere',
    name: "another region's token",
    why: 'The token of another region must be refused.',
  },
];

/** A request without valid credentials gets a 401, or the refusal that is documented. Optional credentials are not tested. */
export const credentials: CaseKind = (operation) => {
  const { auth, summary, pointer } = operation;
  const statuses = refusedStatuses(operation);
  if (statuses.length === 0 || operation.anonymous || auth.type === 'none' || auth.type === 'unusable')
    return [];
  return wrong.map(({ credentials: kind, name, why }) => ({
    id: `${kind}-token`,
    name: `${summary}: ${statuses[0]} for ${name}`,
    why,
    outgoing: { ...plain(operation), credentials: kind },
    statuses,
    // Each operation decides whether it requires credentials; all operations read them in the same way.
    clause: kind === 'none' ? `${pointer} ${kind}` : `${auth.type} ${kind}`,
    ...(kind === 'elsewhere' && { guard: 'elsewhere' as const }),
  }));
};
