/** Names of the events by which the parts of a page agree on an hour. */
export const hourChanged = { now: "relight:hour", jump: "relight:jump" } as const;

/** The page shows another hour, or is asked to. */
export class HourEvent extends Event {
  constructor(
    readonly hour: number,
    type: string = hourChanged.now,
  ) {
    super(type);
  }
}
