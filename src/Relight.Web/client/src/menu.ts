import type { Island } from "./island";

/** Draws the menu of a narrow screen sideways, until the page that is shown stands in the middle of it. */
export const menu: Island = (element) => {
  const here = element.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!here) return;
  const all = element.getBoundingClientRect();
  element.scrollLeft += here.left + here.width / 2 - (all.left + all.width / 2);
};
