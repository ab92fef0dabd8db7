#!/usr/bin/env node
// The program itself is cli.ts.
import { importCompiled } from './compiled.js';

// A crash names the lines of the sources.
process.setSourceMapsEnabled(true);
await importCompiled('cli.ts');
