// Coasts and borders of the world as lines of degrees: a line of the output is a line on
// the map, its points «longitude,latitude», to a hundredth of a degree.
import { readFileSync } from "node:fs";

const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json", "utf8"));
const { scale, translate } = atlas.transform;
console.log("# Coasts and borders, 1:110m, from Natural Earth (public domain) by way of world-atlas (ISC).");
for (const arc of atlas.arcs) {
  let x = 0, y = 0;
  console.log(arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return `${+(x * scale[0] + translate[0]).toFixed(2)},${+(y * scale[1] + translate[1]).toFixed(2)}`;
  }).join(" "));
}
