package clinic.mmt.dispenser.main.simulate;

import clinic.mmt.dispenser.app.day.StockCloses;
import clinic.mmt.dispenser.domain.day.DayFigures;
import clinic.mmt.dispenser.domain.day.FrozenDay;
import clinic.mmt.quantity.Volume;
import java.util.HashMap;
import java.util.Map;

/** The figures of a closed day as somebody reads them, for the judge. */
final class DayRead {

  private DayRead() {}

  /** In microlitres, by number of the close, batch and name. */
  static Map<String, Long> figures(StockCloses.Page page) {
    Map<String, Long> all = new HashMap<>();
    for (FrozenDay close : page.closes()) {
      close.figures().forEach(f -> put(all, close.number() + "/" + f.batch().value() + "/", f));
    }
    return all;
  }

  private static void put(Map<String, Long> all, String begin, DayFigures f) {
    Map.ofEntries(
            Map.entry("opening", f.opening()),
            Map.entry("received", f.received()),
            Map.entry("dispensed", f.dispensed()),
            Map.entry("replaced", f.replaced()),
            Map.entry("waste", f.waste()),
            Map.entry("sent", f.sent()),
            Map.entry("destroyed", f.destroyed()),
            Map.entry("loss", f.loss()),
            Map.entry("surplus", f.surplus()),
            Map.entry("unexplained", f.unexplained()),
            Map.entry("closing", f.closing()))
        .forEach((String name, Volume v) -> all.put(begin + name, v.microlitres()));
  }
}
