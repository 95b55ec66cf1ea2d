package clinic.mmt.dispenser.main.importing;

import clinic.mmt.dispenser.app.importing.Importing;
import java.util.List;

/** Whether a file that was looked at may be taken in: all of it, or nothing (R-129, H103). */
public sealed interface Taking {

  /** Lines of it can't be right. */
  record Faulty(List<Told> faults) implements Taking {

    /** Copies the list. */
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** So many lines are odd, and nobody has read exactly the page that tells of them. */
  record Unread(long outliers) implements Taking {}

  /** All of it may be taken in. */
  record Ready(Importing.File file) implements Taking {}
}
