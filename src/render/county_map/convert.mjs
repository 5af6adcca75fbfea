// Makes counties.csv of the npm package @svg-maps/sweden. Run once, and again only to draw the map otherwise:
//
//   mkdir /tmp/map && cd /tmp/map && npm init -y && npm install @svg-maps/sweden@1.0.1 mapshaper@0.7.70
//   cp …/convert.mjs . && node convert.mjs > counties.csv
//
// Borders are simplified together (mapshaper, Visvalingam's method), so that neighbours still meet, and put on a whole
// number of units. `path` is for the map of the country; `small` is coarser, for a picture that only says where.

import mapshaper from 'mapshaper';
import map from '@svg-maps/sweden';

const CODES = {
  stockholm: '01', uppsala: '03', sodermanland: '04', ostergotland: '05', jonkoping: '06', kronoberg: '07',
  kalmar: '08', gotland: '09', blekinge: '10', skane: '12', halland: '13', 'vastra gotaland': '14', varmland: '17',
  orebro: '18', dalarna: '20', gavleborg: '21', jamtland: '23',
  vasterbotten: '24', norrbotten: '25',
  // The package has these two the wrong way round: its `vastmanland` is the county on the coast, north of Gävleborg.
  vastmanland: '22', vasternorrland: '19',
};
// Units of the result for one of the source, which is 346 wide and 793 high.
const SCALE = 2;

// The rings of a path of the source, which has only `m`, lines and `z`.
function rings(path) {
  const rings = [];
  let [x, y] = [0, 0];
  for (const part of path.split('z').map((part) => part.trim()).filter(Boolean)) {
    const numbers = part.replace(/^m/, '').match(/-?\d*\.?\d+(e-?\d+)?/g).map(Number);
    const ring = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      [x, y] = [x + numbers[i], y + numbers[i + 1]];
      ring.push([x, -y]);
    }
    [x, y] = [ring[0][0], -ring[0][1]];
    rings.push([...ring, ring[0]]);
  }
  return rings;
}

// The counties with borders that are simplified so far, and islands below a size left out.
async function simplified(interval, island) {
  const features = map.locations.map(({ id, path }) => ({
    type: 'Feature',
    properties: { code: CODES[id] },
    geometry: { type: 'MultiPolygon', coordinates: rings(path).map((ring) => [ring]) },
  }));
  const input = { 'in.json': JSON.stringify({ type: 'FeatureCollection', features }) };
  const commands = `-i in.json snap snap-interval=0.6 -clean gap-fill-area=8 overlap-rule=max-area -simplify interval=${interval} planar keep-shapes \
    -filter-islands min-area=${island} -clean -o out.json`;
  const output = await mapshaper.applyCommands(commands, input);
  const found = JSON.parse(output['out.json']).features;
  return new Map(found.map(({ properties, geometry }) => [
    properties.code,
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  ]));
}

// Relative whole numbers, without a sign or space that is not needed. The first point is absolute: paths may be joined.
function written(polygons, scale) {
  let path = '';
  let [x, y] = [0, 0];
  for (const ring of polygons.flat()) {
    const points = ring.slice(0, -1).map(([px, py]) => [Math.round(px * scale), Math.round(-py * scale)]);
    const own = points.filter((p, i) => i === 0 || p[0] !== points[i - 1][0] || p[1] !== points[i - 1][1]);
    if (own.length < 3) continue;
    own.forEach((point, i) => {
      const [dx, dy] = [point[0] - x, point[1] - y];
      path += `${i === 0 ? (path ? 'm' : 'M') : i === 1 ? 'l' : dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
      [x, y] = point;
    });
    path += 'z';
    [x, y] = own[0];
  }
  return path;
}

// The point inside that is farthest from any border: there the number stands.
function inside(polygons) {
  const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0));
  const ring = polygons.map(([outer]) => outer).sort((a, b) => area(b) - area(a))[0];
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  let best = [0, 0, -1];
  for (let x = Math.min(...xs); x < Math.max(...xs); x += 0.5) {
    for (let y = Math.min(...ys); y < Math.max(...ys); y += 0.5) {
      let within = false;
      let nearest = Infinity;
      ring.forEach(([ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length];
        if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
        const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1)));
        // A number is wider than it is high.
        nearest = Math.min(nearest, Math.hypot((x - ax - t * (bx - ax)) / 1.3, y - ay - t * (by - ay)));
      });
      if (within && nearest > best[2]) best = [x, y, nearest];
    }
  }
  return [Math.round(best[0] * SCALE), Math.round(-best[1] * SCALE)];
}

const large = await simplified(1, 8);
const small = await simplified(2.4, 20);
console.log('lanskod,x,y,path,small');
for (const code of [...large.keys()].sort()) {
  const [x, y] = inside(large.get(code));
  console.log([code, x, y, written(large.get(code), SCALE), written(small.get(code), 0.5)].join(','));
}
