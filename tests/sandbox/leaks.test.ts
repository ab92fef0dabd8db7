import { expect, test } from 'vitest';
import { checkLeaks } from '../../scripts/sandbox/leaks.ts';
import { cpuMs } from '../fixtures/cpu.ts';

/** Texts on which a pattern with two unbounded parts tries every pair of places. */
test.each(['1', 'a-', 'ip-1', 'java.', 'django.', 'SELECT ', ' /a.', '/usr/', 'at a('])(
  'an error of 100 kB that repeats %j is searched in a moment',
  (part) => {
    const text = part.repeat(100_000 / part.length);
    const start = cpuMs();
    expect(checkLeaks('404', text, []).map(({ verdict }) => verdict)).toEqual(['passed']);
    expect(cpuMs() - start).toBeLessThan(2000);
  },
);

test.each([
  'java.lang.IllegalStateException: no session',
  'org.springframework.dao.DataAccessException',
  'sqlalchemy.exc.OperationalError',
  'django.db.utils.Error',
  'django.a.b.c.d.e.f.g.h.i.DatabaseError',
  `java.${'veryLongPackage.'.repeat(14)}FooException`,
  'ip-10-0-0-1',
  'see db-1.eu.internal',
  'see web1.corp',
  'TypeError: raised by django.db.utils.Error',
])('%s is found, once', (text) => {
  expect(checkLeaks('404', text, [])).toMatchObject([
    { check: 'leak', actual: expect.stringContaining(text.slice(-5)) },
  ]);
});
