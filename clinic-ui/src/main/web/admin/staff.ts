// Who works here: the list, a new colleague, other functions, the end.

import { html } from "lit";
import { A } from "../text/admin-words.ts";
import { ROLES } from "../text/person-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { choice, type Drawn, field, form, list, table, tick } from "../desk/parts.ts";
import { type Colleague, functions } from "../desk/staff.ts";

const CODES = Object.keys(ROLES) as (keyof typeof ROLES)[];

function ticks(desk: Desk): Drawn {
  const l = desk.language;
  return html`<fieldset class="line-fields full"><legend>${put(A.functions, l)}</legend>${
    CODES.map((role) => tick("roles", put(ROLES[role], l), role))
  }</fieldset>`;
}

function row(c: Colleague, desk: Desk): readonly unknown[] {
  const l = desk.language;
  return [
    html`<b>${c.displayName}</b>`,
    c.roles.length === 0
      ? html`<span class="tag plain">${put(A.worksNoMore, l)}</span>`
      : functions(c.roles, desk),
    c.login ?? "",
  ];
}

function forms(all: Colleague[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(A.newColleague, l)}</h3><p class="hint">${
    put(A.newHint, l)
  }</p>${
    form(desk, "colleague", A.addColleague, [
      field("displayName", A.displayName, l),
      field("login", A.login, l),
      field("password", A.password, l, { type: "password" }),
      ticks(desk),
    ], (sent) => ({
      form: "colleague",
      path: "/api/staff",
      body: {
        displayName: sent.text("displayName"),
        login: sent.text("login"),
        password: sent.text("password"),
        roles: sent.all("roles"),
      },
      done: A.added,
    }))
  }</section><section class="panel"><h3>${put(A.changeFunctions, l)}</h3><p class="hint">${
    put(A.changeHint, l)
  }</p>${
    form(desk, "functions", A.change, [
      choice("staff", A.colleague, all.map((c) => [c.staff, c.displayName] as const), l),
      ticks(desk),
    ], (sent) => ({
      form: "functions",
      path: "/api/staff/functions",
      body: { staff: sent.text("staff"), roles: sent.all("roles") },
      done: A.changed,
    }))
  }</section>`;
}

/** The view. */
export function staffView(desk: Desk): Drawn {
  const l = desk.language;
  const admin = desk.me?.roles.includes("ADMINISTRATOR") === true;
  return list<Colleague>(desk.look("/api/staff"), l, A.noStaff, (all) =>
    html`<section class="panel">${
      table(A.colleague, [A.colleague, A.functions, admin ? A.login : ""], all.map((c) => row(c, desk)), l)
    }</section>${admin ? forms(all, desk) : html`<p class="hint">${put(ADMIN_ONLY, l)}</p>`}`);
}

const ADMIN_ONLY = [
  "Chỉ quản trị thêm và đổi nhân viên.",
  "Only an administrator adds and changes colleagues.",
] as const;
