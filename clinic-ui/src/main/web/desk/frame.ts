// The frame of the pages beside the counter: header, login, lock, the jobs at the left and one view.
// Everything stands in the page: no dialog, and nothing here takes a counter's place.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { credentialForm } from "../counter/forms.ts";
import { type PageName, ways } from "../frame/ways.ts";
import { Help } from "../live/help.ts";
import { noticeLine } from "../pharmacy/notices.ts";
import type { Word } from "../text/words.ts";
import { type AnyWord, type Pair, put } from "../text/pharmacy-words.ts";
import { say } from "../text/words.ts";
import { Desk } from "./desk.ts";
import { type Drawn, refused } from "./parts.ts";

const TICK_MS = 1000;

/** A job: its name in the address, and how it is drawn. */
export interface View {
  name: string;
  word: AnyWord;
  draw: (desk: Desk) => Drawn;
}

/** What one of these pages is. */
export interface Jobs {
  title: AnyWord;
  /** Said at the login. */
  hint: Word | Pair;
  keys: AnyWord;
  /** Its name, which is where it is and how it is named in sessions. */
  page: PageName;
  /** The view without an address. */
  first: string;
  groups: readonly { word: AnyWord; views: readonly View[] }[];
  /** A key of this page alone; whether it was one. */
  key?: (e: KeyboardEvent, desk: Desk, page: HTMLElement) => boolean;
}

/** One of these pages: drawn into the document itself, styled by pharmacy.css. */
export abstract class JobsPage extends LitElement {
  #jobs = this.jobs();
  #views = this.#jobs.groups.flatMap((g) => g.views);
  #desk = new Desk(() => this.requestUpdate(), this.#jobs.page);
  #help = new Help(() => this.requestUpdate());

  /** What this page is; asked once. */
  abstract jobs(): Jobs;

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk.view = this.#asked();
    this.#desk.start();
    setInterval(() => {
      this.#desk.tick(performance.now());
      this.requestUpdate();
    }, TICK_MS);
    globalThis.addEventListener("hashchange", () => this.#go());
    document.addEventListener("keydown", (e) => this.#key(e), { capture: true });
    document.addEventListener("pointerdown", () => this.#desk.used());
  }

  #asked(): string {
    const name = location.hash.replace("#/", "");
    return this.#views.some((v) => v.name === name) ? name : this.#jobs.first;
  }

  async #go(): Promise<void> {
    this.#desk.show(this.#asked());
    await this.updateComplete;
    // A reader hears the new view; a scanner finds its field.
    const to = this.querySelector<HTMLElement>("#scan") ?? this.querySelector<HTMLElement>("main h2");
    to?.focus();
    scrollTo(0, 0);
  }

  #key(e: KeyboardEvent): void {
    this.#desk.used();
    if (e.key === "F2") {
      e.preventDefault();
      this.#desk.speak(this.#desk.language === "vi" ? "en" : "vi");
    } else if (this.#jobs.key?.(e, this.#desk, this) === true) {
      e.preventDefault();
    } else if (e.key === "Escape") {
      this.#help.close();
      this.#desk.back();
    }
  }

  override render(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    document.documentElement.lang = l;
    document.title = put(this.#jobs.title, l);
    const lost = desk.me !== null && desk.live.stale(performance.now()) &&
      desk.live.age(performance.now()) !== Infinity;
    return html`${this.#band()}${this.#header()}${
      lost ? html`<p class="line high" role="alert" id="lost">▲▲▲ ${say("lost", l)}</p>` : nothing
    }${desk.me === null ? this.#door() : html`${noticeLine(desk)}${this.#inside()}`}
      <footer>${put(this.#jobs.keys, l)}</footer>`;
  }

  #band() {
    const about = this.#desk.about;
    return about === null || !about.training ? nothing : html`<aside class="band">${
      say(about.simulated ? "simulatedBand" : "trainingBand", this.#desk.language)
    }</aside>`;
  }

  #header(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    return html`<header><h1>${put(this.#jobs.title, l)}</h1>
      ${ways(this.#jobs.page, l)}
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
    const desk = this.#desk;
    const l = desk.language;
    return html`<main class="door">${this.#help.view(this.#jobs.page, l)}${
      desk.about === null ? html`<p class="waiting" role="status">${say("connecting", l)}</p>` : html`${
        credentialForm({ title: "login", hint: this.#jobs.hint, go: "login" }, l, (c) => desk.logIn(c))
      }${desk.refusal === null ? nothing : refused(desk.refusal, l)}`
    }</main>`;
  }

  #inside(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    const view = this.#views.find((v) => v.name === desk.view) ?? this.#views[0];
    return html`<div class="pharmacy"><nav class="views" aria-label=${put("views", l)}>${
      this.#jobs.groups.map((g) =>
        html`<p class="group">${put(g.word, l)}</p><ul>${
          g.views.map((v) =>
            html`<li><a href=${"#/" + v.name} aria-current=${
              v.name === view.name ? "page" : nothing
            }>${put(v.word, l)}</a></li>`
          )
        }</ul>`
      )
    }</nav><main>${
      desk.locked
        ? html`<div class="door">${
          credentialForm({ title: "locked", hint: "pharmacyLocked", go: "unlock" }, l, (c) =>
            desk.logIn(c))
        }${desk.refusal === null ? nothing : refused(desk.refusal, l)}</div>`
        : nothing
    }${this.#help.view(`${this.#jobs.page}/${view.name}`, l)}<div ?hidden=${desk.locked} data-view=${view.name}><h2 tabindex="-1">${put(view.word, l)}</h2>${
      view.draw(desk)
    }</div></main></div>`;
  }
}
