// A delivery: papers, lines by batch, what was abnormal; then a label for every container.

import { html, nothing } from "lit";
import { strength, volume } from "../text/dose-text.ts";
import { put, putName } from "../text/pharmacy-words.ts";
import type { Desk } from "../desk/desk.ts";
import { deliveryBody } from "./bodies.ts";
import { without } from "../desk/fields.ts";
import type { Bottle } from "./moves.ts";
import { answered, choice, day, type Drawn, field, form, list, spare, tick } from "../desk/parts.ts";

interface Product {
  product: string;
  brand: string;
  microgramsPerMillilitre: number;
  containerMicrolitres: number;
}

interface Taken {
  receipt: string;
  day: string;
  ours: string;
  supplier: string;
  causes: string[];
}

const CAUSES = [
  "BROKEN",
  "LEAKING",
  "SEAL_BROKEN",
  "WRONG_COLOUR",
  "SHORT_COUNT",
  "WRONG_TEMPERATURE",
  "OTHER",
];
const LINES_MOST = 20;

function lineFields(products: Product[], n: number, desk: Desk): Drawn {
  const l = desk.language;
  const names = products.map((p) =>
    [
      p.product,
      `${p.brand} ${strength(p.microgramsPerMillilitre, l)} · ${
        volume(p.containerMicrolitres, l)
      }`,
    ] as const
  );
  return html`<fieldset class="line-fields"><legend>${put("line", l)} ${n + 1}</legend>
    <div class="fields">${[
    field("batch" + n, "batch", l),
    choice("product" + n, "product", names, l),
    field("expiry" + n, "expiryDay", l, { digits: true }),
    spare("density" + n, "density", l, { unit: "g/mL" }),
    field("onPaper" + n, "onPaper", l, { digits: true }),
    field("containers" + n, "cameContainers", l, { digits: true }),
  ]}</div></fieldset>`;
}

function delivery(products: Product[], desk: Desk): Drawn {
  const l = desk.language;
  const lines = Number(desk.memory.get("lines") ?? "1");
  const set = (to: number) => desk.remember("lines", String(to));
  return form(
    desk,
    "receipt",
    "receive",
    html`${field("ours", "oursPaper", l)}${field("supplier", "supplierPaper", l)}${
      field("authority", "authorityPaper", l)
    }${field("deliverer", "deliverer", l)}
    ${Array.from({ length: lines }, (_, n) => lineFields(products, n, desk))}
    <p class="more"><button type="button" class="small-act" @click=${() =>
      set(Math.min(LINES_MOST, lines + 1))}>${put("moreLine", l)}</button>${
      lines === 1 ? nothing : html` <button type="button" class="small-act" @click=${() =>
        set(lines - 1)}>${put("lessLine", l)}</button>`
    }</p>
    <fieldset class="fractions"><legend>${put("abnormal", l)}</legend>${
      CAUSES.map((c) => tick("causes", putName("cause" + c, l), c))
    }</fieldset>${spare("words", "inWords", l)}`,
    (sent) => ({
      form: "receipt",
      path: "/api/stock/receipts",
      body: deliveryBody(sent, lines),
      done: "takenIn",
      then: (body) => desk.remember("labelsOf", body.receipt),
    }),
  );
}

function product(desk: Desk, first: boolean): Drawn {
  const l = desk.language;
  return html`<details class="panel" ?open=${
    first || desk.outcomes.has("product")
  }><summary>${put("newProduct", l)}</summary>${
    form(
      desk,
      "product",
      "noteIt",
      [
        field("product", "productCode", l),
        field("brand", "brand", l),
        field("strength", "strength", l, { digits: true }),
        field("container", "container", l, { unit: "mL" }),
        field("empty", "emptyContainer", l, { unit: "g" }),
        field("colour", "colour", l),
        spare("inUse", "inUseDays", l, { digits: true }),
      ],
      (sent) => ({
        form: "product",
        path: "/api/stock/products",
        body: without({
          product: sent.text("product"),
          brand: sent.text("brand"),
          microgramsPerMillilitre: sent.number("strength", 3, 1),
          containerMicrolitres: sent.volume("container"),
          emptyMicrograms: sent.weight("empty"),
          colour: sent.text("colour"),
          inUseDays: sent.maybe("inUse", 0),
        }),
        done: "noted",
      }),
    )
  }</details>`;
}

/** The labels of a delivery, to be printed and stuck on at once. */
function labels(desk: Desk): Drawn {
  const l = desk.language;
  const made: string[] = answered(desk, "receipt")?.bottles ?? [];
  const of = desk.memory.get("labelsOf");
  const read = desk.look("/api/stock/bottles");
  const found: Bottle[] = read.state === "there" ? read.body.found : [];
  const all = made.length > 0
    ? made
    : found.filter((b) => b.receipt === of).map((b) => b.bottle);
  if (of === undefined || all.length === 0) {
    return nothing;
  }
  const at = (label: string, as: string) =>
    `/api/stock/bottles/${encodeURIComponent(label)}/label/${as}`;
  return html`<section class="panel print-these" id="labels"><h3>${put("labels", l)}: ${
    all.length
  }</h3>
    <p class="ask-buttons"><button class="act strong" @click=${() => globalThis.print()}>${
    put("printLabels", l)
  }</button></p><ul class="labels">${
    all.map((label) =>
      html`<li><img src=${at(label, "png")} alt=${`${put("labelOf", l)} ${label}`} width="280"
        height="168"><p><b>${label}</b> <a href=${at(label, "zpl")} download aria-label=${
        `ZPL ${label}`
      }>ZPL</a> <a href=${at(label, "escpos")} download aria-label=${
        `ESC/POS ${label}`
      }>ESC/POS</a></p></li>`
    )
  }</ul></section>`;
}

function earlier(desk: Desk): Drawn {
  const l = desk.language;
  return html`<section class="panel"><h3>${put("receipts", l)}</h3>${
    list<Taken>(desk.look("/api/stock/receipts"), l, "noReceipts", (all) =>
      html`<ul class="plain-list">${
        all.map((r) =>
          html`<li>${day(r.day, l)} · <b>${r.ours}</b> · ${r.supplier}${
            r.causes.length === 0 ? nothing : html` <span class="tag care">${
              r.causes.map((c) => putName("cause" + c, l)).join(", ")
            }</span>`
          } <button class="small-act" aria-label=${`${put("labels", l)} ${r.ours}`} @click=${() =>
            desk.remember("labelsOf", r.receipt)}>${put("labels", l)}</button></li>`
        )
      }</ul>`)
  }</section>`;
}

/** The view. */
export function receiptView(desk: Desk): Drawn {
  const read = desk.look("/api/stock/products");
  const none = read.state === "there" && read.body.found.length === 0;
  return html`${labels(desk)}<section class="panel"><h3>${put("delivery", desk.language)}</h3>
    <p class="hint">${put("deliveryHint", desk.language)}</p>${
    list<Product>(read, desk.language, "noProducts", (products) => delivery(products, desk))
  }</section>${product(desk, none)}${earlier(desk)}`;
}
