// The rule values in force: read, printed, signed by a doctor and the head, and replaced (R-90, R-130).

import { html, nothing } from "lit";
import { A } from "../text/admin-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, facts, field, form, paper, shown, table } from "../desk/parts.ts";
import { nameOf } from "../desk/staff.ts";

interface Signers {
  doctor: string;
  head: string;
  day: string;
}

interface Value {
  key: string;
  name: string;
  vietnamese: string;
  rule: string;
  text: string;
  source: string;
  confirmed: boolean;
  unsigned: boolean;
  signed?: Signers;
}

interface Change {
  key: string;
  before: string;
  after: string;
  from: string;
  reason: string;
  signed: Signers;
}

interface Profile {
  profile: string;
  version: string;
  day: string;
  draft: boolean;
  unsigned: number;
  values: Value[];
  changes: Change[];
}

function name(v: Value, desk: Desk): string {
  return desk.language === "vi" ? v.vietnamese : v.name;
}

function by(s: Signers, desk: Desk): string {
  return `${nameOf(desk, s.doctor)}, ${nameOf(desk, s.head)} · ${day(s.day, desk.language)}`;
}

function signed(v: Value, desk: Desk): Drawn {
  const l = desk.language;
  if (v.signed !== undefined) {
    return by(v.signed, desk);
  }
  return v.unsigned ? html`<span class="tag care">▲ ${put(A.notSigned, l)}</span>` : put(A.confirmed, l);
}

function signing(p: Profile, desk: Desk): Drawn {
  const l = desk.language;
  const open = p.values.filter((v) => v.unsigned);
  return html`<section class="panel"><h3>${put(A.signValues, l)}</h3><p class="hint">${
    put(A.signHint, l)
  }</p>${
    form(desk, "sign-values", A.signThem, [
      choice("which", A.which, [
        ["*", `${put(A.allUnsigned, l)} (${open.length})`] as const,
        ...open.map((v) => [v.key, name(v, desk)] as const),
      ], l, { chosen: "*" }),
    ], (sent) => ({
      form: "sign-values",
      path: "/api/profile/signed",
      body: {
        values: open.filter((v) => sent.text("which") === "*" || v.key === sent.text("which"))
          .map((v) => ({ key: v.key, text: v.text })),
      },
      secondAs: "signature",
      done: A.valuesSigned,
    }))
  }</section>`;
}

function replacing(p: Profile, desk: Desk): Drawn {
  const l = desk.language;
  const key = desk.memory.get("key") ?? "";
  const value = p.values.find((v) => v.key === key);
  return html`<section class="panel"><h3>${put(A.replace, l)}</h3>${
    form(desk, "replace", A.replaceIt, [
      choice("key", A.value, p.values.map((v) => [v.key, name(v, desk)] as const), l, {
        change: (one) => desk.remember("key", one),
      }),
      value === undefined ? nothing : html`<p class="full hint">${put(A.before, l)}: <b>${value.text}</b></p>`,
      field("text", A.newText, l),
      field("from", A.fromDay, l, { value: day(p.day, l) }),
      field("words", "reason", l),
    ], (sent) => ({
      form: "replace",
      path: "/api/profile/changes",
      body: {
        key: sent.text("key"),
        text: sent.text("text"),
        from: sent.date("from"),
        reason: sent.text("words"),
      },
      secondAs: "signature",
      done: A.replaced,
    }))
  }</section>`;
}

function changes(p: Profile, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(A.changes, l)}</h3>${
    p.changes.length === 0 ? html`<p class="empty">${put(A.noChanges, l)}</p>` : table(
      A.changes,
      [A.value, A.before, A.after, "since", "why", A.signedBy],
      p.changes.map((c) => {
        const value = p.values.find((v) => v.key === c.key);
        return [
          value === undefined ? c.key : name(value, desk),
          c.before,
          html`<b>${c.after}</b>`,
          day(c.from, l),
          c.reason,
          by(c.signed, desk),
        ];
      }),
      l,
    )
  }</section>`;
}

/** The view. */
export function profileView(desk: Desk): Drawn {
  const l = desk.language;
  const roles = desk.me?.roles ?? [];
  const signs = roles.includes("HEAD") || roles.includes("PRESCRIBER");
  return shown<Profile>(desk.look("/api/profile"), l, (p) =>
    html`<section class="panel"><h3>${put(A.profile, l)} ${p.profile}</h3>${
      p.draft
        ? html`<p class="notice medium">▲▲ ${put(A.draft, l)}: ${p.unsigned}</p>`
        : html`<p class="done">✓ ${put(A.signedAll, l)}</p>`
    }${facts([[A.version, p.version], ["day", day(p.day, l)]], l)}<p class="links">${
      paper("/api/profile/list", A.toRead, l)
    }</p></section>${signs && p.unsigned > 0 ? signing(p, desk) : nothing}${
      signs ? replacing(p, desk) : nothing
    }${changes(p, desk)}<details class="panel" id="values"><summary>${put(A.allValues, l)} (${
      p.values.length
    })</summary>${
      table(A.vProfile, [A.value, A.text, A.rule, A.signedBy, A.source], p.values.map((v) => [
        html`<span class="in-words">${name(v, desk)}</span>`,
        html`<b class="in-words">${v.text}</b>`,
        v.rule,
        signed(v, desk),
        html`<span class="in-words">${v.source}</span>`,
      ]), l)
    }</details>`);
}
