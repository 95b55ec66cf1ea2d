// A new patient: what a card says fills the form and proves nothing; the number of the card is kept as a
// keyed hash alone.

import { html, nothing } from "lit";
import { E } from "../text/enrol-words.ts";
import { put } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { without } from "../desk/fields.ts";
import { answered, type Drawn, field, form } from "../desk/parts.ts";
import { choosePerson } from "../desk/person.ts";

interface CardSays {
  familyName: string;
  givenName: string;
  birthYear: number;
  sex: string;
  number?: string;
  insuranceNumber?: string;
  oddities?: string[];
}

function fields(card: CardSays | undefined, desk: Desk): Drawn {
  const l = desk.language;
  return [
    field("family", E.family, l, { value: card?.familyName }),
    field("given", E.given, l, { value: card?.givenName }),
    field("year", E.birthYear, l, { value: card === undefined ? "" : String(card.birthYear), digits: true }),
    field("card", E.card, l),
  ];
}

/** The form. */
export function newPatient(desk: Desk): Drawn {
  const l = desk.language;
  const card = answered(desk, "citizen") as CardSays | undefined;
  const odd = card?.oddities ?? [];
  return html`<section class="panel"><h3>${put(E.newPatient, l)}</h3>${
    form(desk, "citizen", E.fill, field("text", E.scanCard, l), (sent) => ({
      form: "citizen",
      path: "/api/citizen-cards/read",
      body: { text: sent.text("text") },
      done: E.filled,
    }))
  }${
    odd.length === 0 ? nothing : html`<p class="notice medium">▲▲ ${put(E.odd, l)} ${odd.join(", ")}</p>`
  }<hr>${
    form(desk, "register", E.register, fields(card, desk), (sent) => {
      const person = {
        familyName: sent.text("family"),
        givenName: sent.text("given"),
        birthYear: sent.number("year", 0, 1900),
      };
      return {
        form: "register",
        path: "/api/patients",
        body: without({
          ...person,
          cards: [sent.text("card").toUpperCase()],
          sex: card?.sex.toUpperCase(),
          citizenNumber: card?.number,
          insuranceNumber: card?.insuranceNumber,
        }),
        done: E.registered,
        then: (body) => choosePerson(desk, { patient: body.patient, ...person }),
      };
    })
  }</section>`;
}
