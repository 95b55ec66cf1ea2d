// The administration's pages: a view for each job.

import { type Jobs, JobsPage } from "../desk/frame.ts";
import { sheetsView } from "../pharmacy/sheets.ts";
import { A } from "../text/admin-words.ts";
import { cardsView } from "./cards.ts";
import { E } from "../text/enrol-words.ts";
import { certificatesView } from "./certificates.ts";
import { devicesView } from "./devices.ts";
import { downtimesView } from "./downtimes.ts";
import { enrolView } from "./enrol.ts";
import { importsView } from "./imports.ts";
import { fingersView, quotasView } from "./lists.ts";
import { profileView } from "./profile.ts";
import { recordsView, urineView } from "./records.ts";
import { staffView } from "./staff.ts";

const GROUPS: Jobs["groups"] = [
  {
    word: A.gPeople,
    views: [
      { name: "staff", word: A.vStaff, draw: staffView },
      { name: "certificates", word: A.vCertificates, draw: certificatesView },
    ],
  },
  {
    word: A.gHouse,
    views: [
      { name: "downtimes", word: A.vDowntimes, draw: downtimesView },
      { name: "profile", word: A.vProfile, draw: profileView },
      { name: "devices", word: A.vDevices, draw: devicesView },
    ],
  },
  {
    word: A.gPatients,
    views: [
      { name: "enrol", word: E.vEnrol, draw: enrolView },
      { name: "cards", word: A.vCards, draw: cardsView },
      { name: "records", word: A.vRecords, draw: recordsView },
      { name: "urine", word: A.vUrine, draw: urineView },
      { name: "fingers", word: A.vFingers, draw: fingersView },
      { name: "imports", word: A.vImports, draw: importsView },
    ],
  },
  {
    word: A.gReports,
    views: [
      { name: "quotas", word: A.vQuotas, draw: quotasView },
      { name: "sheets", word: A.vSheets, draw: sheetsView },
    ],
  },
];

/** `<mmt-admin>`. */
class AdminPage extends JobsPage {
  override jobs(): Jobs {
    return {
      title: A.title,
      hint: A.hint,
      keys: A.keys,
      page: "admin",
      first: "staff",
      groups: GROUPS,
    };
  }
}

customElements.define("mmt-admin", AdminPage);
