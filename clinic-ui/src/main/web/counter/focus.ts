// Where the focus is: never lost. Who works by keys is always on something, and what that is follows
// from what is asked (rule 6 of the controls: it returns to the main button).

const FIELD = "input:not([type=hidden]), select";

/** The first field of the question that stands there, if one does. */
function asked(root: HTMLElement): HTMLElement | null {
  return root.querySelector<HTMLElement>(`.left form.ask :is(${FIELD})`) ??
    root.querySelector<HTMLElement>(`.door form.ask :is(${FIELD})`);
}

/** Back to the main button. */
export function toPrimary(root: HTMLElement): void {
  root.querySelector<HTMLElement>("#primary")?.focus({ preventScroll: true });
}

/** Keeps the focus over redraws. */
export class Focus {
  #question = "";

  /** After each redraw; `question` names what is asked, empty when nothing is. */
  keep(root: HTMLElement, question: string): void {
    const on = document.activeElement;
    const lost = on === null || on === document.body;
    const field = question === "" ? null : asked(root);
    const opened = field !== null && question !== this.#question;
    this.#question = field === null ? "" : question;
    if (opened) {
      field.focus({ preventScroll: true });
    } else if (lost) {
      toPrimary(root);
    }
  }
}

/** To the next or the one before of those who have not come; past the ends back to the main button. */
export function walkQueue(root: HTMLElement, by: 1 | -1): void {
  root.querySelector<HTMLDetailsElement>("details.more-queue:has(.arrived)")?.setAttribute("open", "");
  const rows = [...root.querySelectorAll<HTMLElement>(".left .arrived")];
  const at = rows.findIndex((r) => r === document.activeElement);
  const to = at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by;
  const row = rows[to];
  if (row === undefined) {
    toPrimary(root);
  } else {
    row.focus();
  }
}

/** Every act that may be chosen by its number, in the order in which they are numbered. */
export function acts(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(".middle .acts .act, .beside .acts .act")]
    .filter((a) => a.checkVisibility());
}

/** Opens what can still be told of the dose just ended. */
export function unfoldActs(root: HTMLElement): void {
  root.querySelector<HTMLDetailsElement>(".ended details")?.setAttribute("open", "");
}
