import { HourEvent, hourChanged } from "./hour";
import type { Island } from "./island";

/** Moves the line of the hour in a drawing whose horizontal axis is hours; a click on the drawing goes to its hour. */
export const curve: Island = (element, signal) => {
  const { left, right, hours } = element.dataset;
  const [x0, x1, last] = [Number(left), Number(right), Number(hours)];
  const marker = element.querySelector<SVGGElement>("[data-hour-marker]");
  if (!marker || !(last > 0)) return;

  const place = (hour: number) =>
    marker.setAttribute("transform", `translate(${x0 + (Math.min(hour, last) / last) * (x1 - x0)} 0)`);
  addEventListener(hourChanged.now, ((event: HourEvent) => place(event.hour)) as EventListener, { signal });

  const svg = marker.ownerSVGElement!;
  svg.addEventListener(
    "click",
    (event) => {
      if ((event.target as Element).closest("a")) return;
      const matrix = svg.getScreenCTM();
      if (!matrix) return;
      const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()).x;
      const hour = Math.round(((x - x0) / (x1 - x0)) * last);
      if (hour >= 0 && hour <= last) dispatchEvent(new HourEvent(hour, hourChanged.jump));
    },
    { signal },
  );
};
