package clinic.mmt.dispenser.main;

import clinic.mmt.dispenser.app.House;
import clinic.mmt.dispenser.app.journal.Outcome;
import clinic.mmt.dispenser.app.service.PumpRecovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Service acts that a stopped process left: none is begun again, a person settles them. */
final class PumpsAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(PumpsAtStart.class);

  private PumpsAtStart() {}

  static void settle(House house) {
    Outcome<Integer> outcome = Service.wait(reply -> new PumpRecovery(house).run(reply::complete));
    if (!(outcome instanceof Outcome.Done<Integer> done)) {
      LOG.error("service acts of pumps were not settled: {}", outcome);
    } else if (done.answer() > 0) {
      LOG.warn(
          "{} service act(s) of unknown outcome; their pumps wait until settled", done.answer());
    }
  }
}
