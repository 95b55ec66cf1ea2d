// Second signatures that are owed: who was there signs, with own name and own password.

import { html, nothing } from "lit";
import { credentialForm } from "../counter/forms.ts";
import { put, putName } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { day, type Drawn, outcome } from "../desk/parts.ts";

interface Owed {
  act: string;
  kind: string;
  due: string;
}

function owed(o: Owed, desk: Desk): Drawn {
  const l = desk.language;
  const name = "owed-" + o.act;
  return html`<details class="panel" data-owed=${o.kind}><summary>${putName("owed" + o.kind, l)} · ${
    put("signBefore", l)
  } ${day(o.due, l)}</summary>${
    credentialForm(
      { title: "secondSigns", hint: "secondHint", go: "sign" },
      l,
      (c) =>
        desk.act({
          form: name,
          path: `/api/acts/${encodeURIComponent(o.act)}/signature`,
          body: { ...c, terminal: "pharmacy" },
          done: "noted",
        }),
    )
  }${outcome(desk, name)}</details>`;
}

/** Nothing where none is owed. */
export function owedSignatures(desk: Desk): Drawn {
  const read = desk.look("/api/acts/owed");
  return read.state === "there"
    ? (read.body.owed as Owed[]).map((o) => owed(o, desk))
    : nothing;
}
