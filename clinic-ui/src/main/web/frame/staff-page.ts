// What stands around a page of staff: the band of a training, title, ways to the other pages, who is
// logged in, language, login and lock. A page adds what is inside.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { credentialForm } from "../counter/forms.ts";
import { Desk } from "../desk/desk.ts";
import { refused } from "../desk/parts.ts";
import { Help } from "../live/help.ts";
import type { Language } from "../text/dose-text.ts";
import { frame } from "../text/frame-words.ts";
import { say } from "../text/words.ts";
import { type PageName, ways } from "./ways.ts";

const TICK_MS = 1000;

/** A page of staff; drawn into the page itself, styled by clinic.css and staff.css. */
export abstract class StaffPage extends LitElement {
  protected readonly desk: Desk;
  #name: PageName;
  #help = new Help(() => this.requestUpdate());

  /** `locks`: whether it locks itself when nobody uses it. */
  constructor(name: PageName, locks = true) {
    super();
    this.#name = name;
    this.desk = new Desk(() => this.requestUpdate(), name, locks);
  }

  /** The title, in the page and of the window. */
  abstract titled(l: Language): string;

  /** What whoever is logged in sees. */
  abstract inside(): TemplateResult;

  /** Called once a second. */
  ticked(_now: number): void {}

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.start();
    setInterval(() => {
      const now = performance.now();
      this.desk.tick(now);
      this.ticked(now);
      this.requestUpdate();
    }, TICK_MS);
    document.addEventListener("keydown", (e) => this.#key(e), { capture: true });
    document.addEventListener("pointerdown", () => this.desk.used());
  }

  #key(e: KeyboardEvent): void {
    this.desk.used();
    if (e.key === "F2") {
      e.preventDefault();
      this.desk.speak(this.desk.language === "vi" ? "en" : "vi");
    } else if (e.key === "Escape") {
      this.#help.close();
    }
  }

  override render(): TemplateResult {
    const desk = this.desk;
    const l = desk.language;
    document.documentElement.lang = l;
    document.title = this.titled(l);
    return html`${this.#band()}${this.#header()}${
      this.#lost() ? html`<p class="line high" role="alert" id="lost">▲▲▲ ${say("lost", l)}</p>` : nothing
    }${this.#help.view(this.#name, l)}${desk.me === null || desk.locked ? this.#door() : nothing}${
      desk.me === null ? nothing : html`<div class="inside" ?hidden=${desk.locked}>${this.inside()}</div>`
    }
      <footer>${frame("keys", l)}</footer>`;
  }

  /** A page that tells the age of its data itself says so. */
  protected tellsLoss(): boolean {
    return true;
  }

  #lost(): boolean {
    const now = performance.now();
    const live = this.desk.live;
    return this.tellsLoss() && this.desk.me !== null && live.stale(now) && live.age(now) !== Infinity;
  }

  #band() {
    const about = this.desk.about;
    return about === null || !about.training ? nothing : html`<aside class="band">${
      say(about.simulated ? "simulatedBand" : "trainingBand", this.desk.language)
    }</aside>`;
  }

  #header(): TemplateResult {
    const desk = this.desk;
    const l = desk.language;
    return html`<header><h1>${this.titled(l)}</h1>
      ${ways(this.#name, l)}
      ${
      desk.me === null ? nothing : html`<p class="me">${desk.me.displayName}</p>
      <button class="small" @click=${() => desk.logOut()}>${say("logout", l)}</button>`
    }
      ${this.#help.button(l)}
      <div class="language" role="group" aria-label=${say("language", l)}>
        <button lang="vi" aria-pressed=${l === "vi"} @click=${() => desk.speak("vi")}>VI</button>
        <button lang="en" aria-pressed=${l === "en"} @click=${() => desk.speak("en")}>EN</button>
      </div></header>`;
  }

  #door(): TemplateResult {
    const desk = this.desk;
    const l = desk.language;
    if (desk.about === null) {
      return html`<main class="door"><p class="waiting" role="status">${say("connecting", l)}</p></main>`;
    }
    const words = desk.locked
      ? { title: "locked", hint: "pharmacyLocked", go: "unlock" } as const
      : { title: "login", hint: "staffHint", go: "login" } as const;
    return html`<main class="door">${
      credentialForm(words, l, (c) => desk.logIn(c))
    }${desk.refusal === null ? nothing : refused(desk.refusal, l)}</main>`;
  }
}
