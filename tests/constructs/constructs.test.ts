import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openSpec } from '../../scripts/openapi/open-spec.ts';
import { buildFiles } from '../../scripts/suite/build-files.ts';
import { runPlain } from '../fixtures/newman.ts';
import { withFiles } from '../fixtures/open.ts';
import { type Recorded, startRecorder } from '../fixtures/recorder.ts';
import { type Judged, judge } from '../sandbox/lab.ts';
import { type RequestRow, requestRows } from './request-rows.ts';
import { responseRows } from './response-rows.ts';

type Version = '3.0' | '3.1';
type Row = { readonly construct: string; readonly only?: Version };

const patches: Readonly<Record<Version, string>> = { '3.0': '3.0.3', '3.1': '3.1.0' };
const versionsOf = ({ only }: Row): readonly Version[] => (only === undefined ? ['3.0', '3.1'] : [only]);
const prefixOf = (row: RequestRow): string => `/${requestRows.indexOf(row)}`;

/** What newman sends for the collection of a description with all rows, and the warnings about that. */
async function sendAll(version: Version) {
  const paths = requestRows
    .filter((row) => versionsOf(row).includes(version))
    .map((row) => {
      const { path, method = 'get', operation } = row;
      const common = { 'x-contract': { effects: 'none' }, responses: { 200: { description: 'It.' } } };
      return [
        prefixOf(row) + (path === undefined ? '' : `/${path}`),
        { [method]: { ...common, ...operation } },
      ];
    });
  const description = {
    openapi: patches[version],
    info: { title: 'Constructs', version: '1' },
    servers: [{ url: 'https://lab.example' }],
    paths: Object.fromEntries(paths),
  };
  const printed: string[] = [];
  const print = (line: string): void => {
    printed.push(line);
  };
  const files = await withFiles({ 'api.yaml': stringify(description) }, async (folder) => {
    const opened = await openSpec({ spec: `${folder}/api.yaml` }, { out: print, err: print });
    return opened && buildFiles(opened, { out: print, err: print });
  });
  const collection = files?.files.find(({ name }) => name === 'api.postman_collection.json');
  if (collection === undefined) throw new Error(printed.join('\n'));
  const recorder = await startRecorder();
  try {
    await runPlain(JSON.parse(collection.text), { 'base-url': recorder.url });
  } finally {
    recorder.close();
  }
  return { recorded: recorder.recorded, printed };
}

/** What becomes of the right and the wrong response of each row. */
async function judgeAll(version: Version): Promise<ReadonlyMap<Row, readonly (Judged | undefined)[]>> {
  const rows = responseRows.filter((row) => versionsOf(row).includes(version));
  const all = rows.flatMap(({ responses, right, wrong }) => [
    { responses, reply: right },
    { responses, reply: wrong },
  ]);
  const judged = await judge(all, {}, patches[version]);
  return new Map(rows.map((row, index) => [row, [judged[2 * index], judged[2 * index + 1]]]));
}

const sent = { '3.0': await sendAll('3.0'), '3.1': await sendAll('3.1') };
const judged = { '3.0': await judgeAll('3.0'), '3.1': await judgeAll('3.1') };

function requestOf(row: RequestRow, version: Version): Recorded {
  const isOwn = new RegExp(`^${prefixOf(row)}(?![0-9])`);
  return sent[version].recorded.find(({ url }) => isOwn.test(url)) ?? expect.fail('nothing was sent');
}

/** The parts of a request that the row is about. */
function partsOf(row: RequestRow, version: Version): Record<string, string | undefined> {
  const { url, headers, body } = requestOf(row, version);
  const own = Object.keys(row.sent.headers ?? {}).map((name) => [name, headers[name]]);
  return {
    ...(row.sent.url !== undefined && { url: url.slice(prefixOf(row).length) }),
    ...Object.fromEntries(own),
    ...(row.sent.body !== undefined && { body }),
  };
}

describe('requests', () => {
  test.each(requestRows)('$construct', (row) => {
    const { url, headers, body } = row.sent;
    const wanted = { ...(url !== undefined && { url }), ...headers, ...(body !== undefined && { body }) };
    for (const version of versionsOf(row)) {
      const parts = partsOf(row, version);
      for (const [name, text] of Object.entries(wanted))
        expect(parts[name]).toEqual(text instanceof RegExp ? expect.stringMatching(text) : text);
    }
  });

  test.each(requestRows.filter(({ warning }) => warning !== undefined))('$construct: $warning', (row) => {
    const place = `:\\d+:\\d+ ${row.warning} warning: [A-Z]+ ${prefixOf(row)}: its test cases are not sent: `;
    for (const version of versionsOf(row))
      expect(sent[version].printed.join('\n')).toMatch(new RegExp(place));
  });
});

describe('responses', () => {
  test.each(responseRows)('$construct', (row) => {
    for (const version of versionsOf(row)) {
      const [right, wrong] = judged[version].get(row) ?? [];
      expect(right?.found.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
      const failed = wrong?.found.filter(({ verdict }) => verdict === 'failed');
      expect(new Set(failed?.map(({ check }) => check))).toEqual(new Set([row.check]));
    }
  });
});

test('docs/constructs.md shows what was sent and judged', async () => {
  const requests = requestRows.map((row) => {
    const [version = '3.1'] = versionsOf(row);
    const shown = Object.entries(partsOf(row, version)).map(([name, text = '']) => toCode(name, text));
    const judgement = row.warning === undefined ? '' : `\`${row.warning}\``;
    return [row.construct, versionsOf(row).join(', '), shown.join('<br>'), judgement];
  });
  const responses = responseRows.map((row) => [
    row.construct,
    versionsOf(row).join(', '),
    `\`${row.check}\``,
  ]);
  const text = [
    '# Constructs of OpenAPI',
    '',
    'Each row is a test: `tests/constructs/constructs.test.ts` writes this page from what newman sent to a server, and',
    'from what the checks said of a right and a wrong response.',
    '',
    '## Requests',
    '',
    'With a warning, the request is only in the collection for people. Its test cases are not sent, because a response',
    'would prove nothing.',
    '',
    ...toTable(['Construct', 'OpenAPI', 'Sent', 'Warning'], requests),
    '',
    '## Responses',
    '',
    'A response that keeps the construct passes all checks. One that breaks it fails the check that is named.',
    '',
    ...toTable(['Construct', 'OpenAPI', 'Check'], responses),
    '',
  ];
  await expect(text.join('\n')).toMatchFileSnapshot('../../docs/constructs.md');
});

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A part of a request in a cell of a table: on one line, and without what changes in each run. */
function toCode(name: string, text: string): string {
  const line = text
    .replace(/-{10,}\d+(--)?/g, 'BOUNDARY$1')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
  return `\`${name === 'url' || name === 'body' ? '' : `${name}: `}${line}\``;
}
