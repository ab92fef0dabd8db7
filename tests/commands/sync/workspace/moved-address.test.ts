import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toGenerated } from '../../../../scripts/commands/sync/workspace/generated.ts';
import { toPlannedChange } from '../../../../scripts/commands/sync/workspace/planned-change.ts';
import { changeText } from '../../../../scripts/commands/sync/workspace/text.ts';
import { toEnvironmentFile } from '../../../../scripts/suite/postman/files.ts';
import { secretNames } from '../../../../scripts/suite/postman/run-variables.ts';
import { open, rivery } from '../../../fixtures/open.ts';

test('an environment with the former EU address of POST /run keeps it, and both are shown, as docs/sync.md says', async () => {
  const { api } = await open(rivery);
  const eu = api.regions.find(({ name }) => name === 'eu');
  if (eu === undefined) throw new Error('no eu');
  const generated = toGenerated(toEnvironmentFile(api, eu, {}), secretNames(api));
  const former = toGenerated(
    toEnvironmentFile(api, eu, { 'run-base-url': 'https://api.eu-west-1.rivery.io' }),
    secretNames(api),
  );
  const step = toPlannedChange(
    generated,
    { ours: [{ uid: '1-2', content: former.content }], namesakes: [] },
    'w',
  );
  const text = changeText(step, false);
  expect(step.call).toBeUndefined();
  expect(text).toContain('in Postman  https://api.eu-west-1.rivery.io\n');
  expect(readFileSync('docs/sync.md', 'utf8')).toContain(`${text}\n`);
});
