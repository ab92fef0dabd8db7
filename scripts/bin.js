#!/usr/bin/env node
// The program itself is cli/cli.ts.
import { importCompiled } from './base/compiled.js';

// A crash names the lines of the sources.
process.setSourceMapsEnabled(true);
await importCompiled('cli/cli.ts');
