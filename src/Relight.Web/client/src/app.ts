// Starts the islands of a page: once when it is loaded, and again after each enhanced navigation.
import { curve } from "./curve";
import { filters } from "./filters";
import { menu } from "./menu";
import { player } from "./player";
import { receipt } from "./receipt";
import { themeSwitch } from "./theme-switch";
import type { Island } from "./island";

const islands: Record<string, Island> = {
  curve,
  filters,
  menu,
  player,
  receipt,
  theme: themeSwitch,
};
const running = new WeakMap<Element, AbortController>();

function start(element: HTMLElement, island: Island) {
  running.get(element)?.abort();
  const controller = new AbortController();
  running.set(element, controller);
  island(element, controller.signal);
}

async function startAll() {
  for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
    const name = element.dataset["island"] ?? "";
    if (name === "map") start(element, (await import("./map")).map);
    else if (name in islands) start(element, islands[name]!);
  }
}

declare const Blazor: { addEventListener(name: "enhancedload", listener: () => void): void } | undefined;
if (typeof Blazor !== "undefined") Blazor.addEventListener("enhancedload", () => void startAll());
void startAll();
