declare module 'virtual:custom-elements-manifest' {
  import type { Package } from 'custom-elements-manifest/schema.d.ts';

  const manifest: Package;
  export default manifest;
}

declare module '@custom-elements-manifest/analyzer/cli.js' {
  import type { Package } from 'custom-elements-manifest/schema.d.ts';

  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<Package>;
}
