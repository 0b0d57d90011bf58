import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import type { Island } from "./island";

/** Zooms and moves the map that the server drew, and tells what is under the pointer or has the focus. */
export const map: Island = (frame, signal) => {
  const svg = frame.querySelector<SVGSVGElement>("svg.map")!;
  const world = svg.querySelector<SVGGElement>("g.world")!;
  const [, , width, height] = svg.getAttribute("viewBox")!.split(" ").map(Number) as [number, number, number, number];
  frame.classList.add("ready");

  // The page keeps its own scrolling: the wheel zooms with Ctrl, and it takes two fingers to move the map.
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, 24])
    .translateExtent([[0, 0], [width, height]])
    .extent([[0, 0], [width, height]])
    .filter((event: Event) =>
      event instanceof WheelEvent ? event.ctrlKey || event.metaKey
      : "touches" in event ? (event as TouchEvent).touches.length > 1
      : !(event as MouseEvent).button)
    .on("zoom", (event: { transform: { k: number; toString(): string } }) => {
      world.setAttribute("transform", event.transform.toString());
      svg.style.setProperty("--zoom", String(event.transform.k));
    });
  const view = select(svg).call(behaviour);
  const tools = frame.querySelector<HTMLElement>(".map-tools")!;
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const what = (event.target as Element).closest("button")?.dataset["zoom"];
    if (what === "all") view.call(behaviour.transform, zoomIdentity);
    else if (what) view.call(behaviour.scaleBy, what === "in" ? 1.6 : 1 / 1.6);
  }, { signal });
  signal.addEventListener("abort", () => view.on(".zoom", null));
  tell(frame, svg, signal);
};

function tell(frame: HTMLElement, svg: SVGSVGElement, signal: AbortSignal) {
  const tip = frame.querySelector<HTMLElement>(".map-tip")!;
  for (const title of svg.querySelectorAll("g.world title")) {
    (title.parentElement as unknown as SVGElement).dataset["tip"] = title.textContent ?? "";
    title.remove();
  }
  const show = (event: Event) => {
    const part = (event.target as Element).closest<SVGElement>("[data-tip]");
    tip.hidden = !part;
    if (!part) return;
    tip.textContent = part.dataset["tip"] ?? "";
    const box = part.getBoundingClientRect();
    const around = frame.getBoundingClientRect();
    const x = Math.min(Math.max(box.left + box.width / 2 - around.left + 12, 8), around.width - tip.offsetWidth - 8);
    const below = box.top + box.height / 2 - around.top + 14;
    const y = below + tip.offsetHeight > around.height ? below - tip.offsetHeight - 28 : below;
    tip.style.left = `${x}px`;
    tip.style.top = `${y}px`;
  };
  svg.addEventListener("pointerover", show, { signal });
  svg.addEventListener("focusin", show, { signal });
  const hide = () => { tip.hidden = true; };
  svg.addEventListener("pointerleave", hide, { signal });
  svg.addEventListener("focusout", hide, { signal });
}
