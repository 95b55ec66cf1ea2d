package clinic.mmt.dispenser.app.identity;

import clinic.mmt.dispenser.app.device.EnrolReport;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.SearchReport;
import clinic.mmt.dispenser.app.device.StationDevices;
import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.app.people.StoredFinger;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A reader whose templates are the name of the finger on its glass; anything else is not asked. */
final class Glass {

  /** What lies on the glass each time it is looked at; the last stays. Empty is poor. */
  final Deque<String> fingers = new ArrayDeque<>();

  boolean broken;

  StationDevices devices() {
    return (StationDevices)
        Proxy.newProxyInstance(
            StationDevices.class.getClassLoader(),
            new Class<?>[] {StationDevices.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "enrol" -> this.<EnrolReport>reply(arguments[0]).accept(made());
                case "verify" ->
                    this.<FingerReport>reply(arguments[1]).accept(compared(stored(arguments[0])));
                case "search" ->
                    this.<SearchReport>reply(arguments[1]).accept(searched(stored(arguments[0])));
                default -> throw new AssertionError("asked: " + method.getName());
              }
              return null;
            });
  }

  @SuppressWarnings("unchecked")
  private <T> Consumer<T> reply(Object argument) {
    return (Consumer<T>) argument;
  }

  @SuppressWarnings("unchecked")
  private static List<StoredFinger> stored(Object argument) {
    return (List<StoredFinger>) argument;
  }

  private String next() {
    return fingers.size() > 1 ? fingers.removeFirst() : fingers.getFirst();
  }

  private EnrolReport made() {
    if (broken) {
      return new EnrolReport.Broken("no answer");
    }
    String finger = next();
    return finger.isEmpty()
        ? new EnrolReport.NotMade("POOR_IMAGE")
        : new EnrolReport.Made("glass 1", Bytes.utf8(finger));
  }

  private FingerReport compared(List<StoredFinger> some) {
    int at = at(some, next());
    return at < 0 ? new FingerReport.Mismatch(3, 3) : new FingerReport.Match(120, 1);
  }

  private SearchReport searched(List<StoredFinger> some) {
    String finger = next();
    if (finger.isEmpty()) {
      return new SearchReport.NoRead("poor image");
    }
    int at = at(some, finger);
    return at < 0 ? new SearchReport.LikeNone() : new SearchReport.Like(at, 120);
  }

  private static int at(List<StoredFinger> some, String finger) {
    return some.stream().map(s -> s.template().toText()).toList().indexOf(finger);
  }
}
