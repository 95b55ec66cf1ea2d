// The pharmacist's pages: one frame, and a view for each job. Everything stands in the page: no
// dialog, and nothing here takes a counter's place.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { credentialForm } from "../counter/forms.ts";
import { Help } from "../live/help.ts";
import { put, type PharmacyWord } from "../text/pharmacy-words.ts";
import { say } from "../text/words.ts";
import { actsView } from "./acts.ts";
import { closeView } from "./close.ts";
import { correctionsView } from "./corrections.ts";
import { countView } from "./count.ts";
import { handOverView, openingView } from "./day.ts";
import { Desk } from "./desk.ts";
import { differencesView } from "./differences.ts";
import { forecastView } from "./forecast.ts";
import { lookBackView } from "./look-back.ts";
import { noticeLine, noticesView } from "./notices.ts";
import { destructionView, shipmentsView } from "./outgoing.ts";
import { type Drawn, refused } from "./parts.ts";
import { receiptView } from "./receipt.ts";
import { serviceView } from "./service.ts";
import { sheetsView } from "./sheets.ts";
import { stockView } from "./stock.ts";

const TICK_MS = 1000;

interface View {
  name: string;
  word: PharmacyWord;
  draw: (desk: Desk) => Drawn;
}

/** The views in their groups, in the order of a day. */
const GROUPS: readonly { word: PharmacyWord; views: readonly View[] }[] = [
  {
    word: "gToday",
    views: [
      { name: "notices", word: "vNotices", draw: noticesView },
      { name: "opening", word: "vOpening", draw: openingView },
      { name: "hand-over", word: "vHandOver", draw: handOverView },
      { name: "count", word: "vCount", draw: countView },
      { name: "close", word: "vClose", draw: closeView },
      { name: "differences", word: "vDifferences", draw: differencesView },
      { name: "corrections", word: "vCorrections", draw: correctionsView },
    ],
  },
  {
    word: "gStock",
    views: [
      { name: "stock", word: "vStock", draw: stockView },
      { name: "receipt", word: "vReceipt", draw: receiptView },
      { name: "acts", word: "vActs", draw: actsView },
      { name: "shipments", word: "vShipments", draw: shipmentsView },
      { name: "destruction", word: "vDestruction", draw: destructionView },
      { name: "look-back", word: "vLookBack", draw: lookBackView },
      { name: "forecast", word: "vForecast", draw: forecastView },
    ],
  },
  { word: "gPump", views: [{ name: "service", word: "vService", draw: serviceView }] },
  { word: "gReports", views: [{ name: "sheets", word: "vSheets", draw: sheetsView }] },
];
const VIEWS = GROUPS.flatMap((g) => g.views);

/** `<mmt-pharmacy>`: drawn into the page itself, styled by pharmacy.css. */
class PharmacyPage extends LitElement {
  #desk = new Desk(() => this.requestUpdate());
  #help = new Help(() => this.requestUpdate());

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
    return VIEWS.some((v) => v.name === name) ? name : "stock";
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
    const typing = e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
    if (e.key === "F2") {
      e.preventDefault();
      this.#desk.speak(this.#desk.language === "vi" ? "en" : "vi");
    } else if (e.key === "Escape" && this.#desk.view === "service") {
      this.querySelector<HTMLElement>("#stop")?.click();
    } else if (e.key === "Escape") {
      this.#help.close();
      this.#desk.back();
    } else if (e.key === "/" && !typing && !this.#desk.locked) {
      e.preventDefault();
      location.hash = "#/acts";
      this.querySelector<HTMLElement>("#scan")?.focus();
    }
  }

  override render(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    document.documentElement.lang = l;
    document.title = put("title", l);
    const lost = desk.me !== null && desk.live.stale(performance.now()) &&
      desk.live.age(performance.now()) !== Infinity;
    return html`${this.#band()}${this.#header()}${
      lost ? html`<p class="line high" role="alert" id="lost">▲▲▲ ${say("lost", l)}</p>` : nothing
    }${desk.me === null ? this.#door() : html`${noticeLine(desk)}${this.#inside()}`}
      <footer>${put("keys", l)}</footer>`;
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
    return html`<header><h1>${put("title", l)}</h1>
      <nav class="stations" aria-label=${put("otherPages", l)}><a href="/">${put("toCounter", l)}</a></nav>
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
    return html`<main class="door">${this.#help.view("pharmacy", l)}${
      desk.about === null ? html`<p class="waiting" role="status">${say("connecting", l)}</p>` : html`${
        credentialForm({ title: "login", hint: "pharmacyHint", go: "login" }, l, (c) => desk.logIn(c))
      }${desk.refusal === null ? nothing : refused(desk.refusal, l)}`
    }</main>`;
  }

  #inside(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    const view = VIEWS.find((v) => v.name === desk.view) ?? VIEWS[0];
    return html`<div class="pharmacy"><nav class="views" aria-label=${put("views", l)}>${
      GROUPS.map((g) =>
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
    }${
      this.#help.view("pharmacy/" + view.name, l)
    }<div ?hidden=${desk.locked} data-view=${view.name}><h2 tabindex="-1">${put(view.word, l)}</h2>${
      view.draw(desk)
    }</div></main></div>`;
  }
}

customElements.define("mmt-pharmacy", PharmacyPage);
