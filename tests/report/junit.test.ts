import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { ExitCode } from '../../scripts/exit-code.ts';
import { toJunit } from '../../scripts/report/junit.ts';
import { runResult } from './builder.ts';
import { examples } from './examples.ts';

type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
};

/** The rules of the XSD that Jenkins' xUnit plugin checks with: what each element may have and must have. */
const rules: Readonly<
  Record<string, { children: readonly string[]; required: readonly string[]; optional: readonly string[] }>
> = {
  testsuites: {
    children: ['testsuite'],
    required: [],
    optional: ['name', 'tests', 'failures', 'errors', 'time'],
  },
  testsuite: {
    children: ['properties', 'testcase', 'system-out', 'system-err'],
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
  },
  properties: { children: ['property'], required: [], optional: [] },
  property: { children: [], required: ['name', 'value'], optional: [] },
  testcase: {
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    required: ['name'],
    optional: ['classname', 'time'],
  },
  failure: { children: [], required: [], optional: ['type', 'message'] },
  error: { children: [], required: [], optional: ['type', 'message'] },
  skipped: { children: [], required: [], optional: ['type', 'message'] },
  'system-out': { children: [], required: [], optional: [] },
};

describe.each(Object.entries(examples))('%s', (_, result) => {
  const root = parse(toJunit(result));

  test('keeps to the rules of JUnit', () => {
    for (const node of descendants(root)) {
      const rule = rules[node.name] ?? expect.fail(`<${node.name}> is unknown`);
      const names = Object.keys(node.attributes);
      expect(names).toEqual(expect.arrayContaining([...rule.required]));
      expect([...rule.required, ...rule.optional]).toEqual(expect.arrayContaining(names));
      for (const child of node.children) expect(rule.children).toContain(child.name);
      expect(node.attributes.time ?? '0.000').toMatch(/^\d+\.\d{3}$/);
    }
  });

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

  test('is red when the run could not be judged or is broken', () => {
    const red = Number(root.attributes.failures) + Number(root.attributes.errors) > 0;
    const onlyStrict =
      result.exitCode === ExitCode.broken && !result.findings.some((f) => f.severity === 'failed');
    const { percent, floor = 0 } = result.coverage;
    const otherwise = result.parity.length + (result.stale ?? []).length > 0 || percent < floor;
    if (onlyStrict && !otherwise) expect(red).toBe(false);
    else expect(red).toBe(result.exitCode !== ExitCode.kept);
  });
});

test('a region without any case that says so is an error', () => {
  const green = runResult([]);
  const us = green.regions.us ?? expect.fail();
  const unreachable = { ...us, verdict: 'unreachable' as const, reason: 'no such host' };
  const [suite] = parse(toJunit({ ...green, cases: [], regions: { us: unreachable } })).children;
  expect(suite?.attributes).toMatchObject({ tests: '1', errors: '1' });
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
    const outcome = { check: 'schema', verdict: 'failed', message: text, expected: text } as const;
    return toJunit(
      runResult([
        { at: { case: 'success' }, outcome, reason: text },
        { at: { case: 'missing-from' }, verdict: 'skipped', reason: text },
      ]),
    );
  };

  test('the XML holds only what XML 1.0 allows', () => {
    const illegal = /[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
    fc.assert(
      fc.property(texts, (text) => {
        expect(withText(text)).not.toMatch(illegal);
      }),
    );
  });

  test('what XML can hold comes back as it was', () => {
    const legal = texts.filter(
      (text) => !/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text),
    );
    fc.assert(
      fc.property(legal, (text) => {
        const xml = withText(text);
        const [, message, body] = /<failure message="([^"]*)" type="schema">([^<]*)</.exec(xml) ?? [];
        expect(resolve(message)).toBe(text);
        expect(resolve(body)).toBe(`failed schema: ${text}\nexpected: ${text}\n${again}`);
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

function descendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(descendants)];
}
