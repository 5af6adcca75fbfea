// Chromium by the DevTools protocol over a pipe, workers included: what a search in a worker fetches counts as well, and no
// library shows it byte by byte.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export class Browser {
  /** Starts Chromium (`CHROMIUM` names another than Debian's). */
  static async start() {
    const profile = mkdtempSync(join(tmpdir(), 'samverka-bench-'));
    const flags = [...FLAGS, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'];
    const child = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    const browser = new Browser(child, profile);
    await browser.send('Browser.getVersion');
    return browser;
  }

  constructor(child, profile) {
    this.child = child;
    this.profile = profile;
    this.waiting = new Map();
    this.tabs = new Map();
    this.last = 0;
    let rest = Buffer.alloc(0);
    child.stdio[4].on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.received(JSON.parse(rest.subarray(0, end).toString()));
        rest = rest.subarray(end + 1);
      }
    });
    child.on('exit', () => this.waiting.forEach(({ reject }) => reject(new Error('Chromium ended'))));
  }

  received({ id, sessionId, method, params, result, error }) {
    if (!id) return this.tabs.get(sessionId)?.event(method, params, sessionId);
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    return error ? reject(new Error(error.message)) : resolve(result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.last;
    this.child.stdio[3].write(`${JSON.stringify({ id, sessionId, method, params })}\0`);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  /** A tab with a cache of its own, which is empty. `latency` is in milliseconds, for each request. */
  async tab({ latency = 0, script = '' } = {}) {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(this, browserContextId, sessionId, latency);
    this.tabs.set(sessionId, tab);
    await tab.send('Page.enable');
    // As wide as a desk's screen, where filters stand open beside the results.
    await tab.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
    await tab.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await tab.watch(sessionId);
    if (script) await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: script });
    return tab;
  }

  async close() {
    const ended = new Promise((done) => this.child.on('exit', done));
    await this.send('Browser.close').catch(() => {});
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Tab {
  constructor(browser, context, session, latency) {
    Object.assign(this, { browser, context, session, latency });
    /** By the request's id: url, type, start and end in milliseconds since 1970, bytes with headers once it has ended. */
    this.requests = new Map();
    this.changed = Date.now();
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  /** Counts what this target and the workers that it starts will fetch. */
  async watch(session) {
    const conditions = { offline: false, latency: this.latency, downloadThroughput: -1, uploadThroughput: -1 };
    // Together, since a worker that waits for us answers only once it may run.
    await Promise.all(
      [
        ['Network.enable'],
        ...(this.latency ? [['Network.emulateNetworkConditions', conditions]] : []),
        ['Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }],
        ['Runtime.runIfWaitingForDebugger'],
      ].map(([method, params]) => this.browser.send(method, params, session)),
    );
  }

  event(method, params) {
    if (method === 'Target.attachedToTarget') {
      this.browser.tabs.set(params.sessionId, this);
      // A worker that ended meanwhile needs no watching.
      this.watch(params.sessionId).catch(() => {});
    }
    const request = this.requests.get(params.requestId);
    if (method === 'Network.requestWillBeSent' && /^http/.test(params.request.url)) {
      // The script of a worker is told of by the page and by the worker.
      const start = request?.start ?? params.wallTime * 1000;
      const offset = params.wallTime * 1000 - params.timestamp * 1000;
      this.requests.set(params.requestId, { ...request, url: params.request.url, type: params.type, start, offset });
    } else if (method === 'Network.requestServedFromCache' || (request && params.response?.fromDiskCache)) {
      // The tab had it already.
      this.requests.delete(params.requestId);
    } else if (request && method === 'Network.responseReceived') {
      const { mimeType: mime, status, headers, encodedDataLength } = params.response;
      const length = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1] ?? 0;
      Object.assign(request, { type: params.type, mime, status, least: encodedDataLength + Number(length) });
    } else if (request && method === 'Network.loadingFinished') {
      // Of a worker's script, which the browser fetches itself, the worker is told the headers' length only.
      const bytes = Math.max(params.encodedDataLength, request.least ?? 0);
      Object.assign(request, { bytes, end: params.timestamp * 1000 + request.offset });
    } else if (request && method === 'Network.loadingFailed') {
      request.end = params.timestamp * 1000 + request.offset;
      request.failed = params.errorText;
    } else return;
    this.changed = Date.now();
  }

  async open(url) {
    this.changed = Date.now();
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
  }

  /** What an expression, or a function called with `argument`, comes to in the page. */
  async evaluate(code, argument) {
    const expression = typeof code === 'function' ? `(${code})(${JSON.stringify(argument)})` : code;
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until `done` (an expression) holds, at most so many milliseconds; whether it does. */
  async until(done, most = 10_000) {
    for (const end = Date.now() + most; Date.now() < end; await pause(20)) {
      if (await this.evaluate(done).catch(() => false)) return true;
    }
    return false;
  }

  /** Waits until nothing has been fetched for so many milliseconds. */
  async quiet(milliseconds) {
    const busy = () => [...this.requests.values()].some((request) => request.end === undefined);
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) {
      if (!busy() && Date.now() - this.changed > milliseconds) return;
    }
    throw new Error(`never quiet: ${[...this.requests.values()].filter(({ end }) => !end).map(({ url }) => url)}`);
  }

  async close() {
    await this.browser.send('Target.disposeBrowserContext', { browserContextId: this.context });
  }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
