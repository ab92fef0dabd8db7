#!/usr/bin/env node
// Lets Node run the TypeScript of this folder; the program itself is cli.ts.
import { register } from 'tsx/esm/api';

register();
await import('./cli.ts');
