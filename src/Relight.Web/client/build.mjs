// Builds what the pages need besides HTML into ../wwwroot/dist: scripts, style sheet, fonts, country outlines and
// country names, and Blazor's script for enhanced navigation. Relight.Web embeds the result.
//   node build.mjs [path of blazor.web.js]
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { countryNames, languageNames } from "./country-names.mjs";
import { outlines } from "./outlines.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../wwwroot/dist");
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: ["src/app.ts", "src/theme.ts", "src/receive-worker.ts", "src/styles/app.css"],
  outdir: dist,
  entryNames: "[name]",
  assetNames: "[name]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  legalComments: "eof",
  target: ["chrome109", "firefox115", "safari15.6"],
  loader: { ".woff2": "file" },
  logLevel: "warning",
});

writeFileSync(join(dist, "outlines.json"), JSON.stringify(outlines(join(here, "node_modules"))));
const languages = ["en", "uk", "ar"];
writeFileSync(join(dist, "countries.json"), JSON.stringify(countryNames(languages)));
writeFileSync(join(dist, "languages.json"), JSON.stringify(languageNames(languages)));
copyFileSync(join(here, "src/icon.svg"), join(dist, "icon.svg"));
const blazor = process.argv[2];
if (blazor) copyFileSync(blazor, join(dist, basename(blazor)));

for (const name of readdirSync(dist).filter((file) => /\.(js|css)$/.test(file))) {
  const file = join(dist, name);
  const size = (bytes) => `${(bytes / 1024).toFixed(1)} kB`.padStart(9);
  console.log(`  ${name.padEnd(22)}${size(statSync(file).size)}, gzip ${size(gzipSync(readFileSync(file)).length)}`);
}
