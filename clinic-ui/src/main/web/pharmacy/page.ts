// The pharmacist's pages: a view for each job.

import type { Desk } from "../desk/desk.ts";
import { type Jobs, JobsPage } from "../desk/frame.ts";
import { bottlesView } from "../take-home/bottles.ts";
import { T } from "../text/take-home-words.ts";
import { actsView } from "./acts.ts";
import { closeView } from "./close.ts";
import { correctionsView } from "./corrections.ts";
import { countView } from "./count.ts";
import { handOverView, openingView } from "./day.ts";
import { differencesView } from "./differences.ts";
import { forecastView } from "./forecast.ts";
import { lookBackView } from "./look-back.ts";
import { noticesView } from "./notices.ts";
import { destructionView, shipmentsView } from "./outgoing.ts";
import { receiptView } from "./receipt.ts";
import { serviceView } from "./service.ts";
import { sheetsView } from "./sheets.ts";
import { stockView } from "./stock.ts";

/** The views in their groups, in the order of a day. */
const GROUPS: Jobs["groups"] = [
  {
    word: "gToday",
    views: [
      { name: "notices", word: "vNotices", draw: noticesView },
      { name: "opening", word: "vOpening", draw: openingView },
      { name: "hand-over", word: "vHandOver", draw: handOverView },
      { name: "count", word: "vCount", draw: countView },
      { name: "close", word: "vClose", draw: closeView },
      { name: "differences", word: "vDifferences", draw: differencesView },
      { name: "corrections", word: "vCorrections", draw: correctionsView },
    ],
  },
  {
    word: "gStock",
    views: [
      { name: "stock", word: "vStock", draw: stockView },
      { name: "receipt", word: "vReceipt", draw: receiptView },
      { name: "acts", word: "vActs", draw: actsView },
      { name: "shipments", word: "vShipments", draw: shipmentsView },
      { name: "destruction", word: "vDestruction", draw: destructionView },
      { name: "look-back", word: "vLookBack", draw: lookBackView },
      { name: "forecast", word: "vForecast", draw: forecastView },
      { name: "take-home", word: T.view, draw: bottlesView },
    ],
  },
  { word: "gPump", views: [{ name: "service", word: "vService", draw: serviceView }] },
  { word: "gReports", views: [{ name: "sheets", word: "vSheets", draw: sheetsView }] },
];

/** Esc stops the pump on its page; `/` goes to the scan field. */
function key(e: KeyboardEvent, desk: Desk, page: HTMLElement): boolean {
  const typing = e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
  if (e.key === "Escape" && desk.view === "service") {
    page.querySelector<HTMLElement>("#stop")?.click();
    return true;
  }
  if (e.key === "/" && !typing && !desk.locked) {
    location.hash = "#/acts";
    page.querySelector<HTMLElement>("#scan")?.focus();
    return true;
  }
  return false;
}

/** `<mmt-pharmacy>`. */
class PharmacyPage extends JobsPage {
  override jobs(): Jobs {
    return {
      title: "title",
      hint: "pharmacyHint",
      keys: "keys",
      page: "pharmacy",
      first: "stock",
      groups: GROUPS,
      key,
    };
  }
}

customElements.define("mmt-pharmacy", PharmacyPage);
