import type { CaseKind, Credentials } from './case.ts';
import { plain } from './outgoing.ts';
import { documents } from './statuses.ts';

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
  { credentials: 'malformed', name: 'a malformed token', why: 'What is no token at all must be refused.' },
  {
    credentials: 'elsewhere',
    name: "another region's token",
    why: 'The token of another region must be refused.',
  },
];

/** Whoever has no valid credentials gets a 401. */
export const credentials: CaseKind = (operation) => {
  const { auth, summary, pointer } = operation;
  if (!documents(operation, '401') || auth.type === 'none' || auth.type === 'unusable') return [];
  const statuses = ['401'];
  return wrong.map(({ credentials: kind, name, why }) => ({
    id: `${kind}-token`,
    name: `${summary}: 401 for ${name}`,
    why,
    outgoing: { ...plain(operation), credentials: kind },
    statuses,
    // Whether credentials are looked at at all is each operation's business, how they are read that of all.
    clause: kind === 'wrong' ? `${pointer} ${kind}` : `${auth.type} ${kind}`,
    ...(kind === 'elsewhere' && { guard: 'elsewhere' as const }),
  }));
};
