// The counter's page. Its frame never changes: STOP and the primary button are the same two nodes
// from the first to the last moment, only their words change.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { tell } from "../text/counter-words.ts";
import { say } from "../text/words.ts";
import { Help } from "../live/help.ts";
import { Aids } from "./aids.ts";
import { alarms } from "./alarms.ts";
import { banners, refusedHere } from "./banners.ts";
import { Desk } from "./desk.ts";
import { type Act, type Primary, type View, view, whileAsking } from "./flow.ts";
import { acts, Focus, toPrimary, unfoldActs, walkQueue } from "./focus.ts";
import { credentialForm, question } from "./forms.ts";
import { band, edge, header, lines, standing } from "./frame.ts";
import { meaning, SCAN_MS, Scans } from "./keys.ts";
import { choiceButtons, besideLane, justEnded } from "./lanes.ts";
import { queuePanel } from "./queue.ts";
import { label } from "./label.ts";
import { subjectPanel } from "./subject.ts";
import { topicOf } from "./topics.ts";
import { witnessPanel } from "./witnesses.ts";

const TICK_MS = 200;
const DEAF_MS = 600;

/** `<mmt-counter>`: one station's screen. Drawn into the page itself, styled by counter.css. */
class CounterPage extends LitElement {
  #desk = new Desk(() => this.requestUpdate());
  #aids = new Aids(() => this.requestUpdate());
  #help = new Help(() => this.requestUpdate());
  #focus = new Focus();
  #scans = new Scans();
  #usable = false;
  #primaryKey = "";
  #primarySince = 0;
  #pressedAt = -Infinity;

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk.start();
    setInterval(() => this.#tick(performance.now()), TICK_MS);
    document.addEventListener("keydown", (e) => this.#key(e), { capture: true });
    document.addEventListener("pointerdown", () => this.#used());
  }

  #tick(now: number): void {
    const desk = this.#desk;
    desk.tick(now);
    const stale = this.#stale(now);
    this.#aids.hear(
      desk.me === null ? [] : alarms(desk.station, this.#view(), {
        stale,
        moving: desk.moving,
        stop: desk.guard.look(now, desk.moving, stale),
        notices: desk.notices.found ?? [],
      }),
      now,
    );
    const dose = desk.station?.dose;
    this.#aids.identified(
      dose?.phase === "REVIEWING" && dose.identifiedBy === "CARD_AND_FINGER" ? dose.visit : "",
    );
    this.requestUpdate();
  }

  #stale(now: number): boolean {
    return this.#desk.me !== null && this.#desk.live.stale(now);
  }

  /** The focus is never lost, whatever a redraw took away. */
  override updated(): void {
    if (!this.#usable && this.#desk.about !== null) {
      this.#usable = true;
      performance.mark("usable");
    }
    const { me, locked, form, signing } = this.#desk;
    const asked = me === null ? "login" : locked ? "locked" : form?.which ?? signing?.kind ?? "";
    this.#focus.keep(this, asked);
  }

  // ---- Keys and buttons ----

  #key(e: KeyboardEvent): void {
    const now = performance.now();
    this.#used();
    const on = e.target as HTMLElement;
    const typing = on.matches("input:not([type=radio], [type=checkbox]), select, textarea");
    const scanned = this.#scans.heard(e.key, now) && !on.matches(".credential *");
    const means = meaning(e, { typing, moving: this.#desk.moving, numbered: this.#aids.numbered });
    // What a scanner types after its first character presses nothing, and Space never pours.
    if (scanned && (e.key === "Enter" || e.key === " ") || e.code === "Space" && on.id === "primary") {
      e.preventDefault();
    }
    switch (means.do) {
      case "stop":
        e.preventDefault();
        this.#desk.stop();
        return;
      case "back":
        this.#back();
        return;
      case "language":
        e.preventDefault();
        this.#desk.speak(this.#desk.language === "vi" ? "en" : "vi");
        return;
      case "acts":
        e.preventDefault();
        this.#number();
        return;
      case "choose":
        this.#choose(means.number, now);
        return;
      case "search":
        this.#search(e, scanned);
        return;
      case "up":
      case "down":
        this.#walk(e, means.do === "up" ? -1 : 1);
        return;
      case "enter":
        this.#enter(e, on, scanned);
        return;
      case "none":
        return;
    }
  }

  /** Enter is the primary button, unless another control has the focus; held down it is one tap. */
  #enter(e: KeyboardEvent, on: HTMLElement, scanned: boolean): void {
    const another = on.closest("button:not(#primary), a, summary, input, [role=button]");
    if (e.repeat || scanned || another === null) {
      e.preventDefault();
    }
    if (!e.repeat && !scanned && another === null) {
      this.#activate();
    }
  }

  /** Out of help, numbers, search and forms, to the main button. */
  #back(): void {
    this.#aids.numbered = false;
    this.#find("");
    if (!this.#help.close()) {
      this.#desk.back();
    }
    toPrimary(this);
  }

  /** F9: each act gets a number, and the first one the focus. */
  #number(): void {
    unfoldActs(this);
    const found = acts(this);
    this.#aids.numbered = !this.#aids.numbered && found.length > 0;
    (this.#aids.numbered ? found[0] : this.querySelector<HTMLElement>("#primary"))?.focus();
    this.requestUpdate();
  }

  /** A digit alone; one of several belongs to something scanned. */
  #choose(number: number, at: number): void {
    setTimeout(() => {
      if (this.#aids.numbered && !this.#scans.since(at + 1)) {
        this.#aids.numbered = false;
        acts(this)[number - 1]?.click();
        this.requestUpdate();
      }
    }, SCAN_MS);
  }

  #search(e: KeyboardEvent, scanned: boolean): void {
    const field = this.querySelector<HTMLElement>("input[name=find]");
    if (field !== null && !scanned) {
      e.preventDefault();
      field.focus();
    }
  }

  #find(text: string): void {
    this.#aids.find = text;
    this.#desk.whole(text !== "");
    this.requestUpdate();
  }

  #walk(e: KeyboardEvent, by: 1 | -1): void {
    const on = e.target as HTMLElement;
    if (this.#desk.me !== null && !on.matches("input, select") && this.querySelector(".queue") !== null) {
      e.preventDefault();
      walkQueue(this, by);
    }
  }

  /** Somebody is there, and has touched the page. */
  #used(): void {
    this.#desk.used();
    this.#aids.wake();
  }

  #stopDown = (e: Event): void => {
    e.preventDefault();
    this.#pressedAt = performance.now();
    this.#desk.stop();
  };

  /** A click without a press before it: a screen reader, or a key on the button. */
  #stopClick = (): void => {
    if (performance.now() - this.#pressedAt > 1500) {
      this.#desk.stop();
    }
  };

  #view(): View | null {
    const station = this.#desk.station;
    if (station === null) {
      return null;
    }
    const reader = { staff: this.#desk.me?.staff ?? null, locked: this.#desk.locked };
    return whileAsking(view(station, reader), this.#desk.form?.which ?? null);
  }

  /** Deaf while the service has not answered, after each change of meaning, and on old data. */
  #activate = (): void => {
    const now = performance.now();
    const primary = this.#view()?.primary;
    const deaf = now - this.#primarySince < DEAF_MS || this.#desk.busy ||
      this.#desk.live.stale(now);
    if (primary?.act == null || deaf) {
      return;
    }
    this.#desk.act(this.#attested(primary.act, primary), primary.word);
  };

  /** The words of an attesting tap go along and are stored with the dose. */
  #attested(act: Act, primary: Primary): Act {
    const attests = primary.attest !== undefined || primary.word === "attestSwallowed";
    return act.kind === "step" && attests
      ? { ...act, fields: { attestation: label(this.#desk, primary, this.#view()).join(" → ") } }
      : act;
  }

  // ---- Drawing ----

  override render(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    const now = performance.now();
    const stale = this.#stale(now);
    const shown = this.#view();
    this.className = (this.#aids.mirrored ? "mirrored " : "") + (this.#aids.numbered ? "numbered" : "");
    document.documentElement.lang = l;
    document.title = say("title", l);
    return html`
      ${band(desk)}
      ${header(desk, this.#aids, this.#help, now)}
      ${desk.me === null ? nothing : standing(desk)}
      <main class=${stale && desk.station !== null ? "columns stale" : "columns"}>
        <section class="left" aria-label=${say("queue", l)}>${
      this.#help.view(topicOf(desk, shown), l, say(shown?.advice ?? "aLogin", l))
    }${this.#leftSide()}</section>
        <section class="middle" aria-live="off">${this.#middle(shown)}</section>
        <section class="right" aria-label=${say("devices", l)}>${this.#rightSide(shown, now)}</section>
      </main>
      ${lines(desk, shown, stale, now)}
      ${edge(this.#aids)}
      ${this.#buttons(shown, stale, now)}`;
  }

  #leftSide() {
    const desk = this.#desk;
    const l = desk.language;
    const give = (c: { login: string; password: string }) => desk.logIn(c);
    if (desk.about === null) {
      return html`<p class="queue-title">${say("connecting", l)}</p>`;
    }
    if (desk.me === null && desk.station === null) {
      return nothing;
    }
    if (desk.me === null) {
      const hint = desk.live.loginEnded ? "loginEnded" : "loginHint";
      return html`${credentialForm({ title: "login", hint, go: "login" }, l, give)}${
        refusedHere(this.#desk)
      }`;
    }
    if (!desk.locked && (desk.signing !== null || desk.form !== null)) {
      return this.#question();
    }
    return desk.locked
      ? html`${
        credentialForm({ title: "locked", hint: "lockedHint", go: "unlock" }, l, give)
      }${refusedHere(this.#desk)}`
      : queuePanel(desk.queue, l, {
        find: this.#aids.find,
        found: (text) => this.#find(text),
        arrive: (patient) => desk.arrive(patient),
      });
  }

  #middle(shown: View | null) {
    const desk = this.#desk;
    const l = desk.language;
    const station = desk.station;
    if (station === null || shown === null) {
      return this.#door();
    }
    return html`
      ${
      subjectPanel(station, shown, {
        drawn: desk.about?.training === true,
        photo: desk.photo.png,
      }, l)
    }
      ${shown.subject === null ? justEnded(desk) : nothing}
      ${banners(desk, station, shown)}
      ${desk.signing === null && desk.form === null ? choiceButtons(desk, shown.choices) : nothing}`;
  }

  /** Nothing is known of the station yet: the login, or a word that it is coming. */
  #door(): TemplateResult {
    const { about, me, language: l } = this.#desk;
    return about === null || me !== null
      ? html`<div class="nobody"><p>${say("connecting", l)}</p></div>`
      : html`<div class="door">${
        credentialForm({ title: "login", hint: "loginHint", go: "login" }, l, (c) =>
          this.#desk.logIn(c))
      }${refusedHere(this.#desk)}</div>`;
  }

  /** A question stands at the left, so that patient and amounts stay in view. */
  #question() {
    const desk = this.#desk;
    const l = desk.language;
    const back = () => desk.back();
    if (desk.form === null) {
      return credentialForm(
        { title: "secondSigns", hint: "secondHint", go: "sign" },
        l,
        (c) => desk.sign(c),
        back,
      );
    }
    const { which, title } = desk.form;
    return question(which, title, l, desk.formWrong, (f) => desk.answered(f), back);
  }

  #rightSide(shown: View | null, now: number) {
    const desk = this.#desk;
    const station = desk.station;
    if (station === null || shown === null) {
      return nothing;
    }
    const age = Math.floor(desk.live.age(now) / 1000);
    const clock = `${String(Math.floor(age / 60)).padStart(2, "0")}:${
      String(age % 60).padStart(2, "0")
    }`;
    return html`${
      desk.live.stale(now)
        ? html`<p class="age">${say("old", desk.language)} ${clock}</p>`
        : nothing
    }${shown.beside === null ? nothing : besideLane(desk, shown.beside)}
      ${witnessPanel(station, shown.subject?.dose ?? null, desk.trace, desk.language)}`;
  }

  #buttons(shown: View | null, stale: boolean, now: number): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    const primary: Primary = shown?.primary ?? { word: "pLogin", act: null, tone: "off" };
    const subject = shown?.subject;
    const key = `${primary.word}${subject?.dose?.visit}${primary.act?.kind}`;
    if (key !== this.#primaryKey) {
      this.#primaryKey = key;
      this.#primarySince = now;
    }
    const off = primary.act === null || desk.busy || stale;
    const said = stale && desk.station !== null
      ? [say("pLost", l)]
      : label(desk, primary, shown);
    const long = (said.at(-1) ?? "").length > 24;
    const state = desk.guard.look(now, desk.moving, stale);
    const held = state === "sent" || state === "unconfirmed";
    return html`<section class="buttons" aria-label=${say("mainButtons", l)}>
      <button id="stop" class=${held ? "pressed" : ""} aria-label=${say("stopName", l)}
        @pointerdown=${this.#stopDown} @click=${this.#stopClick}
        ><span aria-hidden="true">■</span> ${say("stop", l)}</button>
      <button id="primary" class=${(off ? "off" : primary.tone) + (long ? " long" : "")} aria-disabled=${
      off ? "true" : "false"
    } @click=${this.#activate}>${
      said.length === 1 ? nothing : html`<span class="attest">${said[0]}</span> `
    }<span class="what">${said.length === 1 ? "" : "→ "}${said.at(-1)}</span></button>
    </section>
    <footer><p>${tell(this.#aids.numbered ? "numbered" : "keys", l)}</p></footer>`;
  }
}

customElements.define("mmt-counter", CounterPage);
