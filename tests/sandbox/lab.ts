import type { Outcome } from '../../scripts/model/outcome.ts';
import { bundle } from '../../scripts/suite/checks/bundle.ts';
import { toSources } from '../../scripts/suite/checks/sources.ts';
import { checkCall, toEvent } from '../../scripts/suite/postman/script.ts';
import { runPlain, type Seen } from '../fixtures/newman.ts';
import { openMalformed } from '../fixtures/open.ts';
import { type Reply, withServer } from '../fixtures/server.ts';

export type Given = {
  /** The Responses Object of the operation. */
  readonly responses: object;
  readonly reply: Reply;
  /** The documented status that the case must get; any success where nothing is said. */
  readonly wanted?: string;
  /** The contract of the operation. */
  readonly contract?: object;
  /** The query of the request. */
  readonly query?: string;
  /** The row whose operation is asked once more, instead of one of its own. */
  readonly of?: number;
};

export type Judged = Seen & { readonly found: readonly Outcome[] };

/** Has each reply judged by the generated checks, in one run of newman against a real server. */
export async function judge(
  all: readonly Given[],
  components: object = {},
  openapi = '3.1.0',
): Promise<Judged[]> {
  const operations = all.map(
    ({ responses, contract }, index) =>
      [`/${index}`, { get: { responses, ...(contract && { 'x-contract': contract }) } }] as const,
  );
  const pathOf = ({ of, query = '' }: Given, index: number): string => `/${of ?? index}${query}`;
  const { spec, api } = await openMalformed({
    openapi,
    info: { title: 'Lab', version: '1' },
    paths: Object.fromEntries(operations),
    components,
  });
  const { problems, runtime, tablesOf } = toSources(spec, api);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const code = [await bundle(runtime), await bundle(tablesOf(api.operations))].join('\n');
  return withServer(
    ({ url }) => all.find((one, index) => pathOf(one, index) === url)?.reply ?? { status: 500 },
    async (url) => {
      const item = all.map((one, index) => ({
        id: String(index),
        name: String(index),
        request: { method: 'GET', url: `${url}${pathOf(one, index)}` },
        event: [
          ...(index === 0 ? [toEvent('prerequest', code)] : []),
          toEvent(
            'test',
            checkCall({
              operation: `GET /${one.of ?? index}`,
              case: 'lab',
              ...(one.wanted !== undefined && { statuses: [one.wanted] }),
            }),
          ),
        ],
      }));
      const seen = await runPlain({ info: { name: 'Lab' }, item }, {});
      return item.map(({ id }) => decode(seen.get(id)));
    },
  );
}

/** The outcomes in a line: the check alone where it passed, else with its verdict and the clause. */
export function brief({ found }: Judged): string {
  const lines = found.map(({ check, verdict, pointer = '' }) =>
    verdict === 'passed' ? check : `${check} ${verdict} ${shorten(pointer)}`.trim(),
  );
  return lines.join(', ');
}

export const json = { 'Content-Type': 'application/json' };

/** A Responses Object with one JSON answer. */
export function jsonResponse(schema: object, status = '200', extra: object = {}): object {
  return { [status]: { description: 'It.', content: { 'application/json': { schema } }, ...extra } };
}

/** From the response on; `schema` stands for that of its JSON body. */
function shorten(pointer: string): string {
  return pointer
    .replace(/^\/paths\/~1\d+\/get\/responses\/?/, '')
    .replace('/content/application~1json/schema', ' schema')
    .replace('/components/schemas/', '#');
}

function decode(seen: Seen | undefined): Judged {
  if (seen?.outcomes === undefined) throw new Error(`not checked: ${seen?.scriptError ?? 'not run'}`);
  const { outcomes }: { outcomes: Outcome[] } = JSON.parse(seen.outcomes);
  // Every answer is looked through for leaks; only what is found says something here.
  return {
    ...seen,
    found: outcomes.filter(({ check, verdict }) => check !== 'leak' || verdict !== 'passed'),
  };
}
