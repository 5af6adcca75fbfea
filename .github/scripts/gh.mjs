// GitHub's own program `gh`, asked for JSON. It knows the token from GH_TOKEN.
import { execFileSync } from 'node:child_process';

// The answer of an address of the API; every page of a list.
export function get(path) {
  const pages = run(['api', '--paginate', '--slurp', path]);
  return pages.length === 1 && !Array.isArray(pages[0]) ? pages[0] : pages.flat();
}

// Sends something, as the body of a request.
export function send(method, path, body) {
  return run(['api', '--method', method, path, '--input', '-'], JSON.stringify(body));
}

function run(args, input) {
  const out = execFileSync('gh', args, { input: input ?? '', encoding: 'utf8', maxBuffer: 1 << 28 });
  return out.trim() === '' ? null : JSON.parse(out);
}

// The repository of the workflow, `owner/name`.
export function repository() {
  const name = process.env.GITHUB_REPOSITORY ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(name)) throw new Error('GITHUB_REPOSITORY är inte satt till ägare/namn.');
  return name;
}

// Ends with a message that says what to do.
export function fail(message) {
  console.error(process.env.GITHUB_ACTIONS ? `::error::${message}` : message);
  process.exit(1);
}
