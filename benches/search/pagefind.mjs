// What the benchmark knows of Pagefind: a page that uses its API, and which of its files is what.

const PAGE = '/bench-pagefind.html';
// Without its user interface, which would be 27–39 kB more.
const HTML = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Sök</title><input type="search"><ol></ol>
<script type="module">
  const input = document.querySelector('input');
  const query = new URL(location).searchParams.get('q');
  const load = () => import('/pagefind/pagefind.js');
  const show = async (search) => {
    // Nothing when more has been typed meanwhile.
    if (!search) return;
    const data = await Promise.all(search.results.slice(0, 10).map((result) => result.data()));
    document.querySelector('ol').innerHTML = data.map(({ url, meta, excerpt }) =>
      '<li><a href="' + url + '">' + meta.title + '</a><p>' + excerpt + '</p></li>').join('');
    requestAnimationFrame(() => { globalThis.bench = { results: data.length, painted: performance.timeOrigin + performance.now() }; });
  };
  input.addEventListener('input', async () => show(await (await load()).debouncedSearch(input.value)));
  if (query) show(await (await load()).search(query));
</script>`;

export const field = 'input';
export const pages = { [PAGE]: HTML };
export const address = (query) => `${PAGE}?q=${encodeURIComponent(query)}`;
export const script = '';
export const painted = 'Boolean(globalThis.bench)';
export const hasSearch = () => true;
/** Whether it looks for what was meant. */
export const forgives = false;
export const embedded = () => 0;

const KINDS = [
  [/pagefind-(entry\.json|.*\.pf_meta)|\.pf_meta$/, 'list'],
  [/wasm\.[^/]*pagefind$/, 'wasm'],
  [/\/index\//, 'index'],
  [/\/fragment\//, 'pages'],
  [/\/filter\//, 'filters'],
  [/\.js$/, 'script'],
];
export const kindOf = ({ url }) => KINDS.find(([pattern]) => pattern.test(new URL(url).pathname))?.[1];

/** Milliseconds of each keystroke, with everything loaded: `search` and the data of ten results, as its interface asks for them. */
export async function keystrokes(tab, queries) {
  await tab.open(tab.origin + address(''));
  await tab.quiet(400);
  const engine = await tab.evaluate(async (queries) => {
    const pagefind = await import('/pagefind/pagefind.js');
    const find = async (query) => {
      const start = performance.now();
      const { results } = await pagefind.search(query);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return performance.now() - start;
    };
    const typed = queries.flatMap((query) => [...query].map((_, at) => query.slice(0, at + 1)));
    for (const query of typed) await find(query);
    const times = [];
    for (const query of typed) times.push(await find(query));
    return times;
  }, queries);
  return { engine };
}
