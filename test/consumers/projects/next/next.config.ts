import { join } from 'node:path';
import type { NextConfig } from 'next';

// The packages are two folders up.
const config: NextConfig = { output: 'export', turbopack: { root: join(import.meta.dirname, '..', '..') } };

export default config;
