// Outlines of the countries an operation can show, with the land around them, from Natural Earth (world-atlas, 1:50m).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { feature, merge } from "topojson-client";

/** Countries with an outline: ISO 3166-1 alpha-2 and numeric code. */
const shown = { UA: "804" };

/**
 * Natural Earth draws who holds a territory. Relight draws borders as the United Nations General Assembly
 * recognises them (resolution 68/262): the polygon around this point belongs to the named country.
 */
const recognised = [{ point: [34.1, 45.2], heldBy: "643", country: "804" }];

const margin = 0.45;

export function outlines(modules) {
  const world = JSON.parse(readFileSync(join(modules, "world-atlas/countries-50m.json"), "utf8"));
  const countries = world.objects.countries.geometries;
  recognised.forEach((rule) => move(world, countries, rule));
  return Object.fromEntries(
    Object.entries(shown).map(([code, id]) => {
      const land = rings(world, countries.find((c) => c.id === id));
      const box = boxAround(land);
      const around = countries
        .filter((c) => c.id !== id)
        .flatMap((c) => rings(world, c))
        .map((ring) => clip(ring, box))
        .filter((ring) => ring.length > 2);
      return [code, { box, land: land.map(rounded), around: around.map(rounded) }];
    }),
  );
}

function move(world, countries, { point, heldBy, country }) {
  const holder = countries.find((c) => c.id === heldBy);
  const owner = countries.find((c) => c.id === country);
  const isThere = (arcs) => contains(feature(world, { type: "Polygon", arcs }).geometry.coordinates[0], point);
  const moved = holder.arcs.filter(isThere);
  holder.arcs = holder.arcs.filter((arcs) => !moved.includes(arcs));
  const parts = owner.type === "Polygon" ? [owner.arcs] : owner.arcs;
  owner.type = "MultiPolygon";
  owner.arcs = [...parts, ...moved];
}

function rings(world, country) {
  return merge(world, [country]).coordinates.map((polygon) => polygon[0]);
}

function boxAround(land) {
  const points = land.flat();
  const x = points.map((p) => p[0]);
  const y = points.map((p) => p[1]);
  return [Math.min(...x) - margin, Math.min(...y) - margin, Math.max(...x) + margin, Math.max(...y) + margin];
}

const rounded = (ring) => ring.map(([x, y]) => [Number(x.toFixed(3)), Number(y.toFixed(3))]);

function contains(ring, [x, y]) {
  let inside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** Sutherland–Hodgman: the part of a ring inside the box. */
function clip(ring, [west, south, east, north]) {
  const edges = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  return edges.reduce((points, [axis, limit, sign]) => {
    const inside = (p) => (p[axis] - limit) * sign >= 0;
    return points.flatMap((p, i) => {
      const previous = points[(i + points.length - 1) % points.length];
      const crossing = inside(p) === inside(previous) ? [] : [cross(previous, p, axis, limit)];
      return inside(p) ? [...crossing, p] : crossing;
    });
  }, ring);
}

function cross(a, b, axis, limit) {
  const t = (limit - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
