// The shown device: its faults, which are those of its model, its cable, power and keys.

import { html, nothing, type TemplateResult } from "lit";
import type { Answer } from "../live/http.ts";
import { sim, simName } from "../text/sim-words.ts";
import { type Bench, button, type SimDevice, typed } from "./bench.ts";
import { decimal, type Fault, offered } from "./logic.ts";

/** The faults of the shown device. */
export class Faults {
  readonly #bench: Bench;
  readonly #menus = new Map<string, Fault[]>();
  #set: Record<string, unknown>[] = [];
  #kind = "";
  #value: number | null = null;
  #once = true;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Looks at what is set, and at the menu of a device that was not shown before. */
  async look(): Promise<void> {
    const name = this.#bench.shown?.name;
    if (name === undefined) {
      return;
    }
    if (!this.#menus.has(name)) {
      const menu = await this.#bench.ask("GET", `devices/${name}/menu`);
      if (menu.ok) {
        this.#menus.set(name, menu.body);
      }
    }
    const set = await this.#bench.ask("GET", `devices/${name}/faults`);
    this.#set = set.ok ? set.body : this.#set;
  }

  /** Another device is shown. */
  forget(): void {
    this.#set = [];
    this.#kind = "";
    this.#value = null;
  }

  #device(what: string, body: unknown): Promise<Answer> {
    return this.#bench.act("POST", `devices/${this.#bench.shown?.name}/${what}`, body);
  }

  #choose(fault: Fault): void {
    const value = fault.parameter === undefined
      ? {}
      : { [fault.parameter]: this.#value ?? offered(fault) };
    this.#device("faults", { kind: fault.kind, ...value, ...(this.#once ? { count: 1 } : {}) });
  }

  /** Faults, cable, power. */
  view(device: SimDevice): TemplateResult {
    const b = this.#bench;
    return html`${this.#form(device)}
      ${
      this.#set.length === 0
        ? html`<p class="empty">${sim("noFaults", b.language)}</p>`
        : html`<p class="set-faults">▲ ${this.#set.map((f) => this.#told(f)).join(" · ")}</p>`
    }
      <div class="acts">
        ${button(b, "pull", () => this.#device("cable", { act: "unplug" }))}
        ${button(b, "plug", () => this.#device("cable", { act: "plug" }))}
        ${button(b, "powerCycle", () => this.#device("power", { act: "cycle" }))}
        ${button(b, "swap", () => this.#device("swap", {}))}
        ${
      device.kind === "pump"
        ? button(b, "frontPanel", () =>
          this.#device("front-panel", { act: "run", microlitres: 500 }))
        : nothing
    }
      </div>`;
  }

  /** A fault that is set, with its value, and how often it still comes. */
  #told(fault: Record<string, unknown>): string {
    const l = this.#bench.language;
    const value = Object.entries(fault)
      .filter(([name]) => name !== "kind" && name !== "count")
      .map(([name, of]) => ` (${simName(name, l)} ${of})`).join("");
    return simName(String(fault.kind), l) + value +
      (fault.count === undefined ? "" : ` ×${fault.count}`);
  }

  #form(device: SimDevice): TemplateResult {
    const l = this.#bench.language;
    const menu = this.#menus.get(device.name) ?? [];
    const chosen = menu.find((f) => f.kind === this.#kind) ?? menu[0];
    const submit = (e: Event) => {
      e.preventDefault();
      if (chosen !== undefined) {
        this.#choose(chosen);
      }
    };
    return html`<form class="fault" @submit=${submit}>
      <label>${sim("faults", l)} <select name="kind" @change=${(e: Event) => {
      this.#kind = typed(e);
      this.#value = null;
      this.#bench.redraw();
    }}>${
      menu.map((f) =>
        html`<option value=${f.kind} ?selected=${f === chosen}>${simName(f.kind, l)}</option>`
      )
    }</select></label>
      ${chosen?.parameter === undefined ? nothing : this.#input(chosen)}
      <label><input type="checkbox" .checked=${this.#once} @change=${(e: Event) => {
      this.#once = (e.target as HTMLInputElement).checked;
    }}> ${sim("faultOnce", l)}</label>
      <button class="act strong">${sim("faultSet", l)}</button>
      ${
      button(this.#bench, "clearFaults", () =>
        this.#bench.act("DELETE", `devices/${device.name}/faults`))
    }
    </form>`;
  }

  #input(fault: Fault): TemplateResult {
    const l = this.#bench.language;
    const fine = fault.parameter === "factor";
    return html`<label class="value">${simName(fault.parameter ?? "", l)}
      <input name="value" type="number" min=${fault.least ?? 0} max=${fault.most ?? 0}
        step=${fine ? "0.01" : "1"} .value=${String(this.#value ?? offered(fault))}
        title=${`${fault.least}–${decimal(fault.most ?? 0, 0, l)}`} @input=${(e: Event) => {
      const value = Number(typed(e));
      this.#value = typed(e) === "" || Number.isNaN(value) ? null : value;
    }}></label>`;
  }
}
