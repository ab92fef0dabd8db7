import { expect, test } from 'vitest';
import { openText } from '../fixtures/open.ts';

const responses = {
  200: { description: 'It.', links: { next: { operationId: 'a' }, last: { operationId: 'a' } } },
};
const callbacks = {
  done: { '{$request.query.url}': { post: { responses: { 200: { description: 'It.' } } } } },
};
const content = { 'application/json': {}, 'application/xml': {}, 'text/plain': {} };

test('what nothing is generated from is reported once, with its number and first place', async () => {
  const { api } = await openText({
    openapi: '3.1.0',
    info: { title: 'Lab', version: '1' },
    servers: [{ url: 'https://lab.example' }],
    paths: {
      '/a': { get: { operationId: 'a', responses } },
      '/b': { post: { tags: ['x', 'y', 'z'], callbacks, requestBody: { content }, responses } },
    },
    webhooks: { made: { post: { responses } }, gone: { post: { responses } } },
  });
  const found = api.problems.filter(({ code }) => code === 'not-generated');
  expect(found.map(({ message, pointer }) => [/from (.*), because/.exec(message)?.[1], pointer])).toEqual([
    ['2 webhooks', '/webhooks/gone'],
    ['1 callback', '/paths/~1b/post/callbacks/done'],
    ['4 links', '/paths/~1a/get/responses/200/links/last'],
    ['2 further tags', '/paths/~1b/post/tags/1'],
    ['2 further media types of request bodies', '/paths/~1b/post/requestBody/content'],
  ]);
});

test('nothing is reported where there is nothing', async () => {
  const paths = { '/a': { get: { tags: ['x'], responses: { 200: { description: 'It.' } } } } };
  const { api } = await openText({
    ...{ openapi: '3.1.0', info: { title: 'Lab', version: '1' }, servers: [{ url: 'https://lab.example' }] },
    paths,
  });
  expect(api.problems).toEqual([]);
});
