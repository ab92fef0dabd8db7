import type { Case } from '../cases/case.ts';
import type { Api } from '../model/api.ts';
import { commonAuth, toAuth } from './auth.ts';
import { printable, toInfo } from './collection.ts';
import type { Folder, Item } from './format.ts';
import { toId } from './id.ts';
import { toRequest } from './request.ts';
import { checkCall, guardScript, type Scripts, toEvent } from './script.ts';
import { toVariables } from './variables.ts';

const description =
  'Contract tests, generated from the OpenAPI description. Run it with newman or the collection runner.';

/**
 * The collection for CI (Postman Collection v2.1.0): a folder for each operation, a request for each case. The
 * first request of a folder carries the code of the folder's checks, once: a script of that size at every request,
 * or a variable that holds it, costs a millisecond or two each time.
 */
export function toContractCollection(api: Api, cases: readonly Case[], { byOperation }: Scripts): unknown {
  const folders = api.operations.map(
    (operation): Folder => ({
      id: toId('contract folder', operation.id),
      name: operation.summary,
      item: cases
        .filter((made) => made.operation === operation)
        .map((made, index) =>
          toItem(api, made, index === 0 ? `${byOperation[operation.id]}\ncontract.prepare(pm, true);` : ''),
        ),
    }),
  );
  return printable({
    info: toInfo(api, toId('contract', api.stem), `${api.title}, contract`, description),
    auth: toAuth(commonAuth(api), 'given'),
    variable: toVariables(api),
    item: folders.filter(({ item }) => item.length > 0),
  });
}

/** The id of a case's request, by which its results are known again. */
export function itemId(made: Case): string {
  return toId('case', made.operation.id, made.id);
}

function toItem(api: Api, made: Case, code: string): Item {
  const { operation, outgoing, status } = made;
  // The guard comes first: whatever happens to the rest of the script, it has decided.
  const before = [operation.effects === 'costs' ? guardScript : '', code].filter(Boolean);
  const check = checkCall({ operation: operation.id, case: made.id, status });
  return {
    id: itemId(made),
    name: made.name,
    event: [...(before.length > 0 ? [toEvent('prerequest', before.join('\n'))] : []), toEvent('test', check)],
    // A redirect is an answer to be judged, and a token must not follow it out of the region.
    protocolProfileBehavior: { followRedirects: false },
    request: { ...toRequest(operation, outgoing, commonAuth(api)), description: made.why },
  };
}
