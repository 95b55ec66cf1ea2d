// The administration's pages: a view for each job.

import { type Jobs, JobsPage } from "../desk/frame.ts";
import { sheetsView } from "../pharmacy/sheets.ts";
import { A } from "../text/admin-words.ts";
import { certificatesView } from "./certificates.ts";
import { devicesView } from "./devices.ts";
import { downtimesView } from "./downtimes.ts";
import { profileView } from "./profile.ts";
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
  { word: A.gReports, views: [{ name: "sheets", word: A.vSheets, draw: sheetsView }] },
];

/** `<mmt-admin>`. */
class AdminPage extends JobsPage {
  override jobs(): Jobs {
    return {
      title: A.title,
      hint: A.hint,
      keys: A.keys,
      path: "/admin",
      first: "staff",
      groups: GROUPS,
    };
  }
}

customElements.define("mmt-admin", AdminPage);
