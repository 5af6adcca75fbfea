#!/usr/bin/env node
// Four eyes: is what is to be published approved by somebody who did not write it?
//
//   four-eyes.mjs pull NUMBER          a pull request, as it is now
//   four-eyes.mjs commits COMMIT…      commits of the main branch, each by the pull request that it came with
//
// A pull request is approved when a person with write access, who is neither its author nor the author or committer of any of
// its commits, has approved its latest commit, and nobody's latest review asks for changes. 0 approved, 1 not.
import { fail, get, repository } from './gh.mjs';

const REVIEWERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
const DECIDING = new Set(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']);

// What stands in the way of a pull request; nothing when it is approved.
function obstacle(pull, reviews, commits) {
  const writers = new Set([pull.user?.login]);
  for (const commit of commits) {
    writers.add(commit.author?.login);
    // GitHub itself commits what is merged or edited on its pages.
    if (commit.committer?.login !== 'web-flow') writers.add(commit.committer?.login);
  }
  const latest = new Map();
  for (const review of reviews) {
    if (DECIDING.has(review.state) && review.user) latest.set(review.user.login, review);
  }
  const decided = [...latest.values()].filter((review) => REVIEWERS.has(review.author_association));
  const against = decided.filter((review) => review.state === 'CHANGES_REQUESTED').map((review) => review.user.login);
  if (against.length > 0) return `${against.join(', ')} har bett om ändringar. Be om en ny granskning när de är gjorda.`;
  const unknown = commits.find((commit) => !commit.author?.login);
  if (unknown) {
    return `Det går inte att se vem som har skrivit ${unknown.sha.slice(0, 10)}: e-postadressen hör inte till något konto på GitHub.`;
  }
  const approvals = decided.filter((review) => review.state === 'APPROVED' && review.user.type === 'User');
  const others = approvals.filter((review) => !writers.has(review.user.login));
  if (others.some((review) => review.commit_id === pull.head.sha)) return null;
  if (others.length > 0) return 'Ändringen är godkänd, men har ändrats efter det. Be om en ny granskning.';
  if (approvals.length > 0) return 'Den som har skrivit ändringen kan inte själv godkänna den. Be någon annan granska.';
  return 'Ingen annan har godkänt ändringen. Be någon i redaktionen granska den.';
}

function check(number) {
  const pull = get(`repos/${repository()}/pulls/${number}`);
  const reviews = get(`repos/${repository()}/pulls/${number}/reviews`);
  const commits = get(`repos/${repository()}/pulls/${number}/commits`);
  // GitHub lists no more than this: who wrote the rest cannot be told.
  if (pull.commits > commits.length) return 'Ändringen har för många delar för att kunna kontrolleras. Dela upp den.';
  return obstacle(pull, reviews, commits);
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'pull' && rest.length === 1 && /^\d+$/.test(rest[0])) {
  const found = check(rest[0]);
  if (found) fail(found);
  console.log(`Ändring ${rest[0]} är godkänd av någon annan än den som skrev den.`);
} else if (what === 'commits' && rest.length > 0 && rest.every((commit) => /^[0-9a-f]{40}$/.test(commit))) {
  const checked = new Map();
  for (const commit of rest) {
    const pulls = get(`repos/${repository()}/commits/${commit}/pulls`).filter((pull) => pull.merged_at);
    if (pulls.length === 0) {
      fail(`${commit.slice(0, 10)} har inte kommit genom en granskad ändring. Ångra den, eller skapa en pull request med den.`);
    }
    for (const { number } of pulls) {
      if (!checked.has(number)) checked.set(number, check(number));
      const found = checked.get(number);
      if (found) fail(`Ändring ${number}: ${found}`);
    }
  }
  console.log(`Allt som ska publiceras är godkänt (${[...checked.keys()].map((number) => `#${number}`).join(', ')}).`);
} else {
  fail('Användning: four-eyes.mjs pull NUMMER | commits VERSION…');
}
