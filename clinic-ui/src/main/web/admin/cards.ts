// Cards of the clinic's own make: a new one, shown once and printed, and cards that are lost.

import { html, nothing } from "lit";
import { R } from "../text/register-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { answered, type Drawn, outcome, tap } from "../desk/parts.ts";
import { ofPerson } from "../desk/person.ts";

interface Card {
  payload: string;
  number: number;
  svg: string;
}

/** The code as a picture that the policy of the page allows. */
function picture(svg: string): string {
  return "data:image/svg+xml;base64," + btoa(svg);
}

/** No name is on a card: whoever finds it learns nothing. */
function made(card: Card, desk: Desk): Drawn {
  const l = desk.language;
  const name = `${put(R.card, l)} ${card.number}`;
  return html`<section class="panel print-these clinic-card"><img alt=${name} src=${
    picture(card.svg)
  }><p><b>${name}</b></p><p class="links"><button class="small-act" @click=${() =>
    print()}>${put(R.print, l)}</button></p></section>`;
}

/** The view. */
export function cardsView(desk: Desk): Drawn {
  const l = desk.language;
  return ofPerson(desk, (p) => {
    const card = answered(desk, "card") as Card | undefined;
    const body = { patient: p.patient };
    return html`<section class="panel"><h3>${put(R.makeCard, l)}</h3><p class="hint">${
      put(R.cardHint, l)
    }</p>${tap(desk, R.makeCard, () => ({ form: "card", path: "/api/cards", body, done: R.made }))}${
      outcome(desk, "card")
    }</section>${
      card?.svg === undefined ? nothing : made(card, desk)
    }<section class="panel"><h3>${put(R.lost, l)}</h3><p class="hint">${put(R.lostHint, l)}</p>${
      tap(desk, R.revoke, () => ({ form: "lost", path: "/api/cards/revoke", body, done: R.revoked }))
    }${outcome(desk, "lost")}</section>`;
  });
}
