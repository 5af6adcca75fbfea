// The program on a copy of the site's own content, to which a test adds files.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const program = process.env.SAMVERKA ?? join(repository, 'target/release/samverka');
const TODAY = ['--today', '2026-11-22'];

/** A copy of the content with files added: {path: text}. `close` takes it away again. */
export function contentWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-prov-'));
  const content = join(folder, 'content');
  cpSync(join(repository, 'content'), content, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  return {
    /** The faults that `samverka check` finds in the added files: advice on language is none. */
    faults() {
      const { stdout, stderr } = spawnSync(program, ['check', '--content', content, '--format', 'json', '--advice', 'none', ...TODAY], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (!stdout) throw new Error(stderr);
      return JSON.parse(stdout).diagnostics.filter(({ path }) => path in files);
    },
    /** The site that is built of it, in a folder. */
    build(address = 'https://samverka.example/') {
      const out = join(folder, 'site');
      execFileSync(program, ['build', '--content', content, '--out', out, '--base-url', address, ...TODAY], {
        stdio: 'pipe',
      });
      return { read: (path) => readFileSync(join(out, path), 'utf8') };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Numbers that are the same each time, from 0 to below `below`. */
export function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
