package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.journal.Entry;
import clinic.mmt.dispenser.main.simulate.device.Truth;
import clinic.mmt.judge.Judge;
import clinic.mmt.judge.Row;

/** What the judge is told: entries as stored, and what the pumps really do. */
final class Ears implements Truth {

  private final Judge judge;

  Ears(Judge judge) {
    this.judge = judge;
  }

  void entry(Entry e) {
    judge.row(
        new Row(
            e.sequence(),
            e.at().toEpochMilli(),
            e.kind(),
            e.kindVersion(),
            e.actor(),
            e.publicBody().toArray(),
            e.privateBody().toArray(),
            e.salt().toArray(),
            e.privateHash().toArray(),
            e.hash().toArray()));
  }

  @Override
  public void started(String dose, String intent, long microlitres) {
    judge.started(dose, intent, microlitres);
  }

  @Override
  public void flowed(String dose, long counted, long nanolitres, boolean intoCup) {
    judge.flowed(dose, counted, nanolitres, intoCup);
  }
}
