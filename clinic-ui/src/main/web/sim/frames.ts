// The bytes on the wire of the shown device, with their meaning in the words of its manual.

import { html, nothing, type TemplateResult } from "lit";
import { sim } from "../text/sim-words.ts";
import type { Bench } from "./bench.ts";
import { gloss } from "./gloss.ts";
import { decimal, fits } from "./logic.ts";
import { saveAs, Scroll } from "./scroll.ts";

const FRAMES_MOST = 60;

interface Frame {
  atNanos: number;
  dir: "in" | "out";
  hex: string;
  meaning: string;
}

/** The frames of the shown device. */
export class Frames {
  readonly #bench: Bench;
  readonly #scroll: Scroll;
  #frames: Frame[] = [];

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#scroll = new Scroll(bench, "frames");
  }

  async look(): Promise<void> {
    const name = this.#bench.shown?.name;
    if (name === undefined || this.#scroll.frozen) {
      return;
    }
    const frames = await this.#bench.ask("GET", `devices/${name}/frames`);
    this.#frames = frames.ok ? frames.body : this.#frames;
  }

  /** Another device is shown. */
  forget(): void {
    this.#frames = [];
    this.#scroll.frozen = false;
  }

  #found(): Frame[] {
    return this.#frames
      .filter((f) => fits(`${f.dir} ${f.hex} ${f.meaning}`, this.#scroll.filter))
      .slice(-FRAMES_MOST)
      .toReversed();
  }

  /** In words where there are some, and in the manual's letters. */
  #meaning(f: Frame): TemplateResult {
    const words = gloss(this.#bench.shown?.model ?? "", f.dir, f.meaning, this.#bench.language);
    return html`<span lang="en">${f.meaning}</span>${
      words === "" ? nothing : html`<br><b>${words}</b>`
    }`;
  }

  view(): TemplateResult {
    const l = this.#bench.language;
    const newest = this.#frames.at(-1)?.atNanos ?? 0;
    const save = () =>
      saveAs(
        `${this.#bench.shown?.name}-frames.jsonl`,
        this.#found().toReversed().map((f) => JSON.stringify(f) + "\n").join(""),
      );
    const rows = this.#found().map((f) =>
      html`<tr class=${f.dir}><td>${
        decimal((f.atNanos - newest) / 1e9, 3, l)
      }\u00a0s</td><td>${f.dir === "in" ? "→" : "←"} ${
        sim(f.dir === "in" ? "dirIn" : "dirOut", l)
      }</td><td><code>${f.hex}</code></td><td>${this.#meaning(f)}</td></tr>`
    );
    return html`<div class="panel">${this.#scroll.head(save)}${
      this.#scroll.table(["time", "direction", "bytes", "meaning"], rows, "noFrames")
    }</div>`;
  }
}
