// The counsellor's page: worklists of people to get in touch with, and what was tried.

import { html, nothing, type TemplateResult } from "lit";
import { StaffPage } from "../frame/staff-page.ts";
import type { Desk } from "../desk/desk.ts";
import type { Drawn } from "../desk/parts.ts";
import type { Language } from "../text/dose-text.ts";
import { FOLLOW, follow } from "../text/follow-words.ts";
import { afterCareView } from "./after-care.ts";
import { awayView, dropOutsView } from "./away.ts";
import { endingView, packsView } from "./lists.ts";

interface View {
  name: string;
  word: keyof typeof FOLLOW;
  draw: (desk: Desk) => Drawn;
  path: string;
  /** How many on it want somebody, out of what was answered. */
  // deno-lint-ignore no-explicit-any
  count: (body: any) => number;
}

const VIEWS: readonly View[] = [
  { name: "away", word: "vAway", draw: awayView, path: "/api/follow-up", count: (b) => b.followUp.length },
  {
    name: "ending",
    word: "vEnding",
    draw: endingView,
    path: "/api/prescriptions/ending",
    count: (b) => b.ending.length,
  },
  {
    name: "after-care",
    word: "vAfterCare",
    draw: afterCareView,
    path: "/api/after-care",
    count: (b) => b.afterCare.length,
  },
  {
    name: "drop-outs",
    word: "vDropOuts",
    draw: dropOutsView,
    path: "/api/drop-outs",
    count: (b) => b.dropOuts.length,
  },
  {
    name: "packs",
    word: "vPacks",
    draw: packsView,
    path: "/api/packs",
    count: (b) => b.open.length + b.orders.filter((p: { old?: boolean }) => p.old === true).length,
  },
];

/** `<mmt-follow-up>`. */
class FollowUpPage extends StaffPage {
  constructor() {
    super("follow-up");
  }

  override titled(l: Language): string {
    return follow("title", l);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.view = this.#asked();
    globalThis.addEventListener("hashchange", () => this.#go());
  }

  #asked(): string {
    const name = location.hash.replace("#/", "");
    return VIEWS.some((v) => v.name === name) ? name : "away";
  }

  async #go(): Promise<void> {
    this.desk.show(this.#asked());
    await this.updateComplete;
    this.querySelector<HTMLElement>("main h2")?.focus();
  }

  #link(v: View): TemplateResult {
    const read = this.desk.look(v.path);
    const n = read.state === "there" ? v.count(read.body) : 0;
    return html`<li><a href=${"#/" + v.name} aria-current=${
      v.name === this.desk.view ? "page" : nothing
    }>${follow(v.word, this.desk.language)}${n === 0 ? nothing : html` <b class="n">${n}</b>`}</a></li>`;
  }

  override inside(): TemplateResult {
    const l = this.desk.language;
    const view = VIEWS.find((v) => v.name === this.desk.view) ?? VIEWS[0];
    return html`<div class="pharmacy"><nav class="views" aria-label=${follow("views", l)}><ul>${
      VIEWS.map((v) => this.#link(v))
    }</ul></nav><main><div data-view=${view.name}><h2 tabindex="-1">${follow(view.word, l)}</h2>${
      view.draw(this.desk)
    }</div></main></div>`;
  }
}

customElements.define("mmt-follow-up", FollowUpPage);
