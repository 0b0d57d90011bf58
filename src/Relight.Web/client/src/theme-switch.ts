import type { Island } from "./island";

/** A button that turns light colours into dark ones and back; the browser remembers the choice. */
export const themeSwitch: Island = (button, signal) => {
  button.hidden = false;
  const root = document.documentElement;
  const isDark = () =>
    (root.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const tell = () => button.setAttribute("aria-pressed", String(isDark()));
  tell();
  button.addEventListener(
    "click",
    () => {
      const theme = isDark() ? "light" : "dark";
      root.dataset["theme"] = theme;
      localStorage.setItem("theme", theme);
      tell();
    },
    { signal },
  );
};
