// Keeps a page of the preview up to date: when the content has changed, the page is fetched, and what differs takes the
// place of what stood there. Everything else (the reader's place, focus, opened parts, what scripts have added) is left
// alone. Where that cannot be done, the page is loaded again.
//
// Three trees are compared: `live` is what the reader sees, `shown` the server's version of it, `next` the server's new one.

const script = document.currentScript;
let generation = script.dataset.generation;
// Deferred scripts run in order and this one is the first, so nothing has been added yet.
let shown = document.documentElement.cloneNode(true);
let running = false;
let again = false;

const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
const scripts = (tree) => [...tree.querySelectorAll('script')].map((element) => element.src + element.text).join('\n');

function patchAttributes(live, shown, next) {
  for (const { name, value } of next.attributes) {
    if (shown.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of shown.attributes) if (!next.hasAttribute(name)) live.removeAttribute(name);
}

function patch(live, shown, next) {
  // The content of `noscript` is text in a page and elements in a parsed one, and never seen here.
  if (shown.isEqualNode(next) || live.nodeName === 'NOSCRIPT') return;
  if (!isElement(live)) {
    live.data = next.data;
    return;
  }
  patchAttributes(live, shown, next);
  const [now, old, fresh] = [live, shown, next].map((node) => [...node.childNodes]);
  if (now.length !== old.length || now.some((node, i) => node.nodeName !== old[i].nodeName)) {
    throw new Error('a script has changed this part');
  }
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start].isEqualNode(fresh[start])) start += 1;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end).isEqualNode(fresh.at(-1 - end))) end += 1;
  const after = now[old.length - end] ?? null;
  for (let i = start; i < Math.max(old.length, fresh.length) - end; i += 1) {
    const [isOld, isFresh] = [i < old.length - end, i < fresh.length - end];
    if (isOld && isFresh && old[i].nodeName === fresh[i].nodeName) patch(now[i], old[i], fresh[i]);
    else if (isOld && isFresh) now[i].replaceWith(document.importNode(fresh[i], true));
    else if (isOld) now[i].remove();
    else live.insertBefore(document.importNode(fresh[i], true), after);
  }
}

async function update() {
  const response = await fetch(location.href, { cache: 'no-store' });
  if (response.redirected) throw new Error('the page is elsewhere now');
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').documentElement;
  const theirs = next.querySelector('script[data-generation]')?.dataset.generation;
  // A script of another version would not run.
  if (theirs === undefined || scripts(next) !== scripts(shown)) throw new Error('another kind of page');
  patch(document.documentElement, shown, next);
  shown = next;
  generation = theirs;
}

async function changed(latest) {
  if (latest === generation) return;
  again = running;
  if (running) return;
  running = true;
  try {
    do {
      again = false;
      await update();
    } while (again);
  } catch {
    location.reload();
  }
  running = false;
}

// The first event tells the version of the moment, also after the connection was lost: no change is missed.
const events = new EventSource(new URL('events', script.src));
events.addEventListener('change', (event) => changed(event.data));
