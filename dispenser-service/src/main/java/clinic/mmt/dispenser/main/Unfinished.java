package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.Answered;
import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.importing.Importing;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Persons of an import that a crash interrupted: erased, or kept when the journal has them. */
final class Unfinished {

  private static final Logger LOG = LoggerFactory.getLogger(Unfinished.class);

  private Unfinished() {}

  static void settle(House house) {
    Answered<Set<String>> answer =
        Service.wait(reply -> new Importing(house).settle(reply::complete));
    switch (answer) {
      case Answered.Yes<Set<String>>(Set<String> erased) ->
          erased.forEach(i -> LOG.warn("import {} was interrupted: nobody of it is kept", i));
      case Answered.No<Set<String>> no -> LOG.error("an import was not settled: {}", no.refusal());
      case Answered.Failed<Set<String>> f -> LOG.error("an import was not settled: {}", f.why());
    }
  }
}
