package clinic.mmt.dispenser.app.pack;

import clinic.mmt.dispenser.domain.site.Pack;

/**
 * A pack that was written.
 *
 * @param pack as it is noted
 * @param count patients of an order pack, doses of a dose pack
 * @param file its text
 */
public record Written(Pack pack, int count, String file) {

  /** The name that the file is usually saved under; says nothing of a person. */
  public String name(String from) {
    String what =
        switch (pack.kind()) {
          case ORDERS -> "orders";
          case DOSES -> "doses";
        };
    return "%s-%s-%s-%d.mmtpack".formatted(what, from, pack.site().value(), pack.number());
  }

  @Override
  public String toString() {
    return "Written[" + pack.kind() + " " + pack.number() + "]";
  }
}
