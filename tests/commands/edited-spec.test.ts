import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { call } from '../e2e/call.ts';
import { fixture, rivery } from '../fixtures/open.ts';

/** The project's own spec with one schema that the simulator does not keep, and its lines. */
function editedSpec(): { readonly file: string; readonly lines: readonly string[] } {
  const spec = parse(readFileSync(rivery, 'utf8'));
  spec.components.schemas.StartedRun.properties.run_id = { type: 'integer' };
  const text = stringify(spec, { lineWidth: 0 });
  const file = join(mkdtempSync(join(tmpdir(), 'edited-')), 'edited.openapi.yaml');
  writeFileSync(file, text);
  return { file, lines: text.split('\n') };
}

const one = ['--only', 'protocol-leak-trace', '--tier', 'smoke'];

describe('an edited spec that the simulator does not keep is a problem in the spec, and no bug', () => {
  test.each([
    ['in this process', one],
    ['in processes of its own', [...one, '--only', 'protocol-leak-server', '--jobs', '2']],
  ])(
    'faults says where and what to do, once (%s)',
    async (_, args) => {
      const { file, lines } = editedSpec();
      const { code, err } = await call(['faults', '--spec', file, ...args]);
      const [, line] =
        /edited\.openapi\.yaml:(\d+):\d+ simulator-not-green The healthy local region us /.exec(err) ?? [];
      expect(err).toMatch(/: runRiver, test case [\w-]+, check \w+, failed: .*Correct the spec, or /);
      expect(err.match(/simulator-not-green/g)).toHaveLength(1);
      expect(err).not.toContain('bug');
      expect(lines[Number(line) - 1]).toMatch(/\S/);
      expect(code).toBe(2);
    },
    300_000,
  );
});

describe('the spec of another API', () => {
  test.each([[['faults', ...one]], [['faults']], [['simulate']], [['contract', '--simulate']]])(
    '%j names what the simulator does not know',
    async (args) => {
      const { code, err } = await call([...args, '--spec', fixture('shop.openapi.yaml')]);
      expect(err).toMatch(/^error: There is no simulator for \S+shop\.openapi\.yaml: .* `listThings`/m);
      expect(code).toBe(3);
    },
  );
});

test('a spec without servers has one region, whose base URL is not known, and faults are tried there', async () => {
  const spec = { ...parse(readFileSync(rivery, 'utf8')), servers: [] };
  const file = join(mkdtempSync(join(tmpdir(), 'no-servers-')), 'edited.openapi.yaml');
  writeFileSync(file, stringify(spec));
  const { code, err } = await call(['faults', '--spec', file, ...one]);
  expect(err).toMatch(/server-url warning: This spec has no servers\. Set the base URL with --base-url/);
  expect(code).toBe(0);
});
