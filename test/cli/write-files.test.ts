import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileWriter, writeFileAtomically } from '../../src/cli/write-files.js';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'provision-embed-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('FileWriter', () => {
  it('creates folders, and leaves no temporary folder behind', async () => {
    const folder = await temporaryFolder();
    const writer = new FileWriter(folder);
    expect(await writer.write('r/a/index.html', 'one')).toBe(true);
    expect(await readdir(folder)).toHaveLength(2);
    await writer.close();
    expect(await readdir(folder)).toEqual(['r']);
    expect(await readFile(join(folder, 'r/a/index.html'), 'utf8')).toBe('one');
  });

  it('keeps an equal file, and replaces a different one by another file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.json');
    await writeFile(path, 'one');
    const before = await stat(path);
    expect(await writeFileAtomically(path, 'one')).toBe(false);
    expect((await stat(path)).ino).toBe(before.ino);
    expect(await writeFileAtomically(path, 'two')).toBe(true);
    expect((await stat(path)).ino).not.toBe(before.ino);
    expect(await readFile(path, 'utf8')).toBe('two');
  });

  it('rejects and removes its temporary folder when the target is a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a.json'));
    await expect(writeFileAtomically(join(folder, 'a.json'), 'x')).rejects.toThrow(/EISDIR/);
    expect(await readdir(folder)).toEqual(['a.json']);
  });
});
