// The simulators' panel: play the people and the faults, look at bytes, events and true volumes,
// record and replay. Everything here is a call of the simulators' control port, passed on by the
// service in a demo; only the events are the service's own.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { say } from "../text/words.ts";
import { reason, sim } from "../text/sim-words.ts";
import { Help } from "../live/help.ts";
import { type Answer, ask } from "../live/http.ts";
import { type Bench, type SimDevice, stationsOf } from "./bench.ts";
import { Events } from "./events.ts";
import { Faults } from "./faults.ts";
import { Frames } from "./frames.ts";
import { Pace } from "./pace.ts";
import { People } from "./people.ts";
import { Sessions } from "./sessions.ts";
import { flow, type Truth } from "./logic.ts";
import { truthView } from "./truth.ts";

const POLL_MS = 400;

/** `<mmt-sim>`. */
class SimulatorPanel extends LitElement implements Bench {
  language: Language = localStorage.getItem("language") === "en" ? "en" : "vi";
  devices: SimDevice[] = [];
  station = "";
  shown: SimDevice | undefined;
  #state: "asking" | "no-login" | "none" | "ready" = "asking";
  #truth: Truth = {};
  #looked: { at: number; left: number } | undefined;
  #flow = 0;
  #said = "";
  #looking = false;
  readonly #help = new Help(() => this.requestUpdate());
  readonly #people = new People(this);
  readonly #faults = new Faults(this);
  readonly #frames = new Frames(this);
  readonly #events = new Events(this);
  readonly #sessions = new Sessions(this);
  readonly #pace = new Pace(this);

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
  }

  redraw(): void {
    this.requestUpdate();
  }

  ask(method: string, path: string, body?: unknown): Promise<Answer> {
    return ask(method, "/api/sim/" + path, body);
  }

  async act(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.ask(method, path, body);
    const error = answer.ok ? "" : (answer.refusal as unknown as { error?: string }).error;
    this.#said = answer.ok
      ? "✓ " + say("done", this.language)
      : "▲ " + reason(error ?? answer.refusal.text, this.language);
    await this.#look();
    return answer;
  }

  async #begin(): Promise<void> {
    const about = await ask("GET", "/api/about");
    const devices = about.ok && about.body.simulated ? await this.ask("GET", "devices") : null;
    if (devices !== null && devices.ok) {
      this.devices = devices.body;
      this.#show(this.devices[0]);
      this.#state = "ready";
      setInterval(() => this.#look(), POLL_MS);
    } else {
      this.#state = devices !== null && devices.status === 401 ? "no-login" : "none";
      setTimeout(() => this.#begin(), 2000);
    }
    this.requestUpdate();
  }

  /** One look at a time: a slow answer does not pile them up. */
  async #look(): Promise<void> {
    if (this.#looking) {
      return;
    }
    this.#looking = true;
    const [truth, devices] = await Promise.all([
      this.ask("GET", `stations/${this.station}/truth`),
      this.ask("GET", "devices"),
      this.#frames.look(),
      this.#faults.look(),
      this.#events.look(),
      this.#sessions.look(),
      this.#pace.look(),
    ]);
    if (truth.ok) {
      const now = { at: performance.now(), left: Number(truth.body.leftLineMicrolitres) };
      this.#flow = flow(this.#looked, now);
      this.#looked = now;
      this.#truth = truth.body;
    }
    this.devices = devices.ok ? devices.body : this.devices;
    this.shown = this.devices.find((d) => d.name === this.shown?.name);
    this.#looking = false;
    this.requestUpdate();
  }

  #show(device: SimDevice | undefined): void {
    if (device === undefined) {
      return;
    }
    if (device.station !== this.station) {
      this.#truth = {};
      this.#looked = undefined;
    }
    this.station = device.station;
    this.shown = device;
    this.#frames.forget();
    this.#faults.forget();
    this.requestUpdate();
    this.#look();
  }

  #stations(): TemplateResult | typeof nothing {
    const stations = stationsOf(this);
    return stations.length < 2 ? nothing : html`<div class="tabs stations" role="group" aria-label=${
      sim("station", this.language)
    }>${
      stations.map((s) =>
        html`<button data-station=${s} aria-pressed=${s === this.station} @click=${() =>
          this.#show(this.devices.find((d) => d.station === s))}>${
          sim("station", this.language)
        } ${s}</button>`
      )
    }</div>`;
  }

  #tabs(): TemplateResult {
    return html`<div class="tabs" role="group" aria-label=${say("devices", this.language)}>${
      this.devices.filter((d) => d.station === this.station).map((d) =>
        html`<button data-device=${d.name} aria-pressed=${d.name === this.shown?.name} @click=${
          () => this.#show(d)
        }>${d.name}${d.plugged ? "" : " ▲▲"}<small>${d.model}</small></button>`
      )
    }</div>`;
  }

  #bench(): TemplateResult {
    return html`<main class="sim">${this.#help.view("sim", this.language)}${this.#stations()}
      <p class="said" role="status">${this.#said}</p>
      <div class="sim-columns">
        <div class="sim-world">${this.#pace.view()}${this.#people.view(this.#truth)}${
      truthView(this.#truth, this.#flow, this.language)
    }</div>
        <div><div class="panel device-panel">${this.#tabs()}${
      this.shown === undefined ? nothing : this.#faults.view(this.shown)
    }</div>${this.#frames.view()}</div>
        <div>${this.#sessions.view()}${this.#events.view()}</div>
      </div></main>`;
  }

  override render(): TemplateResult {
    document.documentElement.lang = this.language;
    document.title = say("simTitle", this.language);
    const state = this.#state;
    const waits = state === "no-login"
      ? sim("simLogin", this.language)
      : state === "none"
      ? sim("simNone", this.language)
      : say("connecting", this.language);
    return html`
      <aside class="band">${say("simulatedBand", this.language)}</aside>
      <header><h1>${say("simTitle", this.language)}</h1>
        <nav><a href="/">${say("toCounter", this.language)}</a></nav>
        ${this.#help.button(this.language)}
        <div class="language" role="group" aria-label=${say("language", this.language)}>
          ${this.#speak("vi")}${this.#speak("en")}</div></header>
      ${
      state === "ready"
        ? this.#bench()
        : html`<main class="sim-none"><p>${waits}</p></main>`
    }`;
  }

  #speak(language: Language): TemplateResult {
    return html`<button lang=${language} aria-pressed=${language === this.language} @click=${() => {
      this.language = language;
      localStorage.setItem("language", language);
      this.requestUpdate();
    }}>${language.toUpperCase()}</button>`;
  }
}

customElements.define("mmt-sim", SimulatorPanel);
