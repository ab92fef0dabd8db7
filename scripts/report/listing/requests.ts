import { count } from '../../base/words.ts';
import type { Listed } from '../listing.ts';
import { entry, type TerminalPage } from '../terminal/page.ts';

/** What a question mark behind a check means. */
export function conditions(page: TerminalPage, requests: readonly Listed[]): string[] {
  const checks = requests.flatMap((request) => request.checks);
  const texts = new Map(checks.flatMap(({ check, if: text }) => (text === undefined ? [] : [[check, text]])));
  if (texts.size === 0) return [];
  return [
    ...entry(page, { label: '', text: 'A check with a question mark is made only if' }),
    ...[...texts].flatMap(([check, text]) => entry(page, { label: `  ${`${check}?`.padEnd(11)}  `, text })),
  ];
}

/** An operation and its requests, a block each. */
export function operation(page: TerminalPage, own: readonly Listed[]): string[][] {
  const [first] = own;
  if (first === undefined) return [];
  const sent = own.filter(({ skipped }) => skipped === undefined).length;
  const requests = `${sent === own.length ? '' : `${sent} of `}${count(own.length, 'request')}`;
  const head = [
    ...entry(page, { label: '', text: `${first.operationId}: ${requests}`, style: 'strong' }),
    ...entry(page, { label: '', text: `${first.method} ${first.path}` }),
  ];
  return [head, ...own.map((one) => block(page, one))];
}

function block(page: TerminalPage, request: Listed): string[] {
  const { statuses, smoke, differs, walks, checks, why, needs, skipped } = request;
  const marks = [
    statuses.join(' or ') || 'no documented status',
    ...(smoke ? ['smoke'] : []),
    ...(skipped === undefined ? [] : ['not sent']),
  ];
  const sends = differs.join(', ') || 'the plain request';
  const rows = [
    ['sends', walks ? `${sends}; once more for each page that follows` : sends],
    ['checks', checks.map(({ check, if: text }) => (text === undefined ? check : `${check}?`)).join(', ')],
    ['why', why],
    ['needs', needs.join('; ')],
    ['not sent', skipped ?? ''],
  ] as const;
  return [
    ...entry(page, { label: '  ', text: `${request.case}: ${marks.join(', ')}`, style: 'strong' }),
    ...rows
      .filter(([, text]) => text !== '')
      .flatMap(([name, text]) => entry(page, { label: `    ${name.padEnd(8)}  `, labelStyle: 'dim', text })),
  ];
}
