// What the counter's page knows and does: login, commands, forms. The page itself only draws it.

import type { Language } from "../text/dose-text.ts";
import type { Refusal } from "../text/refusals.ts";
import { type Answer, ask } from "../live/http.ts";
import { Live, type Reply } from "../live/live.ts";
import { Notices } from "../live/notices.ts";
import { type Dose, MOVING, type Person, type Station } from "../live/station.ts";
import { Trace } from "./curve.ts";
import { type Act, commandId, type Form, SIGNABLE } from "./flow.ts";
import type { Credential, Fields } from "./forms.ts";
import type { Orders } from "./packs.ts";
import { StopGuard } from "./stop.ts";
import type { Queue } from "./waits.ts";
import { amounts } from "./witnesses.ts";
import type { Word } from "../text/words.ts";

/** Who is logged in. */
export interface Me {
  staff: string;
  displayName: string;
  roles: string[];
}

/** What the house is. */
export interface About {
  training: boolean;
  simulated: boolean;
  stations: string[];
}

/** A second person is asked to sign. */
export type Signing =
  | { kind: "identity"; fields: Fields }
  | { kind: "step"; visit: string; step: string; fields: Fields };

/** The dose that left the counter last, for what may still be told of it. */
export interface Ended {
  visit: string;
  phase: string;
  person: Person;
}

const IDLE_LOCK_MS = 5 * 60_000;
const QUEUE_MS = 10_000;
const ORDERS_MS = 60_000;
const AT_THE_COUNTER = ["DISPENSER", "PHARMACIST", "PRESCRIBER"];
const ENDS = new Set([
  "CONSUMED",
  "PARTLY_TAKEN",
  "SPILLED",
  "TAKEN_AWAY",
  "UNCERTAIN",
]);

/** A lock holds for all tabs of this browser. */
function isLocked(): boolean {
  return localStorage.getItem("locked") === "yes";
}

/** The state behind the page. */
export class Desk {
  language: Language = localStorage.getItem("language") === "en" ? "en" : "vi";
  about: About | null = null;
  me: Me | null = null;
  locked = isLocked();
  queue: Queue | null = null;
  orders: Orders[] = [];
  refusal: Refusal | null = null;
  busy = false;
  form: { which: Form; visit: string; step: string; title: Word } | null = null;
  formWrong = false;
  signing: Signing | null = null;
  ended: Ended | null = null;
  photo = { of: "", png: "" };
  readonly trace = new Trace();
  readonly guard = new StopGuard();
  readonly live: Live;
  readonly notices = new Notices(() => this.#changed());
  #changed: () => void;
  #usedAt = performance.now();
  #queueAt = -QUEUE_MS;
  #queueRev = "";
  #ordersAt = -ORDERS_MS;
  #whole = false;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.live = new Live(() => this.#heard());
  }

  /** Reads who is there and connects. */
  async start(): Promise<void> {
    const about = await ask("GET", "/api/about");
    if (!about.ok) {
      setTimeout(() => this.start(), 1000);
      return;
    }
    this.about = about.body as About;
    const me = await ask("GET", "/api/me");
    if (me.ok) {
      this.#loggedIn(me.body as Me);
    }
    this.#changed();
  }

  /** The station of this page. */
  get stationName(): string {
    const asked = new URLSearchParams(location.search).get("station");
    return asked ?? this.about?.stations[0] ?? "";
  }

  /** The station as last heard. */
  get station(): Station | null {
    return this.live.snapshot?.stations.find((s) => s.station === this.stationName) ?? null;
  }

  /** Whether liquid may be flowing. */
  get moving(): boolean {
    return MOVING.has(this.station?.dose?.phase ?? "");
  }

  /** Whether somebody's cup stands or is out here. */
  get cupOut(): boolean {
    const dose = this.station?.dose;
    return this.station?.watched !== undefined ||
      dose !== undefined && dose.phase !== "REVIEWING";
  }

  /** Each fifth of a second: what only time changes. */
  tick(now: number): void {
    this.locked = isLocked();
    if (this.me !== null && !this.locked && !this.moving && now - this.#usedAt > IDLE_LOCK_MS) {
      this.lock();
    }
    if (this.me !== null && !this.locked && now - this.#queueAt > QUEUE_MS) {
      this.#readQueue(now);
    }
    if (this.me !== null && now - this.#ordersAt > ORDERS_MS) {
      this.#readOrders(now);
    }
    if (this.me !== null) {
      this.notices.look(now, this.live.snapshot?.entries ?? 0);
    }
  }

  /** Somebody is there. */
  used(): void {
    this.#usedAt = performance.now();
  }

  speak(language: Language): void {
    this.language = language;
    localStorage.setItem("language", language);
    this.#changed();
  }

  #heard(): void {
    const station = this.station;
    const dose = station?.dose;
    if (station !== null && dose !== undefined && station.live !== undefined) {
      const a = amounts(station, dose);
      this.trace.add(dose.visit, {
        at: performance.now(),
        pumped: a.pumped,
        weighed: a.weighed ?? 0,
      });
    }
    if (this.live.loginEnded) {
      this.me = null;
    }
    this.#lookForPhoto(dose?.person ?? station?.candidate ?? station?.watched?.person);
    const rev = `${dose?.visit}${dose?.phase === "REVIEWING"}${station?.watched?.visit}`;
    if (rev !== this.#queueRev) {
      this.#queueRev = rev;
      this.#queueAt = -QUEUE_MS;
    }
    this.#changed();
  }

  async #lookForPhoto(person: Person | undefined): Promise<void> {
    const of = person?.hasPhoto === true ? person.portrait ?? "" : "";
    if (of === this.photo.of) {
      return;
    }
    this.photo = { of, png: "" };
    if (of !== "") {
      const answer = await ask("GET", `/api/stations/${this.stationName}/person`);
      this.photo = { of, png: answer.ok ? String(answer.body.photoPng ?? "") : "" };
      this.#changed();
    }
  }

  /** Whether everybody who has not come is wanted: somebody is looked for. */
  whole(wanted: boolean): void {
    if (wanted !== this.#whole) {
      this.#whole = wanted;
      this.#queueAt = -QUEUE_MS;
    }
  }

  async #readQueue(now: number): Promise<void> {
    this.#queueAt = now;
    const answer = await ask("GET", this.#whole ? "/api/queue/whole" : "/api/queue");
    if (answer.ok) {
      this.queue = answer.body as Queue;
      this.#changed();
    }
  }

  /** How old the orders of other sites are. */
  async #readOrders(now: number): Promise<void> {
    this.#ordersAt = now;
    const answer = await ask("GET", "/api/packs");
    if (answer.ok) {
      this.orders = answer.body.orders as Orders[];
      this.#changed();
    }
  }

  /** Somebody stands there who has no number yet. */
  async arrive(patient: string): Promise<void> {
    this.used();
    await this.#alone(async () => {
      this.#good(await ask("POST", "/api/arrivals", { patient }));
      this.#queueAt = -QUEUE_MS;
    });
  }

  // ---- Login and lock ----

  async logIn(credential: Credential): Promise<void> {
    this.used();
    const answer = await ask("POST", "/api/login", { ...credential, terminal: this.stationName });
    if (!this.#good(answer)) {
      return;
    }
    this.locked = false;
    localStorage.removeItem("locked");
    this.live.close();
    this.#loggedIn(answer.ok ? answer.body as Me : this.me as Me);
    await this.signIn();
  }

  #loggedIn(me: Me): void {
    this.me = me;
    this.#queueAt = -QUEUE_MS;
    this.live.open();
  }

  async signIn(): Promise<void> {
    if (this.me?.roles.some((r) => AT_THE_COUNTER.includes(r)) === true) {
      this.#good(await ask("POST", `/api/stations/${this.stationName}/sign-in`));
    }
  }

  lock(): void {
    this.locked = true;
    this.queue = null;
    this.ended = null;
    localStorage.setItem("locked", "yes");
    this.#changed();
  }

  /** Not while a cup is out: its patient stays on the screen until the dose has ended. */
  async logOut(): Promise<void> {
    if (this.cupOut) {
      return;
    }
    await ask("POST", "/api/logout");
    this.live.close();
    this.live.snapshot = null;
    this.me = null;
    this.queue = null;
    this.ended = null;
    this.notices.forget();
    this.#changed();
  }

  // ---- Acts ----

  /** STOP: never refused, never asks. */
  stop(): void {
    const now = performance.now();
    this.live.stop(this.stationName);
    this.guard.press(now, this.moving, this.live.stale(now));
    this.#changed();
  }

  async act(act: Act, title: Word): Promise<void> {
    this.used();
    this.refusal = null;
    switch (act.kind) {
      case "sign-in":
        await this.#alone(() => this.signIn());
        return;
      case "day":
        await this.#alone(async () => {
          this.#good(await ask("POST", "/api/day", { day: act.day }));
        });
        return;
      case "hold-day":
        await this.#alone(async () => {
          this.#good(await ask("POST", "/api/day/held", { day: act.day }));
        });
        return;
      case "cancel":
        await this.#post("cancel-identification");
        return;
      case "mode":
        await this.#post(act.enter ? "modes" : "modes/left", { mode: act.mode, reason: act.reason });
        return;
      case "identity":
        this.signing = { kind: "identity", fields: {} };
        this.#changed();
        return;
      case "same-person":
        await this.#alone(() => this.#resolve({}));
        return;
      case "form":
        this.form = { which: act.form, visit: act.visit, step: act.step, title };
        this.formWrong = false;
        this.#changed();
        return;
      case "step":
        await this.#alone(() => this.#step(act.visit, act.step, act.fields ?? {}));
    }
  }

  async #post(to: string, body?: Fields): Promise<void> {
    await this.#alone(async () => {
      this.#good(await ask("POST", `/api/stations/${this.stationName}/${to}`, body));
    });
  }

  /** A form was answered; null when its number is malformed. */
  async answered(fields: Fields | null): Promise<void> {
    const form = this.form;
    this.formWrong = fields === null;
    if (form === null || fields === null) {
      this.#changed();
      return;
    }
    this.form = null;
    await this.#alone(() =>
      form.which === "passed-over" ? this.#resolve(fields) : this.#step(form.visit, form.step, fields)
    );
  }

  /** Says who this is; where a second person has to, the signature is asked for next. */
  async #resolve(fields: Fields): Promise<void> {
    const to = `/api/stations/${this.stationName}/resolve-identity`;
    const answer = await ask("POST", to, fields);
    const second = !answer.ok && answer.refusal.code === "second-signature-needed";
    if (second && fields.second === undefined) {
      this.signing = { kind: "identity", fields };
      return;
    }
    this.#good(answer);
  }

  /** The second person signs, and the act is done. */
  async sign(credential: Credential): Promise<void> {
    const signing = this.signing;
    this.signing = null;
    this.refusal = null;
    if (signing === null) {
      return;
    }
    await this.#alone(async () => {
      const to = `/api/stations/${this.stationName}/`;
      const body = { ...credential, terminal: this.stationName };
      const answer = signing.kind === "identity"
        ? await ask("POST", to + "identity-signature", body)
        : await ask("POST", "/api/signatures", {
          ...body,
          ...signing.fields,
          visit: signing.visit,
          step: signing.step,
        });
      if (!this.#good(answer) || !answer.ok) {
        this.signing = signing;
        return;
      }
      const second = answer.body.signature;
      if (signing.kind === "identity") {
        await this.#resolve({ ...signing.fields, second });
      } else {
        await this.#step(signing.visit, signing.step, { ...signing.fields, second });
      }
    });
  }

  /** Puts a form or a signature away. */
  back(): void {
    this.form = null;
    this.signing = null;
    this.#changed();
  }

  async #step(visit: string, step: string, fields: Fields): Promise<void> {
    const dose = this.#doseOf(visit);
    const id = commandId(visit, step, this.station?.rev ?? 1);
    const reply = await this.live.command(id, step, fields);
    this.#replied(reply, visit, step, fields, dose);
  }

  #doseOf(visit: string): Dose | undefined {
    const station = this.station;
    return [station?.dose, station?.watched].find((d) => d?.visit === visit);
  }

  #replied(reply: Reply, visit: string, step: string, fields: Fields, dose: Dose | undefined) {
    switch (reply.status) {
      case 200:
        if (ENDS.has(reply.phase)) {
          const person = dose?.person ?? this.ended?.person ?? {};
          this.ended = { visit, phase: reply.phase, person };
        } else if (this.ended?.visit !== visit || reply.phase === "HANDED_OVER") {
          this.ended = null;
        }
        return;
      case 403:
      case 409:
      case 503:
        this.refusal = reply.refusal;
        if (reply.refusal.code === "second-signature-needed" && SIGNABLE.has(step)) {
          this.signing = { kind: "step", visit, step, fields };
        }
        return;
      case 0:
        this.refusal = { code: "not-sent", rule: "", text: "", liftedBy: "" };
    }
  }

  #good(answer: Answer): boolean {
    this.refusal = answer.ok ? null : answer.refusal;
    if (!answer.ok && answer.refusal.code === "log-in") {
      this.me = null;
    }
    this.#changed();
    return answer.ok;
  }

  /** One act at a time: a second tap waits for nothing and does nothing. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.#changed();
    try {
      await work();
    } finally {
      this.busy = false;
      this.#changed();
    }
  }
}
