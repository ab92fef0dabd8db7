import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { validateXML } from 'xmllint-wasm';
import { ExitCode } from '../../scripts/base/exit-code.ts';
import { acceptKnown } from '../../scripts/judge/compare/accept.ts';
import { exitCodeOf } from '../../scripts/judge/exit-code.ts';
import { caseResult, runOf } from '../judge/compare/runs.ts';
import { runResult } from './builder.ts';
import { examples } from './examples.ts';
import { toJunit } from './write.ts';

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
};

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');

/** What libxml2 finds wrong with documents, all in one go: it takes a while to start. */
async function validate(documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, at) => ({ fileName: `${at}.xml`, contents }));
  const { errors, valid } = await validateXML({ xml, schema: [schema], maxMemoryPages: 4096 });
  expect(valid).toBe(errors.length === 0);
  return errors.map(({ message }) => message);
}

test('every example is valid against the XSD', async () => {
  expect(await validate(Object.values(examples).map(toJunit))).toEqual([]);
});

describe('the XSD refuses', () => {
  const [document = ''] = Object.values(examples).map(toJunit);
  test.each([
    ['an unknown element', '<testcase ', '<test '],
    ['an unknown attribute', '<testcase ', '<testcase colour="red" '],
    ['a suite without a count', / errors="0" skipped/, ' skipped'],
    ['a count that is none', /failures="\d+"/, 'failures="-1"'],
    ['a time with an exponent', /time="[^"]*"/, 'time="1e3"'],
    ['a timestamp with a zone', /timestamp="([^"]*)"/, 'timestamp="$1Z"'],
    ['properties behind the tests', /(<properties>.*?<\/properties>)(.*?)(<\/testsuite>)/s, '$2$1$3'],
    ['a test without a name', /<testcase name="[^"]*"/, '<testcase'],
  ])('%s', async (_, part, instead) => {
    const wrong = document.replace(part, instead);
    expect(wrong).not.toBe(document);
    expect(await validate([wrong])).not.toEqual([]);
  });
});

/** Failures say that the contract is broken, errors alone that it could not be judged; an interrupted run has any. */
const wantedRed: Readonly<Record<number, object>> = {
  [ExitCode.kept]: { failures: false, errors: false },
  [ExitCode.broken]: { failures: true, errors: expect.any(Boolean) },
  [ExitCode.notJudged]: { failures: false, errors: true },
};

function inRed({ attributes }: Element): object {
  return { failures: Number(attributes.failures) > 0, errors: Number(attributes.errors) > 0 };
}

describe.each(Object.entries(examples))('%s', (_, result) => {
  const root = parse(toJunit(result));

  test('counts what it holds', () => {
    const having = (suite: Element, name: string): string =>
      String(suite.children.filter(({ children }) => children.some((child) => child.name === name)).length);
    for (const suite of root.children) {
      const { tests, failures, errors, skipped } = suite.attributes;
      expect(tests).toBe(String(suite.children.filter(({ name }) => name === 'testcase').length));
      expect([failures, errors, skipped]).toEqual(
        ['failure', 'error', 'skipped'].map((name) => having(suite, name)),
      );
    }
    for (const key of ['tests', 'failures', 'errors']) {
      const sum = root.children.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
      expect(root.attributes[key]).toBe(String(sum));
    }
  });

  test('has each case once, in the suite of its region', () => {
    const tests = root.children.flatMap((suite) => suite.children.map((each) => [suite, each] as const));
    for (const each of result.cases) {
      const found = tests.filter(
        ([suite, { attributes }]) =>
          suite.attributes.name === each.region &&
          attributes.classname === each.operationId &&
          attributes.name === each.name,
      );
      expect(found).toHaveLength(1);
    }
  });

  test('is red as the exit status is', () => {
    expect(inRed(root)).toEqual(wantedRed[result.exitCode] ?? inRed(root));
  });
});

test('a suite says when its first request was sent, where one was', () => {
  const green = runResult([]);
  const timestamps = (result: typeof green): (string | undefined)[] =>
    parse(toJunit(result)).children.map(({ attributes }) => attributes.timestamp);
  expect(timestamps(green)).toEqual(['2026-01-12T08:00:00', '2026-01-12T08:00:10']);
  expect(timestamps({ ...green, exchanges: [] })).toEqual([undefined, undefined]);
});

test('a region without any case that says so is an error', () => {
  const green = runResult([]);
  const us = green.regions.us ?? expect.fail();
  const unreachable = { ...us, verdict: 'unreachable' as const, reason: 'no such host' };
  const [suite] = parse(toJunit({ ...green, cases: [], regions: { us: unreachable } })).children;
  expect(suite?.attributes).toMatchObject({ tests: '1', errors: '1' });
});

describe('whatever became of the cases', () => {
  const said = fc.constantFrom('passed', 'failed', 'drift', 'inconclusive' as const);
  const outcomes = fc.array(
    said.map((verdict) => ({ check: 'schema', verdict }) as const),
    { minLength: 1 },
  );
  const accepted = { reason: 'ticket 4711', expires: '2026-03-31' };
  const told = fc.record({ outcomes, verdict: fc.constantFrom(undefined, 'flaky', 'unreachable' as const) });
  const cases = fc.array(told, { minLength: 1, maxLength: 4 }).map((all) =>
    all.map(({ outcomes, verdict }, at) => {
      const name = `case-${at}`;
      if (verdict === 'unreachable') return caseResult([], { case: name, name, verdict });
      const judged = caseResult(outcomes, { case: name, name });
      const isGood = judged.verdict === 'passed' || judged.verdict === 'drift';
      return isGood && verdict === 'flaky' ? { ...judged, verdict } : judged;
    }),
  );
  const floors = fc.constantFrom(undefined, 90);

  test('strict or not, it is red as the exit status is', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), fc.boolean(), floors, (all, strict, isKnown, floor) => {
        const run = runOf(all);
        const deviation = { ...accepted, region: 'all', operation: 'list', check: 'schema', location: 'a' };
        const names = all.map((one) => one.case);
        const planned = { regions: ['us'], cases: { list: names }, mayVerify: () => true };
        const deviations = isKnown ? [deviation] : [];
        const result = acceptKnown(run, { deviations, today: '2026-01-12', planned });
        const coverage = { ...run.coverage, percent: 80, ...(floor !== undefined && { floor }) };
        const whole = { ...result, ...(strict && { strict }), coverage };
        const exitCode = exitCodeOf(whole);
        const red = inRed(parse(toJunit({ ...whole, exitCode })));
        expect(red).toEqual(wantedRed[exitCode]);
      }),
    );
  });
});

describe('whatever an answer says', () => {
  const nasty = [
    '\u0000\u001b\u007f\ufffe',
    ']]>',
    '<![CDATA[',
    '\ud800 \udc00',
    '&amp; <a b="c">\'',
    '&nosuch; &#0; &',
    '\r\n\t',
    '<!-- -->',
  ];
  const texts = fc.oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...nasty)).map((all) => all.join('')),
  );
  const again = `curl: ${runResult([]).cases[0]?.curl}`;
  const withText = (text: string): string => {
    const outcome = { check: 'status', verdict: 'failed', message: text, expected: text } as const;
    return toJunit(
      runResult([
        { at: { case: 'success' }, outcome, reason: text },
        { at: { case: 'missing-from' }, verdict: 'skipped', reason: text },
      ]),
    );
  };

  test('the XML is valid against the XSD', async () => {
    expect(await validate(fc.sample(texts, 200).map(withText))).toEqual([]);
  });

  test('what XML can hold comes back as it was', () => {
    const legal = texts.filter(
      (text) => !/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text),
    );
    fc.assert(
      fc.property(legal, (text) => {
        const xml = withText(text);
        const [, message, body] = /<failure message="([^"]*)" type="status">([^<]*)</.exec(xml) ?? [];
        expect(resolve(message)).toBe(text);
        expect(resolve(body)).toBe(`failed status: ${text}\nexpected: ${text}\n${again}`);
        expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
      }),
    );
  });
});

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/** By hand, for xmlbuilder2 resolves `&amp;#0;` twice. */
function resolve(text = ''): string {
  return text.replace(/&\w+;/g, (reference) => references[reference] ?? expect.fail(reference));
}

function parse(xml: string): Element {
  return toElement(create(xml).root().node);
}

type DomNode = XMLBuilder['node'];

function toElement(node: DomNode): Element {
  return {
    name: node.nodeName,
    attributes: Object.fromEntries(attributesOf(node)),
    text: node.textContent ?? '',
    children: [...node.childNodes].filter(({ nodeType }) => nodeType === node.ELEMENT_NODE).map(toElement),
  };
}

function attributesOf(node: DomNode): [string, string][] {
  if (!('attributes' in node)) return [];
  return [...Object(node.attributes)].map(({ name, value }) => [String(name), String(value)]);
}
