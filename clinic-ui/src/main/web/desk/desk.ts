// What the pages beside the counter know and do: login, what was read from the service, acts, the
// second signature. It holds no station and never signs in at a counter, so it locks none.

import type { Language } from "../text/dose-text.ts";
import type { Refusal } from "../text/refusals.ts";
import { type Answer, ask, GONE } from "../live/http.ts";
import { Live } from "../live/live.ts";
import { Notices } from "../live/notices.ts";
import type { AnyWord } from "../text/pharmacy-words.ts";
import { type Body, Malformed, Sent } from "./fields.ts";

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

/** Something read from the service. */
// deno-lint-ignore no-explicit-any
export type Read = { state: "loading" } | { state: "there"; body: any } | {
  state: "refused";
  status: number;
  refusal: Refusal;
};

/** An act that is asked of the service. */
export interface Act {
  /** Which form it comes from: what became of it is told there. */
  form: string;
  path: string;
  body?: Body;
  /** Where the second person signs; left out: at the path with `/signature`. */
  signAt?: string;
  /** What the second person signs, where it is not the body itself. */
  // deno-lint-ignore no-explicit-any
  signed?: (body: Body) => any;
  /** The name of the second person's token in the body; left out: `second`. */
  secondAs?: string;
  done: AnyWord;
  /** What was typed stays in the form. */
  keep?: boolean;
  // deno-lint-ignore no-explicit-any
  then?: (body: any) => void;
}

/** Nothing is asked of the service: what was typed stays in the form, or was taken out of it. */
export type Kept = "kept" | "taken";

/** What became of the last act of a form. */
export type Outcome =
  | { kind: "refused"; refusal: Refusal }
  | { kind: "malformed"; decimals: number; word?: AnyWord }
  // deno-lint-ignore no-explicit-any
  | { kind: "done"; word: AnyWord; body: any };


/** Refusals that a second signature lifts. */
export const WANTS_SECOND: ReadonlySet<string> = new Set(["second-signature-needed", "order-over-limits"]);
const IDLE_LOCK_MS = 10 * 60_000;
const OLD_MS = 20_000;
const FILE_MS = 60_000;

/** Something was written: what is shown is read again, but not with every dose of a morning. */
const WRITTEN_MS = 5000;

/** The state behind the pages. */
export class Desk {
  language: Language = localStorage.getItem("language") === "en" ? "en" : "vi";
  about: About | null = null;
  me: Me | null = null;
  locked = false;
  view = "stock";
  busy = false;
  /** The first refusal of a login. */
  refusal: Refusal | null = null;
  outcomes = new Map<string, Outcome>();
  signing: Act | null = null;
  /** Labels that were scanned for an act. */
  chosen: string[] = [];
  /** What a view remembers while it is shown. */
  memory = new Map<string, string>();
  readonly live: Live;
  readonly notices = new Notices(() => this.#changed());
  #reads = new Map<string, { at: number; read: Read; asking: boolean }>();
  #changed: () => void;
  #locks: boolean;
  #usedAt = performance.now();
  #entries = -1;
  #refreshedAt = -Infinity;
  #terminal: string;

  /** `terminal` names these pages in the sessions of the service; one that shows nothing of a person never locks. */
  constructor(changed: () => void, terminal: string, locks = true) {
    this.#changed = changed;
    this.#terminal = terminal;
    this.#locks = locks;
    this.live = new Live(() => changed());
  }

  /** Reads who is there. */
  async start(): Promise<void> {
    const about = await ask("GET", "/api/about");
    if (!about.ok) {
      setTimeout(() => this.start(), 1000);
      return;
    }
    this.about = about.body as About;
    const me = await ask("GET", "/api/me");
    if (me.ok) {
      this.me = me.body as Me;
      this.live.open();
    }
    this.#changed();
  }

  tick(now: number): void {
    if (this.#locks && this.me !== null && !this.locked && now - this.#usedAt > IDLE_LOCK_MS) {
      this.locked = true;
      this.#changed();
    }
    if (this.me !== null) {
      this.#follow(now, this.live.snapshot?.entries ?? 0);
    }
  }

  #follow(now: number, entries: number): void {
    this.notices.look(now, entries);
    if (entries !== this.#entries && now - this.#refreshedAt > WRITTEN_MS) {
      this.#entries = entries;
      this.#refreshedAt = now;
      this.refresh();
    }
  }

  used(): void {
    this.#usedAt = performance.now();
  }

  speak(language: Language): void {
    this.language = language;
    localStorage.setItem("language", language);
    this.#changed();
  }

  /** Another view; what was told in the last one goes. */
  show(view: string): void {
    this.view = view;
    this.signing = null;
    this.outcomes.clear();
    this.refresh();
    this.#changed();
  }

  remember(name: string, value: string): void {
    this.memory.set(name, value);
    this.#changed();
  }

  // ---- Login ----

  async logIn(credential: { login: string; password: string }): Promise<void> {
    this.used();
    const answer = await ask("POST", "/api/login", { ...credential, terminal: this.#terminal });
    this.refusal = answer.ok ? null : answer.refusal;
    if (answer.ok) {
      this.me = answer.body as Me;
      this.locked = false;
      this.live.close();
      this.live.open();
      this.notices.forget();
      this.purge();
    }
    this.#changed();
  }

  async logOut(): Promise<void> {
    await ask("POST", "/api/logout");
    this.live.close();
    this.me = null;
    this.locked = false;
    this.signing = null;
    this.outcomes.clear();
    this.chosen = [];
    this.memory.clear();
    this.notices.forget();
    this.purge();
  }

  // ---- Reading ----

  /** What the service says there; asked for where it is not known or old. */
  look(path: string, body?: Body): Read {
    const key = body === undefined ? path : path + JSON.stringify(body);
    const known = this.#reads.get(key);
    if (known === undefined || !known.asking && performance.now() - known.at > OLD_MS) {
      const entry = known ?? { at: 0, read: { state: "loading" } as Read, asking: true };
      entry.asking = true;
      this.#reads.set(key, entry);
      this.#ask(key, path, body);
    }
    return this.#reads.get(key)?.read ?? { state: "loading" };
  }

  async #ask(key: string, path: string, body?: Body): Promise<void> {
    const entry = this.#reads.get(key);
    const answer = await ask(body === undefined ? "GET" : "POST", path, body);
    // What was purged meanwhile is not brought back: a count may have begun.
    if (entry === undefined || this.#reads.get(key) !== entry) {
      return;
    }
    entry.at = performance.now();
    entry.asking = false;
    entry.read = answer.ok
      ? { state: "there", body: answer.body }
      : { state: "refused", status: answer.status, refusal: answer.refusal };
    this.#loggedOut(answer);
    this.#changed();
  }

  #loggedOut(answer: Answer): void {
    if (!answer.ok) {
      this.refusedBy(answer.refusal);
    }
  }

  /** A session that ended elsewhere ends here too: whoever comes logs in again. */
  refusedBy(refusal: Refusal): void {
    if (refusal.code === "log-in") {
      this.me = null;
      this.live.close();
      this.#reads.clear();
    }
  }

  /** What was read is asked for again, and shown until the answer comes. */
  refresh(): void {
    for (const entry of this.#reads.values()) {
      entry.at = -Infinity;
    }
  }

  /** What was read is forgotten: so no figure of the book outlives the beginning of a count. */
  purge(): void {
    this.#reads.clear();
    this.#changed();
  }

  // ---- Acts ----

  /** Reads a form and does what it says (or the page alone takes it); a malformed field is told beside it. */
  send(form: HTMLFormElement, name: string, act: (sent: Sent) => Act | Kept): void {
    this.used();
    form.querySelectorAll("[aria-invalid]").forEach((f) => f.removeAttribute("aria-invalid"));
    try {
      const asked = act(new Sent(new FormData(form)));
      if (asked === "kept" || asked === "taken") {
        if (asked === "taken") {
          form.reset();
        }
        return;
      }
      const then = (body: unknown) => {
        if (asked.keep !== true) {
          form.reset();
        }
        asked.then?.(body);
      };
      this.act({ ...asked, then });
    } catch (e) {
      if (!(e instanceof Malformed)) {
        throw e;
      }
      const field = form.elements.namedItem(e.field);
      if (field instanceof HTMLElement) {
        field.setAttribute("aria-invalid", "true");
        field.focus();
      }
      this.outcomes.set(name, { kind: "malformed", decimals: e.decimals, word: e.word });
      this.#changed();
    }
  }

  /** Fetches a file of a link; a refusal is told in the page and not in a tab of its own. */
  async download(e: Event, form: string, name: string): Promise<void> {
    e.preventDefault();
    this.used();
    const at = (e.currentTarget as HTMLAnchorElement).href;
    const answer = await fetch(at).catch(() => null);
    if (answer === null || !answer.ok) {
      const said = await answer?.json().catch(() => ({})) ?? {};
      this.outcomes.set(form, { kind: "refused", refusal: { ...GONE, ...said } });
    } else {
      this.outcomes.delete(form);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await answer.blob());
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), FILE_MS);
    }
    this.#changed();
  }

  /** Does an act; where a second person has to sign, the signature is asked for next. */
  async act(act: Act): Promise<void> {
    await this.#alone(() => this.#post(act, act.body));
  }

  async #post(act: Act, body: Body | undefined): Promise<void> {
    this.signing = null;
    const answer = await ask("POST", act.path, body);
    if (!answer.ok && WANTS_SECOND.has(answer.refusal.code)) {
      this.signing = act;
    }
    this.#told(act, answer);
  }

  #told(act: Act, answer: Answer): void {
    this.outcomes.set(
      act.form,
      answer.ok
        ? { kind: "done", word: act.done, body: answer.body }
        : { kind: "refused", refusal: answer.refusal },
    );
    this.#loggedOut(answer);
    if (answer.ok) {
      this.refresh();
      this.notices.again();
      act.then?.(answer.body);
    }
  }

  /** The second person signs exactly what was asked, and it is done. */
  async sign(credential: { login: string; password: string }): Promise<void> {
    const act = this.signing;
    if (act === null) {
      return;
    }
    await this.#alone(async () => {
      const signed = await ask("POST", act.signAt ?? act.path + "/signature", {
        ...(act.signed?.(act.body ?? {}) ?? act.body),
        ...credential,
        terminal: this.#terminal,
      });
      if (signed.ok) {
        await this.#post(act, { ...act.body, [act.secondAs ?? "second"]: signed.body.signature });
      } else {
        this.outcomes.set(act.form, { kind: "refused", refusal: signed.refusal });
      }
    });
  }

  /** The signature is put away, and nothing was done. */
  back(): void {
    if (this.signing !== null) {
      this.outcomes.delete(this.signing.form);
      this.signing = null;
      this.#changed();
    }
  }

  /** One act at a time: a second tap does nothing. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.busy) {
      return;
    }
    this.used();
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
