// What the parts of the panel share: the simulated bench as it is looked at, and how to ask it.

import { html, type TemplateResult } from "lit";
import type { Answer } from "../live/http.ts";
import type { Device } from "../live/station.ts";
import type { Language } from "../text/dose-text.ts";
import { sim, type SimWord } from "../text/sim-words.ts";

/** A simulated device, as the control port tells it. */
export interface SimDevice {
  name: string;
  kind: Device["kind"];
  model: string;
  station: string;
  plugged: boolean;
}

/** The bench that is looked at. Paths are those of the control port. */
export interface Bench {
  readonly language: Language;
  readonly devices: readonly SimDevice[];
  /** The station that is looked at. */
  readonly station: string;
  /** The device whose bytes are looked at. */
  readonly shown: SimDevice | undefined;
  /** Asks, and says nothing of it. */
  ask(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Does something: tells that it is done or why not, and looks again. */
  act(method: string, path: string, body?: unknown): Promise<Answer>;
  redraw(): void;
}

/** Every station of the bench, once. */
export function stationsOf(bench: Bench): string[] {
  return [...new Set(bench.devices.map((d) => d.station))];
}

/** A button of the panel. */
export function button(
  bench: Bench,
  word: SimWord,
  act: () => unknown,
  look: "" | "strong" = "",
): TemplateResult {
  return html`<button type="button" class="act ${look}" data-word=${word} @click=${act}>${
    sim(word, bench.language)
  }</button>`;
}

/** The text of an input that an event came from. */
export function typed(e: Event): string {
  return (e.target as HTMLInputElement | HTMLSelectElement).value;
}
