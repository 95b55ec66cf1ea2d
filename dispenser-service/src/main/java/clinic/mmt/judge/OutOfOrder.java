package clinic.mmt.judge;

import java.util.HashSet;
import java.util.Set;

/** What must never be while something is out of order, by the entries alone. */
final class OutOfOrder {

  /** Without a scale a larger dose is looked at by a second person. */
  private static final long SECOND_LOOK_MICROGRAMS = 60_000;

  private final CupsJudged.Says says;
  private final Set<String> owed = new HashSet<>();

  /** A dose that no scale weighs and that a second person has to have looked at. */
  private String toBeSigned = "";

  OutOfOrder(CupsJudged.Says says) {
    this.says = says;
  }

  /** The next entry of any kind. */
  void take(String kind, Body open) {
    secondLook(kind, open);
    sheet(kind, open);
  }

  /** A dose was armed. */
  void armed(String dose, Body body) {
    if (body.intents().getLast().unweighed()
        && body.number("order.doseMicrograms") > SECOND_LOOK_MICROGRAMS) {
      toBeSigned = dose;
    }
  }

  /** The signature of a second look stands beside the tap. */
  private void secondLook(String kind, Body open) {
    boolean signed = kind.equals("act.signed") && open.text("kind").equals("SECOND_LOOK");
    if (!toBeSigned.isEmpty() && !signed) {
      says.violation(
          "second-look", toBeSigned, "a large dose without a scale, and nobody looked twice");
    }
    toBeSigned = "";
  }

  /** Nobody is dosed while a sheet of the whole clinic is owed. */
  private void sheet(String kind, Body open) {
    switch (kind) {
      case "downtime.noted" -> {
        String standing = open.text("standing");
        if (standing.equals("OWED") || standing.equals("PROPOSED")) {
          owed.add(open.text("downtime"));
        } else {
          owed.remove(open.text("downtime"));
        }
      }
      case "downtime.sheet" -> owed.remove(open.text("downtime"));
      case "dose.visit-opened" -> {
        if (!owed.isEmpty()) {
          says.violation(
              "sheet-owed", open.text("dose"), "a visit is opened while a sheet is owed");
        }
      }
      default -> {}
    }
  }
}
