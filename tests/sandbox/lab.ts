import { bundle } from '../../scripts/bundle/bundle.ts';
import { toSources } from '../../scripts/bundle/sources.ts';
import type { Outcome } from '../../scripts/model/outcome.ts';
import { checkCall, toEvent } from '../../scripts/postman/script.ts';
import { runPlain, type Seen } from '../fixtures/newman.ts';
import { openText } from '../fixtures/open.ts';
import { type Reply, withServer } from '../fixtures/server.ts';

export type Given = {
  /** The Responses Object of the operation. */
  readonly responses: object;
  readonly reply: Reply;
  /** The documented status that the case must get; any success where nothing is said. */
  readonly wanted?: string;
};

export type Judged = Seen & { readonly found: readonly Outcome[] };

/** Has each reply judged by the generated checks, in one run of newman against a real server. */
export async function judge(all: readonly Given[], components: object = {}): Promise<Judged[]> {
  const operations = all.map(({ responses }, index) => [`/${index}`, { get: { responses } }] as const);
  const { spec, api } = await openText({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    paths: Object.fromEntries(operations),
    components,
  });
  const { problems, runtime, tablesOf } = toSources(spec, api);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const code = [await bundle(runtime), await bundle(tablesOf(api.operations))].join('\n');
  return withServer(
    ({ url }) => all[Number(url?.slice(1))]?.reply ?? { status: 500 },
    async (url) => {
      const item = all.map(({ wanted }, index) => ({
        id: String(index),
        name: String(index),
        request: { method: 'GET', url: `${url}/${index}` },
        event: [
          ...(index === 0 ? [toEvent('prerequest', code)] : []),
          toEvent(
            'test',
            checkCall({
              operation: `GET /${index}`,
              case: 'lab',
              ...(wanted !== undefined && { statuses: [wanted] }),
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
