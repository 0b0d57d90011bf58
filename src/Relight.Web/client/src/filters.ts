import type { Island } from "./island";

/** Sends a form of filters as soon as a choice is made; what is typed goes when it is sent. */
export const filters: Island = (form, signal) => {
  form.addEventListener(
    "change",
    (event) => {
      if (event.target instanceof HTMLSelectElement) (form as HTMLFormElement).requestSubmit();
    },
    { signal },
  );
};
