// Nothing has to be scrolled sideways on a phone, nor with text twice as large (WCAG 1.4.10 and 1.4.4).

import { test } from 'node:test';

import { forTests, lookAt } from './lib/browser.mjs';
import { none } from './lib/faults.mjs';
import { sample } from './lib/site.mjs';

const world = forTests();

test('no page is wider than a window of 320 pixels', async () => {
  const faults = await lookAt(world, sample(), { width: 320 }, async (tab, page) => {
    await tab.goto(world.url(page.address));
    return tooWide(tab, page);
  });
  none(faults, 'pages scroll sideways');
});

test('no page is wider than a window of 640 pixels when its text is twice as large', async () => {
  const faults = await lookAt(world, sample(), { width: 640 }, async (tab, page) => {
    await tab.goto(world.url(page.address));
    await tab.evaluate(() => {
      const root = document.documentElement;
      const size = parseFloat(getComputedStyle(root).fontSize);
      root.style.setProperty('font-size', `${2 * size}px`, 'important');
    });
    return tooWide(tab, page);
  });
  none(faults, 'pages scroll sideways');
});

test('a table of two columns fits a window of 320 pixels', async () => {
  const faults = await lookAt(world, sample(), { width: 320 }, async (tab, page) => {
    await tab.goto(world.url(page.address));
    const cut = await tab.$$eval('.tabell', (frames) =>
      frames
        .filter((frame) => frame.querySelector('tr')?.children.length === 2 && frame.scrollWidth > frame.clientWidth + 1)
        .map((frame) => frame.innerText.slice(0, 40)),
    );
    return cut.map((text) => `${page.address}  ${text}`);
  });
  none(faults, 'tables of two columns are cut');
});

/** The page's fault, if it is too wide, with the innermost elements that stick out of the window. */
async function tooWide(tab, page) {
  const { wide, elements } = await tab.evaluate(() => {
    const root = document.documentElement;
    const sticksOut = (e) => {
      const { left, right } = e.getBoundingClientRect();
      return Math.max(right, left + e.scrollWidth) > root.clientWidth + 1;
    };
    const keepsInside = (e) => getComputedStyle(e).overflowX !== 'visible';
    const isInside = (e) => e !== null && (keepsInside(e) || isInside(e.parentElement));
    const name = (e) => e.tagName.toLowerCase() + (e.id && `#${e.id}`) + [...e.classList].map((c) => `.${c}`).join('');
    const out = [...document.body.querySelectorAll('*')].filter((e) => sticksOut(e) && !isInside(e));
    const innermost = out.filter((e) => ![...e.children].some(sticksOut));
    return {
      wide: root.scrollWidth - root.clientWidth,
      elements: innermost.slice(0, 5).map((e) => `${name(e)} “${e.textContent.trim().slice(0, 40)}”`),
    };
  });
  return wide > 0 ? [`${page.address}  ${wide} pixels too wide: ${elements.join(', ')}`] : [];
}
