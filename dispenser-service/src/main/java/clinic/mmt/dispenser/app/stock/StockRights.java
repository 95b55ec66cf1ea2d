package clinic.mmt.dispenser.app.stock;

import clinic.mmt.dispenser.app.journal.Refusal;
import clinic.mmt.dispenser.app.staff.Session;
import clinic.mmt.dispenser.domain.bottle.BottleAct;
import clinic.mmt.dispenser.domain.day.DayNo;
import clinic.mmt.dispenser.domain.staff.Role;
import java.util.Optional;
import java.util.Set;

/** Which functions may do what with the stock, and how a refusal is told. */
public final class StockRights {

  static final Set<Role> NOTE_PRODUCT = Set.of(Role.PHARMACIST);
  static final Set<Role> RECEIVE = Set.of(Role.PHARMACIST, Role.STORE_KEEPER);

  /** A deliverer's name is among them. */
  static final Set<Role> READ_RECEIPTS = Set.of(Role.PHARMACIST, Role.STORE_KEEPER, Role.HEAD);

  private static final Set<Role> CABINET =
      Set.of(Role.PHARMACIST, Role.STORE_KEEPER, Role.DISPENSER);
  private static final Set<Role> COUNTER = Set.of(Role.PHARMACIST, Role.DISPENSER);
  private static final Set<Role> WRITE_OFF = Set.of(Role.PHARMACIST, Role.HEAD);
  private static final Set<Role> ANYBODY = Set.of(Role.values());

  private StockRights() {}

  static Set<Role> of(BottleAct act) {
    return switch (act) {
      case ISSUE, PUT_BACK, SEND, ARRIVE, MISS, FIND -> RECEIVE;
      case OPEN, COUNT, QUARANTINE, RELEASE, SEND_BACK -> CABINET;
      case MOUNT, UNMOUNT, POOL, EMPTY -> COUNTER;
      case BREAK -> ANYBODY;
      case SETTLE, DESTROY -> WRITE_OFF;
    };
  }

  /** Why not; empty when one of the functions is held. */
  public static Optional<Refusal> against(Session by, Set<Role> any) {
    return by.roles().stream().anyMatch(any::contains)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "not-your-function",
                "",
                "Your functions do not include this.",
                "one of " + any.stream().map(Role::name).sorted().toList()));
  }

  /** The book is not shown while people count. */
  static Refusal counting() {
    return Refusal.of(DayNo.COUNTING);
  }
}
