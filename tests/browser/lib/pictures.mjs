// Kept pictures, and how a new one is compared with them: tile by tile, so that what is lost in one place is not forgiven for
// what is the same everywhere else.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const FOLDER = fileURLToPath(new URL('../pictures', import.meta.url));
const OUT = fileURLToPath(new URL('../out', import.meta.url));

/** The side of a tile, in pixels. */
const TILE = 32;
/** So many pixels of a tile may differ: curves are smoothed a little differently on other processors. */
const FEW = 12;
/** How much a pixel differs before it counts, from 0 to 1. */
const THRESHOLD = 0.1;
/** Bits that are kept of each colour, and how many colours a picture with a palette has room for. */
const [BITS, COLOURS] = [5, 256];

const bless = Boolean(process.env.SAMVERKA_BLESS);

/** Where the fonts of the pictures are: those of Debian's fonts-dejavu-core. */
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf', 'DejaVuSansMono.ttf'].map((name) => `/usr/share/fonts/truetype/dejavu/${name}`);

const MISSING = FONTS.filter((font) => !existsSync(font));

/** The environment with the fonts of a file; our own where they are missing, since without any font there is no text to test. */
export function withFonts(file, missing = MISSING) {
  return missing.length > 0 ? process.env : { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL(file, import.meta.url)) };
}
/** The environments in which Chromium has exactly these fonts, where they are, whatever else is installed: on paper, and on the screen. */
export const [onPaper, onScreen] = [withFonts('fonts.conf'), withFonts('fonts-unsmoothed.conf')];

/**
 * Why no picture can be compared here, nothing where everything is. `needs` are the reasons of the caller's own, those that
 * hold. An error instead where SAMVERKA_PICTURES=required says that all has been installed.
 */
export function unable(...needs) {
  const reasons = [...needs, ...MISSING.map((font) => `a font of the kept pictures is missing (Debian's fonts-dejavu-core): ${font}`)];
  if (reasons.length > 0 && process.env.SAMVERKA_PICTURES === 'required') throw new Error(reasons.join('; '));
  return reasons[0];
}

/** The faults of a new picture (a PNG file's bytes) beside the kept one of that name; it is kept instead when asked to be. */
export function faultsOf(name, bytes) {
  const now = PNG.sync.read(bytes);
  const file = join(FOLDER, `${name}.png`);
  if (bless) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, withPalette(now));
  }
  if (!existsSync(file)) return [`${name}: no picture is kept`];
  const faults = differences(PNG.sync.read(readFileSync(file)), now);
  if (faults.length === 0) return [];
  const shown = join(OUT, `${name}.png`);
  mkdirSync(dirname(shown), { recursive: true });
  writeFileSync(shown, bytes);
  return [`${name}: ${faults.slice(0, 5).join('; ')}${faults.length > 5 ? ` and ${faults.length - 5} more` : ''}; it now looks like ${shown}`];
}

/**
 * The faults of a folder whose kept pictures with names that `are` says it of are other than `names`: a sheet that is no more.
 * Those are removed instead when asked to.
 */
export function leftOver(are, names, folder = FOLDER, remove = bless) {
  const kept = existsSync(folder) ? readdirSync(folder).map((file) => basename(file, '.png')) : [];
  const old = kept.filter((name) => are.test(name) && !names.includes(name));
  if (remove) for (const name of old) rmSync(join(folder, `${name}.png`));
  return remove ? [] : old.map((name) => `${name}: kept, but there is no such picture any more`);
}

/** Where one picture is another than the other: a size, or tiles. */
export function differences(before, now) {
  if (before.width !== now.width || before.height !== now.height) {
    return [`${now.width}×${now.height} pixels instead of ${before.width}×${before.height}`];
  }
  const { width, height } = now;
  const marked = new Uint8Array(width * height * 4);
  if (pixelmatch(before.data, now.data, marked, width, height, { threshold: THRESHOLD, diffMask: true }) === 0) return [];
  const across = Math.ceil(width / TILE);
  const counts = new Uint16Array(across * Math.ceil(height / TILE));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (marked[(y * width + x) * 4 + 3] !== 0) counts[Math.floor(y / TILE) * across + Math.floor(x / TILE)] += 1;
    }
  }
  return [...counts.entries()]
    .filter(([, count]) => count > FEW)
    .map(([tile, count]) => `${count} pixels at ${(tile % across) * TILE}, ${Math.floor(tile / across) * TILE}`);
}

/** A PNG file with a palette, a byte a pixel: a page has few colours. */
export function withPalette({ width, height, data }) {
  const colours = new Map();
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) {
    const colour = (rounded(data[4 * i]) << 16) | (rounded(data[4 * i + 1]) << 8) | rounded(data[4 * i + 2]);
    pixels[i] = colour;
    colours.set(colour, (colours.get(colour) ?? 0) + 1);
  }
  const palette = [...colours].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, COLOURS).map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  for (const colour of colours.keys()) if (!places.has(colour)) places.set(colour, nearest(palette, colour));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const entries = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', header), chunk('PLTE', entries), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...parts]);
}

/** A colour's strength with fewer bits; black and white stay. */
const rounded = (value) => Math.round((Math.round((value / 255) * (2 ** BITS - 1)) / (2 ** BITS - 1)) * 255);

function nearest(palette, colour) {
  const distance = (other) => [16, 8, 0].reduce((sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);
  let best = 0;
  for (let i = 1; i < palette.length; i += 1) if (distance(palette[i]) < distance(palette[best])) best = i;
  return best;
}

/** A part of a PNG file (PNG specification, 5.3). */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
