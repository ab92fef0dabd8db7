import type { Case } from '../../cases/case.ts';
import { inOrder } from '../../cases/order.ts';
import type { Api, Operation } from '../../model/api.ts';
import type { Expectation } from '../../model/expectation.ts';
import { commonAuth, toAuth } from './auth.ts';
import { bodyBehavior } from './body.ts';
import { toInfo } from './collection.ts';
import type { CollectionFile, Folder, PostmanItem } from './format.ts';
import { toId } from './id.ts';
import { toRequest } from './request.ts';
import { toVariables } from './run-variables.ts';
import {
  checkCall,
  fillCall,
  firstPageCall,
  guardScript,
  guardScriptOf,
  needCall,
  type Scripts,
  scriptOf,
  sentAloneScript,
  toEvents,
  unlessSentAlone,
  whereAllowed,
} from './script.ts';
import { whyUnsendable } from './unsendable.ts';

const description =
  'Contract tests, generated from the OpenAPI description. Run the whole collection, because many requests take their ' +
  'values from earlier responses or are compared with them. Use newman or the collection runner.';

/**
 * The contract collection (Postman Collection v2.1.0): a folder for each operation, a request for each case. Only the
 * first request of a folder has the code of its checks: a script of that size at every request, or in a variable, costs
 * a millisecond or two each time.
 */
export function toContractCollection(
  api: Api,
  cases: readonly Case[],
  { byOperation, runtime }: ContractScripts,
): ContractCollection {
  const sent = cases.filter((testCase) => whyUnsendable(testCase) === undefined);
  const groups = inOrder(api.operations)
    .map((operation) => ({ operation, own: sent.filter((testCase) => testCase.operation === operation) }))
    .filter(({ own }) => own.length > 0);
  const folders = groups.map(({ operation, own }, position): Folder => {
    const next = groups[position + 1]?.own[0];
    const code = `${byOperation[operation.id]}\n${prepareCall(operation, next)}`;
    return {
      id: toId('contract folder', operation.id),
      name: operation.summary,
      item: own.map((testCase, index) => {
        const item = toItem(api, testCase, own, index === 0 ? code : '');
        return index === 0 && runtime !== undefined ? withRuntime(item, testCase, runtime) : item;
      }),
    };
  });
  return {
    info: toInfo(api, toId('contract', api.stem), `${api.title}, contract`, description),
    auth: toAuth(commonAuth(api), 'given'),
    variable: toVariables(api, true),
    item: folders,
  };
}

/**
 * Adds the runtime to the request of a case. The guards stay first, so that they decide even if the rest of the script
 * fails.
 */
export function withRuntime(item: PostmanItem, testCase: Case, runtime: string): PostmanItem {
  const guards = guardsOf(testCase);
  const rest = scriptOf(item, 'prerequest').slice(guards.join('\n').length).trimStart();
  return {
    ...item,
    event: toEvents({ prerequest: [...guards, runtime, rest], test: scriptOf(item, 'test') }),
  };
}

export type ContractCollection = Omit<CollectionFile, 'item'> & { readonly item: Folder[] };

/** Without a runtime, the caller has to add it to the first request (`withRuntime`). */
type ContractScripts = Pick<Scripts, 'byOperation'> & Partial<Pick<Scripts, 'runtime'>>;

/** A request that costs or changes something prepares only if it is allowed, because it is not sent otherwise. */
function prepareCall({ effects }: Operation, next: Case | undefined): string {
  const lasting = effects !== 'none';
  const preparing = { ends: true, ...(lasting && { lasting }), ...(next && { next: itemId(next) }) };
  const call = `contract.prepare(pm, ${JSON.stringify(preparing)});`;
  return lasting ? whereAllowed(effects, call) : call;
}

/** @param all the cases that are sent, at least those of the operation */
export function toExpectation(testCase: Case, all: readonly Case[]): Expectation {
  const { operation, id, statuses, outgoing, methods = [], provenance, remember, doubt, invented } = testCase;
  const isRepeated = remember && all.some((one) => one.kind === 'repeat' && one.operation === operation);
  return {
    operation: operation.id,
    case: id,
    statuses,
    ...(outgoing.method !== undefined && { method: outgoing.method, methods }),
    ...(provenance !== 'documented' && { provenance }),
    ...(remember && { remember }),
    ...(isRepeated && { repeated: true }),
    ...(doubt !== undefined && { doubt }),
    ...(invented !== undefined && { invented }),
  };
}

/** The guards of a case. An operation that changes something has the same guard as a method that might. */
function guardsOf({ operation: { effects }, guard }: Case): string[] {
  const all = [
    ...(effects === 'changes' ? ['unsafe' as const] : []),
    ...(guard === undefined ? [] : [guard]),
  ];
  return [...(effects === 'costs' ? [guardScript] : []), ...[...new Set(all)].map(guardScriptOf)];
}

/** The id of a case's request, which identifies its results. */
export function itemId(testCase: Case): string {
  return toId('case', testCase.operation.id, testCase.id);
}

function toItem(api: Api, testCase: Case, own: readonly Case[], code: string): PostmanItem {
  const { operation, outgoing, needs, pageVariable } = testCase;
  const request = toRequest(operation, outgoing, commonAuth(api));
  // `code` runs once for the folder; an earlier response may have changed the variables since.
  const given = [...needs, ...(code === '' ? discoveredIn(api, request) : [])];
  const calls = [
    given.length === 0 ? '' : needCall(given),
    pageVariable === undefined ? '' : firstPageCall(pageVariable),
    fillCall(request),
  ].filter(Boolean);
  const before = [
    ...guardsOf(testCase),
    code,
    code !== '' || calls.length === 0 ? calls.join('\n') : unlessSentAlone(calls.join('\n')),
  ];
  const check = `${code === '' ? `${sentAloneScript}\n` : ''}${checkCall(toExpectation(testCase, own))}`;
  return {
    id: itemId(testCase),
    name: testCase.name,
    event: toEvents({ prerequest: before, test: check }),
    // A redirect is checked as a response, and a token must not follow it to another host. A cookie of an earlier
    // response would be a credential that the case does not have.
    protocolProfileBehavior: { followRedirects: false, disableCookies: true, ...bodyBehavior(request) },
    request: { description: testCase.why, ...request },
  };
}

/** The variables in a request that an earlier response may have filled. */
function discoveredIn({ variables }: Api, request: ReturnType<typeof toRequest>): string[] {
  const text = JSON.stringify(request);
  return variables
    .filter(({ name, discover }) => discover !== undefined && text.includes(`{{${name}}}`))
    .map(({ name }) => name);
}
