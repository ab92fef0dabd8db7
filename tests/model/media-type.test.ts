import { expect, test } from 'vitest';
import { findMediaType } from '../../scripts/model/media-type.ts';

const versions = ['application/vnd.lab+json; version=1', 'application/vnd.lab+json;version="2"'];

test.each([
  [['application/json'], 'application/json', 0],
  [['application/json'], 'Application/JSON; charset=iso-8859-1', 0],
  [['application/json; charset=utf-8'], 'application/json', 0],
  [['application/json; charset=utf-8'], 'application/json;charset=US-ASCII', 0],
  [['application/json'], 'application/problem+json', -1],
  [['application/json'], '', -1],
  // Parameters
  [versions, 'application/vnd.lab+json;version=2', 1],
  [versions, 'application/vnd.lab+json; VERSION="1"; charset=utf-8', 0],
  [versions, 'application/vnd.lab+json;version=3', -1],
  [versions, 'application/vnd.lab+json', -1],
  [['application/vnd.lab+json', ...versions], 'application/vnd.lab+json; version=2', 2],
  [['application/vnd.lab+json', ...versions], 'application/vnd.lab+json; version=3', 0],
  [['text/plain; a="x;y\\"z"', 'text/plain'], 'text/plain; a="x;y\\"z"', 0],
  [['text/plain; a=1', 'text/plain; a=1; b=2'], 'text/plain; b=2; a=1', 1],
  [['text/csv; header=present'], 'text/csv; header=absent', -1],
  [['text/plain; charset=utf-8'], 'text/plain; charset=UTF-8', 0],
  [['text/plain; charset=utf-8'], 'text/plain', 0],
  [['text/plain; charset=utf-8'], 'text/plain; charset=latin1', -1],
  // Ranges
  [['*/*', 'text/*', 'text/plain'], 'text/plain', 2],
  [['*/*', 'text/*', 'text/plain'], 'text/csv', 1],
  [['*/*', 'text/*', 'text/plain'], 'image/png', 0],
  [['*/*; version=2', 'application/*'], 'application/json; version=2', 1],
  [['application/*+json', 'application/*'], 'application/problem+json', 0],
  [['application/*+json'], 'application/json', -1],
  [['text/*'], 'application/json', -1],
])('of %j, %s is number %i', (documented, actual, index) => {
  expect(findMediaType(documented, actual)).toBe(documented[index]);
});
