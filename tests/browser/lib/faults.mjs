// One way to fail: every fault on its own line, so that one run shows them all.

import assert from 'node:assert/strict';

const SHOWN = 200;

export function none(faults, what) {
  const shown = faults.slice(0, SHOWN).join('\n');
  const rest = faults.length > SHOWN ? `\n… and ${faults.length - SHOWN} more` : '';
  if (faults.length > 0) assert.fail(`${faults.length} ${what}:\n${shown}${rest}`);
}
