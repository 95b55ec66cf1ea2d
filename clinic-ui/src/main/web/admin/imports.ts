// Imported lists: printed, lines struck off, signed by the digest of the paper (R-129).

import { html, nothing } from "lit";
import { mass } from "../text/dose-text.ts";
import { R } from "../text/register-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, field, form, paper, shown, table } from "../desk/parts.ts";
import { fullName, type Person } from "../desk/person.ts";

interface Taken {
  import: string;
  orders: number;
  signed: boolean;
}

interface Row extends Person {
  line: number;
  doseMicrograms: number;
  firstDay: string;
  lastDay: string;
  oddities: string[];
}

interface Listed {
  import: string;
  digest: string;
  rows: Row[];
}

function signing(list: Listed, desk: Desk): Drawn {
  const l = desk.language;
  const at = `/api/imports/${list.import}`;
  return html`<p class="hint">${put(R.signHint, l)}</p><p class="under">${put(R.digest, l)}: <code>${
    list.digest
  }</code></p>${
    form(
      desk,
      "sign-import",
      R.signList,
      html`<label class="tick full"><input type="checkbox" name="compared" value="yes" required> ${
        put(R.compared, l)
      }</label>`,
      () => ({
        form: "sign-import",
        path: at + "/sign",
        signAt: at + "/signature",
        body: { digest: list.digest },
        secondAs: "signature",
        done: R.listSigned,
      }),
    )
  }<h4>${put(R.strike, l)}</h4>${
    form(desk, "strike", R.strikeIt, [
      choice("patient", R.who, list.rows.map((r) =>
        [r.patient, `${r.line}. ${fullName(r, desk)}`] as const
      ), l),
      field("words", "reason", l),
    ], (sent) => ({
      form: "strike",
      path: "/api/imported/strike",
      body: { patient: sent.text("patient"), reason: sent.text("words") },
      done: R.struck,
    }))
  }`;
}

function rows(list: Listed, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(R.list, l)} ${list.import}</h3><p class="links">${
    paper(`/api/imports/${list.import}/page`, R.paper, l)
  }</p>${
    table(R.list, [R.line, R.who, R.dose, "since", R.until, R.odd], list.rows.map((r) => [
      r.line,
      html`<b>${fullName(r, desk)}</b>`,
      html`<b>${mass(r.doseMicrograms, l)}</b>`,
      day(r.firstDay, l),
      day(r.lastDay, l),
      r.oddities.join(", "),
    ]), l)
  }${desk.me?.roles.includes("PRESCRIBER") === true ? signing(list, desk) : nothing}</section>`;
}

/** The view. */
export function importsView(desk: Desk): Drawn {
  const l = desk.language;
  const chosen = desk.memory.get("import") ?? "";
  return shown<{ imports: Taken[] }>(desk.look("/api/imports"), l, ({ imports }) =>
    imports.length === 0 ? html`<p class="empty">${put(R.noImports, l)}</p>` : html`<section class="panel">${
      table(R.import, [R.import, R.orders, "state", ""], imports.map((i) => [
        html`<b>${i.import}</b>`,
        i.orders,
        put(i.signed ? R.signed : R.waits, l),
        i.signed ? nothing : html`<button class="small-act" @click=${() => desk.remember("import", i.import)}>${
          put(R.list, l)
        }</button>`,
      ]), l)
    }</section>${
      chosen === "" ? nothing : shown<Listed>(desk.look(`/api/imports/${chosen}`), l, (list) => rows(list, desk))
    }`);
}
