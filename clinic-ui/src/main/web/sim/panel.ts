// The simulators' panel: play the people and the faults, look at bytes and true volumes. Everything
// here is a call of the simulators' control port, passed on by the service in a demo.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { type Language, volume } from "../text/dose-text.ts";
import { say, type Word } from "../text/words.ts";
import { type Answer, ask } from "../live/http.ts";
import type { Device } from "../live/station.ts";
import { MENU } from "./menu.ts";

const POLL_MS = 400;
const FINGER_MS = 2500;
const FINGER_AFTER_CARD_MS = 500;
const CARD_MS = 300;
const FRAMES_MOST = 60;
const DEMO_CARD_FROM = 0x0d00_0000;

interface SimDevice {
  name: string;
  kind: Device["kind"];
  model: string;
  station: string;
  plugged: boolean;
}

interface Frame {
  atNanos: number;
  dir: string;
  hex: string;
  meaning: string;
}

type Truth = Record<string, number | boolean>;

const TRUE_VOLUMES: readonly (readonly [string, Word])[] = [
  ["bottleMicrolitres", "tBottle"],
  ["lineMicrolitres", "tLine"],
  ["cupMicrolitres", "tCup"],
  ["drunkMicrolitres", "tDrunk"],
  ["wasteMicrolitres", "tWaste"],
  ["spilledMicrolitres", "tSpilled"],
  ["carriedAwayMicrolitres", "tAway"],
];

/** The card and finger of the demo's invented person so-and-so, from 1. */
export function inventedPerson(number: number): { card: string; finger: string } {
  const card = (DEMO_CARD_FROM + number - 1).toString(16).toUpperCase().padStart(10, "0");
  return { card, finger: "F" + String(number).padStart(4, "0") };
}

/** `<mmt-sim>`. */
class SimulatorPanel extends LitElement {
  #language: Language = localStorage.getItem("language") === "en" ? "en" : "vi";
  #state: "asking" | "no-login" | "none" | "ready" = "asking";
  #devices: SimDevice[] = [];
  #station = "";
  #truth: Truth = {};
  #shown = "";
  #frames: Frame[] = [];
  #faults: Record<string, unknown>[] = [];
  #frozen = false;
  #said = "";
  #person = 1;
  #once = true;
  readonly #qrCards = new Map<number, string>();

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  async #begin(): Promise<void> {
    const about = await ask("GET", "/api/about");
    const devices = about.ok && about.body.simulated ? await ask("GET", "/api/sim/devices") : null;
    if (devices !== null && devices.ok) {
      this.#devices = devices.body;
      this.#station = this.#devices[0]?.station ?? "";
      this.#shown = this.#devices[0]?.name ?? "";
      this.#state = "ready";
      setInterval(() => this.#poll(), POLL_MS);
    } else {
      this.#state = devices !== null && devices.status === 401 ? "no-login" : "none";
      setTimeout(() => this.#begin(), 2000);
    }
    this.requestUpdate();
  }

  async #poll(): Promise<void> {
    const [truth, devices, frames, faults] = await Promise.all([
      ask("GET", `/api/sim/stations/${this.#station}/truth`),
      ask("GET", "/api/sim/devices"),
      this.#frozen ? null : ask("GET", `/api/sim/devices/${this.#shown}/frames`),
      ask("GET", `/api/sim/devices/${this.#shown}/faults`),
    ]);
    this.#truth = truth.ok ? truth.body : this.#truth;
    this.#devices = devices.ok ? devices.body : this.#devices;
    this.#frames = frames?.ok === true ? frames.body.slice(-FRAMES_MOST).toReversed() : this.#frames;
    this.#faults = faults.ok ? faults.body : this.#faults;
    this.requestUpdate();
  }

  #say(word: Word): string {
    return say(word, this.#language);
  }

  async #post(path: string, body: unknown): Promise<Answer> {
    const answer = await ask("POST", "/api/sim/" + path, body);
    const error = answer.ok ? "" : (answer.refusal as unknown as { error?: string }).error;
    this.#said = answer.ok ? this.#say("done") : error ?? answer.refusal.text;
    await this.#poll();
    return answer;
  }

  #world(what: string, body: unknown): Promise<Answer> {
    return this.#post(`stations/${this.#station}/${what}`, body);
  }

  #device(what: string, body: unknown): Promise<Answer> {
    return this.#post(`devices/${this.#shown}/${what}`, body);
  }

  async #presentBoth(): Promise<void> {
    const { card, finger } = inventedPerson(this.#person);
    await this.#world("card", { card, dwellMillis: CARD_MS });
    setTimeout(() => this.#world("finger", { finger, dwellMillis: FINGER_MS }), FINGER_AFTER_CARD_MS);
  }

  /** The person's clinic card; one is made when there is none yet, or the old one is lost. */
  async #qrCard(another = false): Promise<string | null> {
    const made = this.#qrCards.get(this.#person);
    if (made !== undefined && !another) {
      return made;
    }
    const { card } = inventedPerson(this.#person);
    const answer = await this.#post("clinic-card", { card });
    if (!answer.ok) {
      return null;
    }
    this.#qrCards.set(this.#person, answer.body.payload);
    return answer.body.payload;
  }

  #scan(code: string | null): unknown {
    return code === null ? null : this.#world("code", { code, dwellMillis: CARD_MS });
  }

  /** The last letter is another: as a card would be that somebody wrote. */
  async #scanForged(): Promise<void> {
    const code = await this.#qrCard();
    this.#scan(code === null ? null : code.slice(0, -1) + (code.endsWith("A") ? "B" : "A"));
  }

  async #scanLost(): Promise<void> {
    const lost = await this.#qrCard();
    await this.#qrCard(true);
    this.#scan(lost);
  }

  #lay(finger: string, quality: string): Promise<Answer> {
    return this.#world("finger", { finger, quality, dwellMillis: FINGER_MS });
  }

  #button(word: Word, act: () => unknown, strong = false): TemplateResult {
    return html`<button class=${strong ? "act strong" : "act"} @click=${act}>${
      this.#say(word)
    }</button>`;
  }

  #people(): TemplateResult {
    const { card, finger } = inventedPerson(this.#person);
    const other = inventedPerson(this.#person + 1).finger;
    return html`<div class="panel"><h2>${this.#say("world")}</h2>
      <label class="field person">${this.#say("person")}
        <input type="number" min="1" max="2000" .value=${String(this.#person)} @change=${
      (e: Event) => {
        this.#person = Math.max(1, Number((e.target as HTMLInputElement).value) || 1);
        this.requestUpdate();
      }
    }></label>
      <div class="acts">
        ${this.#button("presentBoth", () => this.#presentBoth(), true)}
        ${this.#button("presentCard", () => this.#world("card", { card, dwellMillis: CARD_MS }))}
        ${this.#button("scanQr", async () => this.#scan(await this.#qrCard()))}
        ${this.#button("scanForged", () => this.#scanForged())}
        ${this.#button("scanLost", () => this.#scanLost())}
        ${this.#button("layFinger", () => this.#lay(finger, "good"))}
        ${this.#button("layDry", () => this.#lay(finger, "dry"))}
        ${this.#button("layOther", () => this.#lay(other, "good"))}
        ${this.#button("liftFinger", () => this.#world("finger", { finger: null }))}
      </div>
      <p class="cup"><b>${this.#say(this.#truth.cupOnScale === true ? "cupOn" : "cupOff")}</b></p>
      <div class="acts">
        ${this.#button("cupPut", () => this.#world("cup", { act: "put" }), true)}
        ${this.#button("cupLift", () => this.#world("cup", { act: "lift" }))}
        ${this.#button("cupBack", () => this.#world("cup", { act: "put-back" }))}
        ${this.#button("cupDrink", () => this.#world("cup", { act: "drink" }))}
        ${this.#button("cupHalf", () => this.#world("cup", { act: "drink", permille: 500 }))}
        ${this.#button("cupDiscard", () => this.#world("cup", { act: "discard" }))}
        ${
      this.#button("cupFill", () =>
        this.#world("cup", { act: "add", microlitres: 1000, of: "product" }))
    }
        ${
      this.#button("cupWater", () =>
        this.#world("cup", { act: "add", microlitres: 1000, of: "water" }))
    }
        ${this.#button("cupDraw", () => this.#world("cup", { act: "draw-off", microlitres: 500 }))}
        ${this.#button("newBottle", () => this.#world("bottle", { microlitres: 1_000_000 }))}
      </div></div>`;
  }

  #truthTable(): TemplateResult {
    const scale = Number(this.#truth.scaleTrueMicrograms ?? 0);
    const grams = (scale / 1_000_000).toFixed(2).replace(".", this.#language === "vi" ? "," : ".");
    return html`<div class="panel"><h2>${this.#say("truth")}</h2><dl class="rows">${
      TRUE_VOLUMES.map(([key, word]) =>
        html`<div><dt>${this.#say(word)}</dt><dd>${
          volume(Number(this.#truth[key] ?? 0), this.#language)
        }</dd></div>`
      )
    }<div><dt>${this.#say("tScale")}</dt><dd>${grams}\u00a0g</dd></div></dl></div>`;
  }

  #faultForm(device: SimDevice): TemplateResult {
    const set = (e: Event) => {
      e.preventDefault();
      const form = new FormData(e.target as HTMLFormElement);
      const fault = MENU[device.kind].find((f) => f.kind === form.get("kind"));
      const count = this.#once ? { count: 1 } : {};
      const value = fault?.parameter === undefined ? {} : { [fault.parameter]: fault.usual };
      this.#device("faults", { kind: fault?.kind, ...value, ...count });
    };
    return html`<form class="fault" @submit=${set}>
      <label>${this.#say("faults")} <select name="kind">${
      MENU[device.kind].map((f) =>
        html`<option value=${f.kind}>${f.kind}${
          f.parameter === undefined ? "" : ` ${f.parameter} ${f.usual}`
        }</option>`
      )
    }</select></label>
      <label><input type="checkbox" .checked=${this.#once} @change=${(e: Event) => {
      this.#once = (e.target as HTMLInputElement).checked;
    }}> ${this.#say("faultOnce")}</label>
      <button class="act strong">${this.#say("go")}</button>
      <button class="act" type="button" @click=${() => this.#clear()}>${
      this.#say("clearFaults")
    }</button>
    </form>
    ${
      this.#faults.length === 0
        ? nothing
        : html`<p class="set-faults">▲ ${this.#faults.map((f) => String(f.kind)).join(", ")}</p>`
    }`;
  }

  async #clear(): Promise<void> {
    await ask("DELETE", `/api/sim/devices/${this.#shown}/faults`);
    await this.#poll();
  }

  #devicePanel(): TemplateResult {
    const device = this.#devices.find((d) => d.name === this.#shown);
    return html`<div class="panel device-panel">
      <div class="tabs" role="group" aria-label=${this.#say("devices")}>${
      this.#devices.map((d) =>
        html`<button data-device=${d.name} aria-pressed=${d.name === this.#shown} @click=${() => {
          this.#shown = d.name;
          this.#frames = [];
          this.requestUpdate();
          this.#poll();
        }}>${d.name}${d.plugged ? "" : " ▲▲"}<small>${d.model}</small></button>`
      )
    }</div>
      ${device === undefined ? nothing : this.#faultForm(device)}
      <div class="acts">
        ${this.#button("unplug", () => this.#device("cable", { act: "unplug" }))}
        ${this.#button("plug", () => this.#device("cable", { act: "plug" }))}
        ${this.#button("powerCycle", () => this.#device("power", { act: "cycle" }))}
        ${this.#button("swap", () => this.#device("swap", {}))}
        ${
      device?.kind === "pump"
        ? this.#button("frontPanel", () =>
          this.#device("front-panel", { act: "run", microlitres: 500 }))
        : nothing
    }
      </div>
      ${this.#frameTable()}</div>`;
  }

  #save = (): void => {
    const lines = this.#frames.map((f) => JSON.stringify(f)).toReversed().join("\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines + "\n"], { type: "application/jsonl" }));
    link.download = this.#shown + "-frames.jsonl";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  #frameTable(): TemplateResult {
    return html`<div class="frames-head"><h2>${this.#say("frames")}</h2>
      <button class="act" @click=${() => {
      this.#frozen = !this.#frozen;
      this.requestUpdate();
    }}>${this.#say(this.#frozen ? "resume" : "freeze")}</button>
      <button class="act" @click=${this.#save}>${this.#say("save")}</button></div>
      <div class="frames" tabindex="0" role="region" aria-label=${this.#say("frames")}><table>
        <thead><tr><th>${this.#say("direction")}</th><th>${this.#say("bytes")}</th><th>${
      this.#say("meaning")
    }</th></tr></thead>
        <tbody>${
      this.#frames.length === 0
        ? html`<tr><td colspan="3">${this.#say("noFrames")}</td></tr>`
        : this.#frames.map((f) =>
          html`<tr class=${f.dir}><td>${f.dir === "in" ? "→" : "←"} ${f.dir}</td><td><code>${
            f.hex
          }</code></td><td>${f.meaning}</td></tr>`
        )
    }</tbody></table></div>`;
  }

  override render(): TemplateResult {
    document.documentElement.lang = this.#language;
    document.title = this.#say("simTitle");
    const word: Word = this.#state === "no-login"
      ? "simLogin"
      : this.#state === "none"
      ? "simNone"
      : "connecting";
    return html`
      <aside class="band">${this.#say("simulatedBand")}</aside>
      <header><h1>${this.#say("simTitle")}</h1>
        <nav><a href="/">${this.#say("toCounter")}</a></nav>
        <div class="language" role="group" aria-label=${this.#say("language")}>
          ${this.#speak("vi")}${this.#speak("en")}</div></header>
      ${
      this.#state === "ready"
        ? html`<main class="sim"><section>${this.#people()}${this.#truthTable()}</section>
          <section>${this.#devicePanel()}</section>
          <p class="said" role="status">${this.#said}</p></main>`
        : html`<main class="sim-none"><p>${this.#say(word)}</p></main>`
    }`;
  }

  #speak(language: Language): TemplateResult {
    return html`<button lang=${language} aria-pressed=${language === this.#language} @click=${() => {
      this.#language = language;
      localStorage.setItem("language", language);
      this.requestUpdate();
    }}>${language.toUpperCase()}</button>`;
  }
}

customElements.define("mmt-sim", SimulatorPanel);
