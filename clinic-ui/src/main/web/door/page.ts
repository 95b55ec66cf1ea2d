// The arrival desk: a number for whoever comes, what is asked at the door, the order, and who goes to
// the doctor first.

import { html, type TemplateResult } from "lit";
import { StaffPage } from "../frame/staff-page.ts";
import { door } from "../text/door-words.ts";
import type { Language } from "../text/dose-text.ts";
import { comingPanel, Last } from "./coming.ts";
import { listsPanel } from "./lists.ts";

/** `<mmt-door>`. */
class DoorPage extends StaffPage {
  #last = new Last();
  #there = false;

  constructor() {
    super("door");
  }

  override titled(l: Language): string {
    return door("title", l);
  }

  override inside(): TemplateResult {
    return html`<main class="desk pharmacy-like">${comingPanel(this.desk, this.#last)}<div>${
      listsPanel(this.desk)
    }</div></main>`;
  }

  /** A scanner types wherever the focus is: it is in its field from the beginning. */
  override updated(): void {
    const scan = this.querySelector<HTMLElement>("#scan");
    if (scan !== null && !this.#there) {
      scan.focus();
    }
    this.#there = scan !== null;
  }
}

customElements.define("mmt-door", DoorPage);
