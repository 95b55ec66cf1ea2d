// Doses to take home, the bottles: filled by two, handed over, and what comes back (R-53 to R-56).

import { html, nothing } from "lit";
import type { Act, Desk } from "../desk/desk.ts";
import { type Body, type Sent, without } from "../desk/fields.ts";
import { choice, type Drawn, field, form, paper, spare, tick } from "../desk/parts.ts";
import { ofPerson, type Person } from "../desk/person.ts";
import { type Pair, put } from "../text/pharmacy-words.ts";
import { T } from "../text/take-home-words.ts";
import { asOption, ofTakeHome, type TakeHome, type TakenBottle } from "./record.ts";

function stationChoice(desk: Desk): Drawn {
  return choice("station", T.station, (desk.about?.stations ?? []).map((s) => [s, s] as const), desk.language);
}

/** An act that two sign at the route of all of them. */
function byTwo(name: string, path: string, as: string, done: Pair, body: Body, desk: Desk): Act {
  return {
    form: name,
    path,
    body,
    signAt: "/api/take-home/signature",
    signed: (what) => ({ [as]: what }),
    done,
    then: () => desk.purge(),
  };
}

function filling(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.fill, l)}</h3><p class="hint">${put(T.fillHint, l)}</p>${
    form(desk, "fill", T.fillIt, [
      field("day", T.forDay, l),
      stationChoice(desk),
      field("liquid", T.liquid, l, { unit: "g" }),
      tick("later", put(T.later, l)),
    ], (sent) =>
      byTwo("fill", "/api/take-home/bottles", "filling", T.filled, {
        patient: p.patient,
        day: sent.date("day"),
        later: sent.ticked("later"),
        station: sent.text("station"),
        liquidMicrograms: sent.weight("liquid"),
      }, desk))
  }</section>`;
}

/** As they were scanned, each as often as it was: the service wants exactly the filled ones. */
function scans(sent: Sent): string[] {
  return sent.text("scanned").split(/[\s,;]+/).filter((label) => label !== "");
}

function representative(sent: Sent, labels: string[]): Body | undefined {
  return sent.text("who") === "" ? undefined : without({
    who: sent.text("who"),
    form04: sent.text("form04"),
    confirmedBy: sent.text("confirmedBy"),
    form05: sent.text("form05"),
    tight: sent.ticked("tight") ? labels : [],
  });
}

function handingOver(p: Person, desk: Desk): Drawn {
  const l = desk.language;
  const forms = `/api/take-home/patients/${encodeURIComponent(p.patient)}`;
  return html`<section class="panel"><h3>${put(T.handOver, l)}</h3><p class="hint">${
    put(T.handOverHint, l)
  }</p>${
    form(desk, "hand-out", T.handItOver, [
      html`<label class="field full">${put(T.scanned, l)}<textarea name="scanned" rows="2"
        autocomplete="off" spellcheck="false" required></textarea></label>`,
      html`<p class="full"><b>${put(T.representative, l)}</b> ${paper(forms + "/form-04", T.print04, l)} ${
        paper(forms + "/form-05", T.print05, l)
      }</p>`,
      spare("who", T.who, l),
      spare("form04", T.form04, l),
      spare("confirmedBy", T.confirmedBy, l),
      spare("form05", T.form05, l),
      tick("tight", put(T.tight, l)),
    ], (sent) => {
      const labels = scans(sent);
      return {
        form: "hand-out",
        path: "/api/take-home/collections",
        body: without({
          patient: p.patient,
          scanned: labels,
          representative: representative(sent, labels),
        }),
        done: T.handedOver,
        then: () => desk.purge(),
      };
    })
  }</section>`;
}

function comingBack(out: TakenBottle[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.back, l)}</h3>${
    form(desk, "back", T.backIt, [
      choice("label", T.whichBottle, out.map((b) => asOption(b, desk)), l),
      choice("what", T.whatHappened, [["empties", put(T.empty, l)], ["losses", put(T.loss, l)]], l),
      spare("words", T.said, l),
    ], (sent) => ({
      form: "back",
      path: "/api/take-home/" + sent.text("what"),
      body: sent.text("what") === "empties"
        ? { label: sent.text("label") }
        : { label: sent.text("label"), words: sent.text("words") },
      done: T.backDone,
      then: () => desk.purge(),
    }))
  }</section>`;
}

function pouringAway(full: TakenBottle[], desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put(T.waste, l)}</h3><p class="hint">${put(T.wasteHint, l)}</p>${
    form(desk, "pour-away", T.wasteIt, [
      choice("label", T.whichBottle, full.map((b) => asOption(b, desk)), l),
      stationChoice(desk),
      field("liquid", T.liquid, l, { unit: "g" }),
      field("words", "reason", l),
    ], (sent) =>
      byTwo("pour-away", "/api/take-home/waste", "waste", T.wasted, {
        label: sent.text("label"),
        station: sent.text("station"),
        liquidMicrograms: sent.weight("liquid"),
        words: sent.text("words"),
      }, desk))
  }</section>`;
}

function acts(p: Person, all: TakeHome, desk: Desk): Drawn {
  const out = all.bottles.filter((b) => b.state === "HANDED_OVER");
  const here = all.bottles.filter((b) => b.state === "FILLED");
  const full = [...here, ...out];
  return html`${filling(p, desk)}${here.length === 0 ? nothing : handingOver(p, desk)}${
    out.length === 0 ? nothing : comingBack(out, desk)
  }${full.length === 0 ? nothing : pouringAway(full, desk)}`;
}

/** The view. */
export function bottlesView(desk: Desk): Drawn {
  return ofPerson(desk, (p) => ofTakeHome(desk, p.patient, (all) => acts(p, all, desk)));
}
