// The counter's page. Its frame never changes: STOP and the primary button are the same two nodes
// from the first to the last moment, only their words change.

import { html, LitElement, nothing, type TemplateResult } from "lit";
import * as text from "../text/dose-text.ts";
import { told } from "../text/refusals.ts";
import { say, sayName, type Word } from "../text/words.ts";
import type { Dose, Station } from "../live/station.ts";
import { Desk } from "./desk.ts";
import { TOLD as CLOCK_TOLD } from "./clock.ts";
import {
  type Act,
  type Choice,
  missingMicrograms,
  otherEnds,
  type Primary,
  type View,
  view,
  whileAsking,
} from "./flow.ts";
import { credentialForm, question } from "./forms.ts";
import { band, header, lines, standing } from "./frame.ts";
import { orderLines } from "./packs.ts";
import { queuePanel } from "./queue.ts";
import { fullName, picture, subjectPanel } from "./subject.ts";
import { witnessPanel } from "./witnesses.ts";

const TICK_MS = 200;
const DEAF_MS = 600;

/** `<mmt-counter>`: one station's screen. Drawn into the page itself, styled by counter.css. */
class CounterPage extends LitElement {
  #desk = new Desk(() => this.requestUpdate());
  #primaryKey = "";
  #primarySince = 0;
  #pressedAt = -Infinity;

  override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk.start();
    setInterval(() => {
      this.#desk.tick(performance.now());
      this.requestUpdate();
    }, TICK_MS);
    document.addEventListener("keydown", (e) => this.#key(e), { capture: true });
    document.addEventListener("pointerdown", () => this.#desk.used());
  }

  // ---- Keys and buttons ----

  #key(e: KeyboardEvent): void {
    this.#desk.used();
    const typing = e.target instanceof HTMLInputElement;
    const stops = e.key === "Escape" || !typing && (e.code === "Space" || e.code === "Numpad0");
    if (stops && this.#desk.moving) {
      e.preventDefault();
      this.#desk.stop();
    } else if (e.key === "Escape") {
      this.#desk.back();
    } else if (e.key === "F2") {
      e.preventDefault();
      this.#desk.speak(this.#desk.language === "vi" ? "en" : "vi");
    } else if (e.key === "Enter" && !typing) {
      this.#enter(e);
    }
  }

  /** Enter is the primary button, unless another button has the focus; held down it is one tap. */
  #enter(e: KeyboardEvent): void {
    const on = e.target as Element;
    if (e.repeat) {
      e.preventDefault();
    } else if (on.closest("button, a, [role=button]") === null) {
      e.preventDefault();
      this.#activate();
    }
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
      ? { ...act, fields: { attestation: this.#label(primary, this.#view()).join(" → ") } }
      : act;
  }

  /** The button's lines: what is attested, if anything, then what it does. */
  #label(primary: Primary, shown: View | null): string[] {
    const l = this.#desk.language;
    const does = say(primary.word, l) + this.#added(primary, shown);
    return primary.attest === undefined ? [does] : [say(primary.attest, l), does];
  }

  // ---- Drawing ----

  override render(): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    const now = performance.now();
    const stale = desk.me !== null && desk.live.stale(now);
    const shown = this.#view();
    document.documentElement.lang = l;
    document.title = say("title", l);
    return html`
      ${band(desk)}
      ${header(desk)}
      ${desk.me === null ? nothing : standing(desk)}
      <main class=${stale && desk.station !== null ? "columns stale" : "columns"}>
        <section class="left" aria-label=${say("queue", l)}>${this.#leftSide()}</section>
        <section class="middle" aria-live="off">${this.#middle(shown)}</section>
        <section class="right" aria-label=${say("devices", l)}>${this.#rightSide(shown, now)}</section>
      </main>
      ${lines(desk, shown, stale, now)}
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
        this.#refused()
      }`;
    }
    if (!desk.locked && (desk.signing !== null || desk.form !== null)) {
      return this.#question();
    }
    return desk.locked
      ? html`${
        credentialForm({ title: "locked", hint: "lockedHint", go: "unlock" }, l, give)
      }${this.#refused()}`
      : queuePanel(desk.queue, l, (patient) => desk.arrive(patient));
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
      ${shown.subject === null ? this.#justEnded() : nothing}
      ${this.#clock(station)}
      ${this.#power(station)}
      ${this.#modes(station)}
      ${this.#orders()}
      ${this.#notice(station, shown)}
      ${desk.signing === null && desk.form === null ? this.#choices(shown.choices) : nothing}`;
  }

  /** Nothing is known of the station yet: the login, or a word that it is coming. */
  #door(): TemplateResult {
    const { about, me, language: l } = this.#desk;
    return about === null || me !== null
      ? html`<div class="nobody"><p>${say("connecting", l)}</p></div>`
      : html`<div class="door">${
        credentialForm({ title: "login", hint: "loginHint", go: "login" }, l, (c) =>
          this.#desk.logIn(c))
      }${this.#refused()}</div>`;
  }

  /** What the service refused this page itself. */
  #refused() {
    const refusal = this.#desk.refusal;
    return refusal === null
      ? nothing
      : html`<div class="notice medium" role="alert"><p><b>▲▲ ${
        told(refusal, this.#desk.language)[0]
      }</b></p></div>`;
  }

  /** What can still be told of the dose that ended last. */
  #justEnded() {
    const { ended, language: l, locked } = this.#desk;
    if (ended === null || locked) {
      return nothing;
    }
    const step = (word: Word, name: string): Choice => ({
      word,
      act: { kind: "step", visit: ended.visit, step: name },
    });
    const choices: Choice[] = [
      step("correction", "correction"),
      {
        word: "vomited",
        act: { kind: "form", form: "vomited", visit: ended.visit, step: "vomited" },
      },
      {
        word: "wrongDose",
        act: { kind: "form", form: "wrong", visit: ended.visit, step: "wrong-dose" },
      },
    ];
    return html`<div class="ended"><p>${say("justEnded", l)}: <b>${
      fullName(ended.person, l)
    }</b> · ${sayName(ended.phase, l)}</p>
      <details><summary>${say("moreActs", l)}</summary>${this.#choices(choices)}</details></div>`;
  }

  /** In which degraded mode the station is, as long as it is. */
  #modes(station: Station) {
    const l = this.#desk.language;
    return (station.modes ?? []).map((m) =>
      html`<div class="notice medium mode" role="status"><p><b>▲ ${sayName(m.mode, l)}</b></p></div>`
    );
  }

  /** That the battery carries the counters, for how long, and where the papers for the dark are. */
  #power(station: Station) {
    const l = this.#desk.language;
    const power = station.power;
    if (power === undefined || power.state === "mains") {
      return nothing;
    }
    if (power.state === "unknown") {
      return html`<div class="notice medium mode" role="status"><p><b>▲ ${
        say("powerUnknown", l)
      }</b></p></div>`;
    }
    const left = power.minutes === undefined
      ? say("minutesUnknown", l)
      : `${power.minutes} ${say("minutes", l)}`;
    return html`<div class="notice medium mode" role="status">
      <p><b>▲▲ ${say("onBattery", l)} ${left}</b></p>
      <p>${
      power.papers === undefined
        ? say(power.papersFailed === true ? "papersFailed" : "papersComing", l)
        : html`${say("papersAt", l)} <b>${power.papers}</b>`
    }</p></div>`;
  }

  /** By whose orders this site doses: a small line, and a notice once they are over (R-132). */
  #orders() {
    const { orders, language: l } = this.#desk;
    return orderLines(orders, l).map((line) =>
      line.old
        ? html`<div class="notice medium mode" role="status"><p><b>▲ ${line.text}</b></p></div>`
        : html`<p class="age">${line.text}</p>`
    );
  }

  /** Which day people are dosed in while the clock is wrong, and what ends that. */
  #clock(station: Station) {
    const l = this.#desk.language;
    const clock = station.clock;
    const word = clock === undefined ? null : CLOCK_TOLD[clock.mode];
    return clock === undefined || word === null
      ? nothing
      : html`<div class="notice medium mode" role="status"><p><b>▲ ${say(word, l)}</b> ${
        text.weekday(clock.day, l)
      } · ${say("clockSays", l)} ${text.weekday(clock.clock, l)}</p></div>`;
  }

  #notice(station: Station, shown: View) {
    const l = this.#desk.language;
    const refusal = this.#desk.refusal ?? station.notice;
    // The state itself says that; its acts need the room.
    if (refusal === undefined || refusal === station.notice && refusal.code === "outcome-unknown") {
      return nothing;
    }
    const [what, wayOn] = refusal.code === "not-sent"
      ? [say("failed", l), ""]
      : told(refusal, l);
    return html`<div class="notice ${shown.alarm === "high" ? "high" : "medium"}" role="status">
      <p><b>${shown.alarm === "high" ? "▲▲▲" : "▲▲"} ${what}</b></p>${
      wayOn === "" ? nothing : html`<p>${say("wayOn", l)} ${wayOn}</p>`
    }</div>`;
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

  #choices(choices: Choice[]) {
    const desk = this.#desk;
    const off = desk.busy || desk.live.stale(performance.now());
    return html`<div class="acts">${
      choices.map((c) =>
        html`<button class=${c.grave === true ? "act grave" : "act"} aria-disabled=${
          off ? "true" : "false"
        } @click=${() => off || desk.act(c.act, c.word)}>${say(c.word, desk.language)}</button>`
      )
    }</div>`;
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
    }${shown.beside === null ? nothing : this.#besideLane(shown.beside)}
      ${witnessPanel(station, shown.subject?.dose ?? null, desk.trace, desk.language)}`;
  }

  /** The dose of the other lane keeps its photo, its name and its own buttons. */
  #besideLane(dose: Dose): TemplateResult {
    const desk = this.#desk;
    const l = desk.language;
    const watched = dose.phase === "HANDED_OVER";
    const swallowed: Choice = {
      word: "swallowed",
      act: {
        kind: "step",
        visit: dose.visit,
        step: "swallowed",
        fields: { attestation: say("attestSwallowed", l) },
      },
    };
    return html`<div class="beside">
      ${
      picture(dose.person, { drawn: desk.about?.training === true, photo: "" }, l)
    }
      <div><p>${watched ? say("cupOut", l) : sayName(dose.phase, l)}</p>
        <p><b>${fullName(dose.person, l)}</b></p>${
      dose.orderedMicrograms === undefined
        ? nothing
        : html`<p><b>${text.mass(dose.orderedMicrograms, l)}</b></p>`
    }</div>
      ${
      watched && !desk.locked && desk.me !== null
        ? this.#choices([swallowed, ...otherEnds(dose)])
        : nothing
    }</div>`;
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
    const label = stale && desk.station !== null
      ? [say("pLost", l)]
      : this.#label(primary, shown);
    const long = (label.at(-1) ?? "").length > 24;
    const state = desk.guard.look(now, desk.moving, stale);
    const held = state === "sent" || state === "unconfirmed";
    return html`<section class="buttons" aria-label=${say("mainButtons", l)}>
      <button id="stop" class=${held ? "pressed" : ""} aria-label=${say("stopName", l)}
        @pointerdown=${this.#stopDown} @click=${this.#stopClick}
        ><span aria-hidden="true">■</span> ${say("stop", l)}</button>
      <button id="primary" class=${(off ? "off" : primary.tone) + (long ? " long" : "")} aria-disabled=${
      off ? "true" : "false"
    } @click=${this.#activate}>${
      label.length === 1 ? nothing : html`<span class="attest">${label[0]}</span> `
    }<span class="what">${label.length === 1 ? "" : "→ "}${label.at(-1)}</span></button>
    </section>
    <footer><p>${say("keys", l)}</p></footer>`;
  }

  #added(primary: Primary, shown: View | null): string {
    const l = this.#desk.language;
    const dose = shown?.subject?.dose;
    const micrograms = dose?.orderedMicrograms ?? this.#desk.station?.ordered?.micrograms;
    switch (primary.adds) {
      case "dose":
        return micrograms === undefined ? "" : " " + text.mass(micrograms, l);
      case "rest":
        return dose == null ? "" : " " + text.mass(missingMicrograms(dose), l);
      case "day":
        return ": " + text.weekday(this.#desk.station?.confirmDay ?? "", l);
      case "person":
        return dose == null ? "" : ": " + fullName(dose.person, l);
      case undefined:
        return "";
    }
  }
}

customElements.define("mmt-counter", CounterPage);
