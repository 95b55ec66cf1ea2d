// Recording what is said on all lines, and replaying it: through the simulators' control port only.

import { html, nothing, type TemplateResult } from "lit";
import { sim, simName } from "../text/sim-words.ts";
import { type Bench, button, typed } from "./bench.ts";
import { decimal, nameAt } from "./logic.ts";

const SPEEDS = [1, 2, 5, 10];

interface Recording {
  on: boolean;
  file: string;
  micros: number;
  events: number;
  bytes: number;
  trouble: string;
}

interface Replayed {
  name: string;
  played: number;
  length: number;
  state: string;
  where?: string;
  expectedHex?: string;
  cameHex?: string;
  bytesAfter?: number;
}

const NONE: Recording = { on: false, file: "", micros: 0, events: 0, bytes: 0, trouble: "" };

/** Record and replay. */
export class Sessions {
  readonly #bench: Bench;
  #recording = NONE;
  #replay: { on: boolean; file: string; devices: Replayed[] } = { on: false, file: "", devices: [] };
  #names: string[] = [];
  #name = nameAt(new Date());
  #chosen = "";
  #fresh = true;
  #speed = 1;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  async look(): Promise<void> {
    const [recording, replay, sessions] = await Promise.all([
      this.#bench.ask("GET", "recording"),
      this.#bench.ask("GET", "replay"),
      this.#bench.ask("GET", "sessions"),
    ]);
    this.#recording = recording.ok ? recording.body : this.#recording;
    this.#replay = replay.ok ? replay.body : this.#replay;
    this.#names = sessions.ok
      ? sessions.body.map((s: { name: string }) => s.name)
      : this.#names;
    if (!this.#names.includes(this.#chosen)) {
      this.#chosen = this.#names.at(-1) ?? "";
    }
  }

  async #record(): Promise<void> {
    await this.#bench.act("POST", "recording", { session: this.#name, fresh: this.#fresh });
  }

  async #stop(): Promise<void> {
    const stopped = await this.#bench.act("DELETE", "recording");
    if (stopped.ok) {
      this.#chosen = stopped.body.file.replace(/\.session$/, "");
      this.#name = nameAt(new Date());
      this.#bench.redraw();
    }
  }

  view(): TemplateResult {
    return html`<div class="panel sessions"><h2>${sim("sessions", this.#bench.language)}</h2>
      ${this.#recorder()}${this.#player()}</div>`;
  }

  #recorder(): TemplateResult {
    const b = this.#bench;
    const l = b.language;
    const r = this.#recording;
    const long = `${r.file} · ${r.events} ${sim("lines", l)} · ${
      decimal(r.micros / 1e6, 0, l)
    }\u00a0s · ${decimal(r.bytes / 1000, 1, l)}\u00a0kB`;
    return r.on
      ? html`<p class="recording"><b>${sim("recording", l)}</b> ${long}</p>
        <div class="acts">${button(b, "stopRecording", () => this.#stop(), "strong")}</div>`
      : html`<div class="fault"><label>${sim("sessionName", l)}
          <input name="session" maxlength="64" .value=${this.#name} @input=${(e: Event) => {
        this.#name = typed(e);
      }}></label>
        ${button(b, "record", () => this.#record(), "strong")}
        <label><input type="checkbox" name="fresh" .checked=${this.#fresh} @change=${
        (e: Event) => {
          this.#fresh = (e.target as HTMLInputElement).checked;
        }
      }> ${sim("fresh", l)}</label></div>
        ${
        r.file === "" ? nothing : html`<p class="recorded">${sim("recorded", l)}: ${long}${
          r.trouble === "" ? nothing : html` <b lang="en">▲▲ ${r.trouble}</b>`
        }</p>`
      }`;
  }

  #player(): TemplateResult {
    const b = this.#bench;
    const l = b.language;
    if (this.#replay.on) {
      return html`<p class="recording"><b>${sim("replaying", l)}</b> ${this.#replay.file}</p>
        <div class="acts">${
        button(b, "stopReplay", () => b.act("DELETE", "replay"), "strong")
      }</div>
        <ul class="replayed">${this.#replay.devices.map((d) => this.#device(d))}</ul>`;
    }
    if (this.#names.length === 0) {
      return html`<p class="empty">${sim("noSessions", l)}</p>`;
    }
    const play = () => b.act("POST", "replay", { session: this.#chosen, speed: this.#speed });
    return html`<div class="fault"><label>${sim("session", l)}
        <select name="saved" @change=${(e: Event) => {
      this.#chosen = typed(e);
      b.redraw();
    }}>${
      this.#names.map((n) =>
        html`<option value=${n} ?selected=${n === this.#chosen}>${n}</option>`
      )
    }</select></label>
      <label>${sim("replaySpeed", l)} <select name="speed" @change=${(e: Event) => {
      this.#speed = Number(typed(e));
    }}>${
      SPEEDS.map((s) => html`<option value=${s} ?selected=${s === this.#speed}>×${s}</option>`)
    }</select></label>
      ${button(b, "replay", play, "strong")}
      <a class="act" download="${this.#chosen}.session" href="/api/sim/sessions/${this.#chosen}">${
      sim("download", l)
    }</a></div>`;
  }

  /** How one device of the replay stands; a host that differs is told with both bytes. */
  #device(d: Replayed): TemplateResult {
    const l = this.#bench.language;
    return html`<li data-replayed=${d.name} data-state=${d.state} role=${
      d.state === "differs" ? "alert" : nothing
    }><b>${d.name}</b> ${d.played}/${d.length} · ${
      d.state === "differs" ? "▲▲ " : ""
    }${simName("state-" + d.state, l)}${
      d.where === undefined ? nothing : html` · ${d.where}<br>${sim("expected", l)} <code>${
        d.expectedHex === "" ? "–" : d.expectedHex
      }</code>`
    }${
      d.cameHex === undefined ? nothing : html`<br>${sim("came", l)} <code>${d.cameHex}</code>`
    }</li>`;
  }
}
