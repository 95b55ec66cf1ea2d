// The ways from one page of staff to the others.

import { html, type TemplateResult } from "lit";
import type { Language } from "../text/dose-text.ts";
import { frame } from "../text/frame-words.ts";

const PAGES = ["counter", "door", "doctor", "follow-up", "pharmacy", "monitor", "admin"] as const;

/** The name of a page, which is its address too. */
export type PageName = typeof PAGES[number];

/** Links to all of them but the one where we are. */
export function ways(here: PageName, l: Language): TemplateResult {
  return html`<nav class="stations" aria-label=${frame("pages", l)}>${
    PAGES.filter((p) => p !== here).map((p) =>
      html`<a href=${p === "counter" ? "/" : "/" + p}>${frame(p, l)}</a>`
    )
  }</nav>`;
}
