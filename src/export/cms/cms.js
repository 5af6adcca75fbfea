// Starts Decap with the configuration beside this file, the format of the content and a preview in the site's own style.

import { formatOf } from './cms-format.js';

const SECTION = 'avsnitt-';

/** The page that an editor sees while writing: title, summary and the sections that have text. */
function previewOf(collection) {
  const shown = collection.fields.filter(({ name }) => name.startsWith(SECTION) || name === 'text');
  return ({ entry }) => {
    const { h } = window;
    const text = (name) => entry.getIn(['data', name]) ?? '';
    const paragraphs = (name) => String(text(name)).split(/\n{2,}/).filter(Boolean).map((part, index) => h('p', { key: index }, part));
    return h(
      'main',
      {},
      h('h1', {}, text('titel')),
      h('p', { className: 'lead' }, text('sammanfattning')),
      ...shown.filter(({ name }) => text(name)).flatMap(({ name, label }) => [
        name === 'text' ? null : h('h2', { key: name }, label),
        h('div', { className: 'text', key: `${name}-text` }, paragraphs(name)),
      ]),
    );
  };
}

function script(address) {
  return new Promise((loaded, failed) => {
    const element = document.createElement('script');
    element.src = address;
    element.onload = loaded;
    element.onerror = () => failed(new Error(`${address} cannot be fetched`));
    document.head.append(element);
  });
}

window.CMS_MANUAL_INIT = true;
const response = await fetch('config.yml');
const config = await response.json();
await script('decap-cms.js');
const { CMS } = window;
/** Phrases of ours over Decap's. */
const over = (theirs, ours) => Object.fromEntries(Object.entries({ ...theirs, ...ours }).map(([key, text]) => [key, typeof ours?.[key] === 'object' ? over(theirs?.[key], ours[key]) : text]));
const { words, ...settings } = config;
if (CMS.getLocale(config.locale)) CMS.registerLocale(config.locale, over(CMS.getLocale(config.locale), words));
for (const collection of config.collections) {
  const { fromFile, toFile } = formatOf(collection);
  CMS.registerCustomFormat(collection.format, 'md', { fromFile, toFile });
  CMS.registerPreviewTemplate(collection.name, previewOf(collection));
}
CMS.registerPreviewStyle(document.querySelector('[data-style]').dataset.style);
CMS.init({ config: { ...settings, load_config_file: false } });
