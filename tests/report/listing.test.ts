import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Listed, Listing } from '../../scripts/report/listing.ts';
import { toListingText } from '../../scripts/report/listing-text.ts';
import { columns } from '../../scripts/report/terminal/page.ts';

const general = [
  { check: 'status' },
  { check: 'media-type' },
  { check: 'json' },
  { check: 'schema' },
] as const;
const sailings: Listed = {
  operationId: 'listSailings',
  case: 'whole-list',
  method: 'GET',
  path: '/v1/lines/{line_id}/sailings',
  differs: ['items_per_page=200', 'page={{listSailings.page}}'],
  walks: true,
  statuses: ['200'],
  smoke: true,
  checks: [...general, { check: 'list' }, { check: 'filter', if: 'there are items' }],
  why: '`items_per_page=200`: other answers about this list are compared with it.',
  needs: [],
};
const plainOne = { ...sailings, case: 'success', differs: [], walks: false, why: 'As documented.' };
const listing: Listing = {
  spec: { title: 'Ferries', version: '1.2.0' },
  tier: 'full',
  hosts: [
    { region: 'us', url: 'https://a.example', cases: 4, variables: ['F_US_TOKEN', 'F_US_LINE_ID'] },
    { region: 'us', url: 'https://b.example', cases: 0, variables: [] },
  ],
  requests: [
    sailings,
    { ...plainOne, needs: ['listSailings.size, from an earlier response', 'a token of another region'] },
    {
      ...plainOne,
      case: 'invalid-line_id',
      differs: ['line_id=no'],
      statuses: ['422', '404'],
      checks: general,
      smoke: false,
    },
    {
      ...plainOne,
      case: 'method-delete',
      method: 'DELETE',
      differs: ['DELETE instead of GET'],
      statuses: [],
      smoke: false,
      checks: [{ check: 'method' }, { check: 'leak' }],
      skipped: 'it might change something: sent only with --allow-unsafe',
    },
    {
      ...plainOne,
      operationId: 'bookPassage',
      method: 'POST',
      path: '/v1/passages',
      checks: [...general, { check: 'relation', if: 'what is to be compared is there' }],
    },
  ],
  spared: [
    {
      operationId: 'bookPassage',
      case: 'none-token',
      by: { operationId: 'listSailings', case: 'none-token' },
    },
    { operationId: 'getSailing', case: 'page-3', by: { operationId: 'listSailings', case: 'page-2' } },
    { operationId: 'bookPassage', case: 'repeat', by: { operationId: 'getSailing', case: 'repeat' } },
    { operationId: 'bookPassage', case: 'page-3', by: { operationId: 'listSailings', case: 'page-2' } },
  ],
  unprovoked: [
    { operationId: 'listSailings', status: '429', reason: 'would need more requests than the limit allows' },
    { operationId: 'bookPassage', status: '403', reason: 'tested with listSailings instead' },
    { operationId: 'bookPassage', status: '429', reason: 'would need more requests than the limit allows' },
  ],
  tiers: {
    smoke: { limit: 15, requests: 1, skipped: 4, checks: 5, open: 0 },
    full: { limit: 120, requests: 4, skipped: 1, checks: 18, open: 3 },
  },
};
const plain = (one: Listing, width = 80): string => toListingText(one, { colour: false, width });
const sgr = new RegExp(`${'\u001b'}\\[\\d+m`, 'g');

/** Read what `vitest -u` writes. */
test('the list', async () => {
  await expect(plain(listing)).toMatchFileSnapshot('golden/listing.txt');
});

test('colour adds nothing but colour', () => {
  const coloured = toListingText(listing, { colour: true, width: 80 });
  expect(coloured).not.toBe(plain(listing));
  expect(coloured.replace(sgr, '')).toBe(plain(listing));
});

test('what there is none of is not told', () => {
  const [request] = listing.requests.slice(2);
  const text = plain({
    ...listing,
    requests: request === undefined ? [] : [request],
    spared: [],
    unprovoked: [],
  });
  expect(text).not.toMatch(/question mark is|Left out:|Documented answers/);
  expect(text).toContain('listSailings: 1 request\n');
  expect(text).not.toMatch(/\n\n\n| \n/);
});

test('whatever the description says, lines keep to the width and nothing moves the cursor', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(anyText, fc.integer({ min: 50, max: 160 }), (text, width) => {
      const [spared] = listing.spared;
      const one = {
        ...sailings,
        case: text,
        path: text,
        differs: [text],
        why: text,
        needs: [text],
        skipped: text,
      };
      const told = plain(
        {
          ...listing,
          requests: [one],
          spared: spared === undefined ? [] : [{ ...spared, case: text }],
          unprovoked: [{ operationId: text, status: '404', reason: text }],
        },
        width,
      );
      for (const line of told.split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
      expect(told).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
    }),
  );
});
