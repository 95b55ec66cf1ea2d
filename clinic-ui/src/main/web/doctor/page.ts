// The doctors' pages: what waits today, and one patient with everything that is decided about the dose.

import type { Desk } from "../desk/desk.ts";
import { type Jobs, JobsPage } from "../desk/frame.ts";
import { choosePerson } from "../desk/person.ts";
import { D } from "../text/doctor-words.ts";
import { approveView } from "../take-home/approve.ts";
import { T } from "../text/take-home-words.ts";
import { addedView } from "./added.ts";
import { elsewhereView } from "./elsewhere.ts";
import { episodesView } from "./episodes.ts";
import { holdsView } from "./holds.ts";
import { lettersView } from "./letters.ts";
import { patientView } from "./patient.ts";
import { prescribeView } from "./prescribe.ts";
import { endingView, queueView, watchedView } from "./today.ts";

const GROUPS: Jobs["groups"] = [
  {
    word: D.gToday,
    views: [
      { name: "queue", word: D.vQueue, draw: queueView },
      { name: "watched", word: D.vWatched, draw: watchedView },
      { name: "ending", word: D.vEnding, draw: endingView },
    ],
  },
  {
    word: D.gPatient,
    views: [
      { name: "patient", word: D.vPatient, draw: patientView },
      { name: "prescribe", word: D.vPrescribe, draw: prescribeView },
      { name: "holds", word: D.vHolds, draw: holdsView },
      { name: "added", word: D.vAdded, draw: addedView },
      { name: "elsewhere", word: D.vElsewhere, draw: elsewhereView },
      { name: "episodes", word: D.vEpisodes, draw: episodesView },
      { name: "letters", word: D.vLetters, draw: lettersView },
      { name: "take-home", word: T.view, draw: approveView },
    ],
  },
];

/** `/` looks for somebody else. */
function key(e: KeyboardEvent, desk: Desk, page: HTMLElement): boolean {
  const typing = e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
  if (e.key !== "/" || typing || desk.locked || desk.me === null) {
    return false;
  }
  choosePerson(desk, null);
  location.hash = "#/patient";
  setTimeout(() => page.querySelector<HTMLElement>("#find")?.focus());
  return true;
}

/** `<mmt-doctor>`. */
class DoctorPage extends JobsPage {
  override jobs(): Jobs {
    return {
      title: D.title,
      hint: D.hint,
      keys: D.keys,
      page: "doctor",
      first: "queue",
      groups: GROUPS,
      key,
    };
  }
}

customElements.define("mmt-doctor", DoctorPage);
