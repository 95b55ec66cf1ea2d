// What the display in the waiting room knows: numbers, and at which counter each stands. Nothing else
// comes over the wire.

/** `GET /api/door/display`. */
export interface Numbers {
  /** HH:mm, by the clinic's clock. */
  time: string;
  at: { number: string; station?: string }[];
  next: string[];
}

/** How many of those who wait are large, how many small, and how many more there are. */
export function split(
  next: readonly string[],
  large: number,
  small: number,
): { large: readonly string[]; small: readonly string[]; more: number } {
  return {
    large: next.slice(0, large),
    small: next.slice(large, large + small),
    more: Math.max(0, next.length - large - small),
  };
}
