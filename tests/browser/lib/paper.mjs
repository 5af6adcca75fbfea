// What comes out of a printer: how many sheets, what they look like, and whether anything is cut off at their edge.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the margins leave of a sheet of A4, in CSS pixels: 178 by 265 mm. */
export const SHEET = { width: 672, height: 1001 };

/** Whether Poppler is here, which makes pictures of a PDF. */
export const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;

/** The page as PDF. */
export const pdfOf = (tab) => tab.pdf({ preferCSSPageSize: true });

/** The number of sheets of a PDF that Chromium made. */
export const sheetsOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g).length;

/** Each sheet of a PDF as the bytes of a PNG file, without smoothing, 72 pixels an inch. */
export function picturesOf(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'samverka-paper-'));
  try {
    const options = ['-png', '-r', '72', '-aa', 'no', '-aaVector', 'no', '-', join(folder, 'sheet')];
    const { status, stderr } = spawnSync('pdftoppm', options, { input: pdf });
    if (status !== 0) throw new Error(`pdftoppm: ${stderr}`);
    return readdirSync(folder).sort().map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wider than the sheet, or than a box that does not show what is wider, in a window as wide as a printed sheet. */
export async function cutOff(tab) {
  await tab.setViewportSize(SHEET);
  await tab.emulateMedia({ media: 'print' });
  return tab.evaluate(() => {
    const name = (one) => `${one.localName}${one.id && `#${one.id}`} “${one.textContent.trim().slice(0, 40)}”`;
    const edge = document.documentElement.clientWidth;
    const seen = [...document.body.querySelectorAll('*')].filter((one) => {
      // What only is read aloud is a pixel large.
      const { width, height } = one.getBoundingClientRect();
      return width > 1 && height > 1 && one.checkVisibility({ visibilityProperty: true });
    });
    return seen.flatMap((one) => {
      const { left, right } = one.getBoundingClientRect();
      if (left < -1 || right > edge + 1) return [`${name(one)} reaches from ${Math.round(left)} to ${Math.round(right)} of ${edge}`];
      const shows = getComputedStyle(one).overflowX === 'visible' || one.clientWidth === 0;
      return shows || one.scrollWidth <= one.clientWidth + 1 ? [] : [`${name(one)} hides ${one.scrollWidth - one.clientWidth} pixels`];
    });
  });
}
