/** A part of a page that scripting makes livelier. It stops when the signal says so, and its element works without it. */
export type Island = (element: HTMLElement, signal: AbortSignal) => void;
