// Certificates of staff: how long each holds, a new one, and the one extension by the head (R-131).

import { html } from "lit";
import { A } from "../text/admin-words.ts";
import { ROLES } from "../text/person-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, day, type Drawn, field, form, named, shown, table } from "../desk/parts.ts";
import { nameOf, staffOptions } from "../desk/staff.ts";

interface Certificate {
  staff: string;
  role: string;
  label: string;
  until: string;
  standing: string;
  daysLeft: number;
  extension?: { until: string; reason: string; head: string };
}

function left(c: Certificate, desk: Desk): Drawn {
  const text = `${c.daysLeft}\u00a0${put("days", desk.language)}`;
  return c.standing === "VALID"
    ? text
    : c.daysLeft < 0
    ? html`<span class="tag bad">▲▲ ${put("ended", desk.language)}</span>`
    : html`<span class="tag care">▲ ${text}</span>`;
}

function row(c: Certificate, desk: Desk): readonly unknown[] {
  const l = desk.language;
  return [
    html`<b>${nameOf(desk, c.staff)}</b>`,
    named(ROLES, c.role, l),
    c.label,
    day(c.until, l),
    left(c, desk),
    c.extension === undefined
      ? ""
      : html`${day(c.extension.until, l)} <span class="in-words">${c.extension.reason}</span>`,
  ];
}

function noting(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(A.noteCertificate, l)}</h3>${
    form(desk, "certificate", A.noteIt, [
      choice("staff", A.colleague, staffOptions(desk), l),
      choice("role", A.role, Object.entries(ROLES).map(([code, w]) => [code, put(w, l)] as const), l),
      field("label", A.number, l),
      field("until", A.untilDay, l),
    ], (sent) => ({
      form: "certificate",
      path: "/api/certificates",
      body: {
        staff: sent.text("staff"),
        role: sent.text("role"),
        label: sent.text("label"),
        until: sent.date("until"),
      },
      done: A.certificateNoted,
    }))
  }</section>`;
}

function extending(all: Certificate[], desk: Desk): Drawn {
  const l = desk.language;
  const open = all.filter((c) => c.extension === undefined);
  const options = open.map((c) =>
    [`${c.staff} ${c.role}`, `${nameOf(desk, c.staff)} – ${named(ROLES, c.role, l)} – ${c.label}`] as const
  );
  return html`<section class="panel"><h3>${put(A.extend, l)}</h3><p class="hint">${
    put(A.extendHint, l)
  }</p>${
    form(desk, "extension", A.extendIt, [
      choice("which", A.certificate, options, l),
      field("until", A.untilDay, l),
      field("words", "reason", l),
    ], (sent) => {
      const [staff, role] = sent.text("which").split(" ");
      return {
        form: "extension",
        path: "/api/certificates/extension",
        body: { staff, role, until: sent.date("until"), reason: sent.text("words") },
        done: A.extendedNow,
      };
    })
  }</section>`;
}

/** The view; who may not note them sees the own ones. */
export function certificatesView(desk: Desk): Drawn {
  const l = desk.language;
  const roles = desk.me?.roles ?? [];
  const head = roles.includes("HEAD");
  const notes = head || roles.includes("ADMINISTRATOR");
  return shown<{ certificates: Certificate[] }>(desk.look("/api/certificates"), l, ({ certificates }) =>
    html`<p class="hint">${put(A.certificatesHint, l)}</p><section class="panel">${
      certificates.length === 0 ? html`<p class="empty">${put(A.noCertificates, l)}</p>` : table(
        A.vCertificates,
        [A.colleague, A.role, A.number, A.until, A.daysLeft, A.extended],
        certificates.map((c) => row(c, desk)),
        l,
      )
    }</section>${notes ? noting(desk) : ""}${
      head && certificates.some((c) => c.extension === undefined) ? extending(certificates, desk) : ""
    }`);
}
