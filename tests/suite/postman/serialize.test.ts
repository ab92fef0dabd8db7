import { describe, expect, test } from 'vitest';
import { Placeholder } from '../../../scripts/model/placeholder.ts';
import { lossOf, type Notation, toExpansion, toPairs } from '../../../scripts/suite/postman/serialize.ts';

const how = (
  place: Notation['in'],
  style: string,
  explode = false,
  more: Partial<Notation> = {},
): Notation => ({
  ...{ name: 'color', in: place, style, explode, allowReserved: false },
  ...more,
});
const written = (notation: Notation, value: unknown): string =>
  notation.in === 'path' || notation.in === 'header'
    ? toExpansion(notation, value)
    : toPairs(notation, value)
        .map((pair) => pair.join('='))
        .join(notation.in === 'cookie' ? '; ' : '&');

/** The table "Style Examples" of OpenAPI 3.1.1, section 4.8.12.4. */
const array = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

describe('the styles of OpenAPI', () => {
  test.each<[Notation, string, string, string]>([
    [how('path', 'matrix'), ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
    [how('path', 'matrix', true), ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
    [how('path', 'label'), '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
    [how('path', 'label', true), '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
    [how('path', 'simple'), 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    [how('path', 'simple', true), 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
    [how('header', 'simple'), 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    [how('header', 'simple', true), 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
    [how('query', 'form'), 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    [how('query', 'form', true), 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
    [how('cookie', 'form'), 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    [
      how('query', 'spaceDelimited'),
      'color=blue',
      'color=blue%20black%20brown',
      'color=R%20100%20G%20200%20B%20150',
    ],
    [
      how('query', 'pipeDelimited'),
      'color=blue',
      'color=blue%7Cblack%7Cbrown',
      'color=R%7C100%7CG%7C200%7CB%7C150',
    ],
    [
      how('query', 'deepObject', true),
      'color=blue',
      'color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown',
      'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
    ],
  ])('%j', (notation, ...wanted) => {
    expect(['blue', array, object].map((value) => written(notation, value))).toEqual(wanted);
  });
});

const nasty = `a,b.c;d=e&f+g%h#i/j k"'{{é|`;

test.each<[Notation, unknown, string]>([
  [how('query', 'form', true), nasty, 'color=a%2Cb.c%3Bd%3De%26f%2Bg%25h%23i%2Fj%20k%22%27%7B%7B%C3%A9%7C'],
  [
    how('query', 'form', true, { allowReserved: true }),
    nasty,
    'color=a,b.c;d=e%26f%2Bg%25h%23i/j%20k%22%27%7B%7B%C3%A9%7C',
  ],
  [how('query', 'form', false, { allowReserved: true }), ['a,b', '/'], 'color=a%2Cb,/'],
  [how('query', 'form', true, { name: 'a=b&c', allowReserved: true }), ':', 'a%3Db%26c=:'],
  [how('query', 'form', true), { 'a=b&c': ':' }, 'a%3Db%26c=%3A'],
  [how('path', 'simple'), nasty, 'a%2Cb.c%3Bd%3De%26f%2Bg%25h%23i%2Fj%20k%22%27%7B%7B%C3%A9%7C'],
  [how('path', 'label', true), ['a.b', 'c'], '.a%2Eb.c'],
  [how('path', 'label', true), { 'a.b': 'c.d' }, '.a%2Eb=c%2Ed'],
  [how('path', 'matrix', true), ['', 'a;b'], ';color;color=a%3Bb'],
  [how('path', 'matrix', true, { name: 'a b' }), 1, ';a%20b=1'],
  [how('header', 'simple'), 'a,b %é', 'a,b %é'],
  [how('cookie', 'form', true), nasty, "color=a%2Cb.c%3Bd=e&f+g%25h#i/j%20k%22'%7B%7B%C3%A9|"],
  [how('cookie', 'form', true, { name: 'a;b' }), '', 'a%3Bb='],
  [how('query', 'form', true, { mediaType: 'application/json' }), 'a', 'color=%22a%22'],
  [how('path', 'simple', false, { mediaType: 'application/json' }), [1, null], '%5B1%2Cnull%5D'],
  [
    how('cookie', 'form', true, { mediaType: 'application/json' }),
    { a: 'b;' },
    'color=%7B%22a%22:%22b%3B%22%7D',
  ],
  [how('header', 'simple', false, { mediaType: 'application/json' }), 'é{{', '"\\u00e9\\u007b\\u007b"'],
  [how('query', 'form', true, { mediaType: 'text/plain' }), 'a', 'color=a'],
  [how('query', 'form', true), new Placeholder('mine'), 'color={{mine}}'],
  [how('path', 'label'), new Placeholder('mine'), '.{{mine}}'],
  [how('query', 'form', true, { mediaType: 'application/json' }), new Placeholder('mine'), 'color={{mine}}'],
  [
    how('query', 'form', true, { mediaType: 'application/json', schema: { type: 'string' } }),
    new Placeholder('mine'),
    'color=%22{{mine}}%22',
  ],
  [how('query', 'form', true), [], ''],
  [how('query', 'form'), [], ''],
  [how('query', 'form'), {}, ''],
  [how('query', 'form', true), null, 'color='],
  [how('query', 'form', true), '\ud800', 'color=%EF%BF%BD'],
])('%j of %j as %s', (notation, value, wanted) => {
  expect(written(notation, value)).toBe(wanted);
});

describe('what the receiver would read otherwise is said', () => {
  test.each<[Notation, unknown, string | undefined]>([
    [how('query', 'pipeDelimited'), ['a|b'], '`|`'],
    [how('query', 'pipeDelimited', true), ['a|b'], undefined],
    [how('query', 'spaceDelimited'), { 'a b': 1 }, '` `'],
    [how('query', 'form'), ['a,b'], undefined],
    [how('header', 'simple'), ['a,b'], '`,`'],
    [how('header', 'simple'), 'a,b', undefined],
    [how('header', 'simple', true), { 'a=': 1 }, '`=`'],
    [how('header', 'simple'), ['a', ''], 'empty'],
    [how('header', 'simple'), ' a', 'space'],
    [how('path', 'simple'), '', 'empty'],
    [how('path', 'matrix'), '', undefined],
    [how('cookie', 'form', true), ['a', 'b'], 'several'],
    [how('cookie', 'form', true), ['a'], undefined],
    [how('query', 'form', true), [], 'empty array'],
    [how('query', 'form', true), {}, 'empty object'],
    [how('query', 'form', true), null, 'null'],
    [how('query', 'form', true), ['a', null], 'null'],
    [how('query', 'form', true), [['a']], 'nested'],
    [how('query', 'deepObject', true), { a: { b: 1 } }, 'nested'],
    [how('query', 'deepObject', true), ['a'], 'array'],
    [how('query', 'form', true), '\ud800', 'surrogate'],
    [how('query', 'form', true, { mediaType: 'application/json' }), [null, {}], undefined],
    [how('query', 'form', true, { mediaType: 'application/xml' }), {}, 'application/xml'],
    [how('query', 'form', true), new Placeholder('mine'), undefined],
    [how('query', 'form', true), nasty, undefined],
  ])('%j of %j: %s', (notation, value, wanted) => {
    const loss = lossOf(notation, value);
    if (wanted === undefined) expect(loss).toBeUndefined();
    else expect(loss).toContain(wanted);
  });
});
