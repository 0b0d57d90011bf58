import { HourEvent, hourChanged } from "./hour";
import type { Island } from "./island";

/** One stage of the curve: from and to in hours, served and demanded MW, people without power, repairs done. */
type Stage = [from: number, to: number, served: number, demand: number, people: number, done: number];

const secondsToPlayAll = 24;

/** Moves the page to the hour of a slider, or plays all hours: map, curve, crews and figures. */
export const player: Island = (element, signal) => {
  const form = element as HTMLFormElement;
  const slider = form.querySelector<HTMLInputElement>("input[type=range]")!;
  const output = form.querySelector("output")!;
  const play = form.querySelector<HTMLButtonElement>("button[data-play]")!;
  const stages = JSON.parse(form.dataset["stages"] ?? "[]") as Stage[];
  const culture = form.dataset["culture"] ?? "en";
  const last = Number(slider.max);
  form.querySelector<HTMLElement>("button[data-show]")!.hidden = true;
  play.hidden = false;

  const show = (hour: number) => {
    slider.value = String(hour);
    output.textContent = label(form.dataset["label"] ?? "{0}", hour, culture);
    slider.setAttribute("aria-valuetext", output.textContent);
    showFigures(stages, hour, culture);
    showRepairs(hour);
    showUpcoming(hour);
    dispatchEvent(new HourEvent(hour));
  };

  slider.addEventListener("input", () => { stop(); show(Number(slider.value)); }, { signal });
  slider.addEventListener("change", () => remember(slider), { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  play.addEventListener("click", () => (frame ? stop() : run()), { signal });
  signal.addEventListener("abort", () => stop());
  addEventListener(hourChanged.jump, ((event: HourEvent) => { stop(); show(event.hour); remember(slider); }) as EventListener, { signal });

  let frame = 0;
  function run() {
    const from = Number(slider.value) >= last ? 0 : Number(slider.value);
    const started = performance.now();
    play.setAttribute("aria-pressed", "true");
    const step = (now: number) => {
      const hour = Math.min(last, from + ((now - started) / 1000 / secondsToPlayAll) * last);
      show(Math.round(hour));
      if (hour < last) frame = requestAnimationFrame(step);
      else stop();
    };
    frame = requestAnimationFrame(step);
  }
  function stop() {
    if (!frame) return;
    cancelAnimationFrame(frame);
    frame = 0;
    play.setAttribute("aria-pressed", "false");
    remember(slider);
  }
};

function showFigures(stages: Stage[], hour: number, culture: string) {
  const stage = stages.find(([, to]) => hour < to) ?? stages.at(-1);
  if (!stage) return;
  const [, , served, demand, people, done] = stage;
  const values: Record<string, number> = {
    served,
    unserved: demand - served,
    share: demand > 0 ? served / demand : 1,
    people,
    done: hour >= stage[1] ? done + 1 : done,
  };
  for (const place of document.querySelectorAll<HTMLElement>("[data-figure]")) {
    const name = place.dataset["figure"] ?? "";
    const value = values[name];
    if (value === undefined) continue;
    const format: Intl.NumberFormatOptions =
      name === "share" ? { style: "percent", maximumFractionDigits: 1, minimumFractionDigits: 1 } : { maximumFractionDigits: 0 };
    place.textContent = new Intl.NumberFormat(culture, format).format(name === "people" ? roundPeople(value) : value);
  }
}

/** People are known to two figures at most; the server rounds them the same way. */
function roundPeople(people: number) {
  if (!(people >= 1)) return 0;
  const step = Math.max(100, 10 ** (Math.floor(Math.log10(people)) - 1));
  return Math.round(people / step) * step;
}

function showRepairs(hour: number) {
  for (const part of document.querySelectorAll<SVGElement>("[data-end]")) {
    const start = Number(part.dataset["start"]);
    const end = Number(part.dataset["end"]);
    part.classList.toggle("back", hour >= end);
    part.classList.toggle("done", hour >= end);
    part.classList.toggle("now", hour >= start && hour < end);
  }
}

/** Lists of what comes next: the first few entries after the hour show. */
function showUpcoming(hour: number) {
  for (const list of document.querySelectorAll<HTMLElement>("[data-upcoming]")) {
    let left = Number(list.dataset["upcoming"]);
    for (const entry of list.querySelectorAll<HTMLElement>("[data-at]"))
      entry.hidden = Number(entry.dataset["at"]) <= hour || left-- <= 0;
  }
}

function label(pattern: string, hour: number, culture: string) {
  return pattern.replace("{0}", new Intl.NumberFormat(culture, { maximumFractionDigits: 0 }).format(hour));
}

/** Keeps the hour in the address, so that it can be shared and survives a reload. */
function remember(slider: HTMLInputElement) {
  const address = new URL(location.href);
  address.searchParams.set("hour", slider.value);
  history.replaceState(history.state, "", address);
}
