package clinic.mmt.device;

import clinic.mmt.quantity.Volume;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last guard before liquid moves: adds up what all start commands of a dose asked for,
 * refuses what would pass the cap of its first permit, and lets an intent start once only.
 *
 * <p>Not thread-safe: each pump has one, used by the owner of its port.
 */
public final class CommandedCap {

  /** Doses remembered; the oldest is forgotten when one more comes. */
  static final int DOSES_MAX = 4096;

  /** Intents of one dose; a dose that needs more is refused. */
  static final int INTENTS_MAX = 64;

  /** The coarsest step of a pump's dispensed counter. */
  private static final Volume ONE_COUNT = Volume.ofMicrolitres(10);

  private final Map<String, Account> accounts = new LinkedHashMap<>();

  /**
   * The started intents of all accounts, so that asking costs the same on the last dose of a day.
   */
  private final Set<String> started = new HashSet<>();

  private Optional<Armed> armed = Optional.empty();
  private Optional<Armed> running = Optional.empty();

  /** What is set as target of the next start. */
  private record Armed(Permit permit, Volume stroke) {}

  /** What one dose may ask for and has asked for. */
  private static final class Account {
    private final Volume cap;
    private final Set<String> started = new HashSet<>();
    private Volume commanded = Volume.ZERO;

    private Account(Volume cap) {
      this.cap = cap;
    }
  }

  /** Why {@code stroke} may not be armed; empty when it may. Nothing is armed by asking. */
  public Optional<String> refusal(Permit permit, Volume stroke) {
    Account account = account(permit);
    if (!stroke.isMoreThan(Volume.ZERO)) {
      return Optional.of("stroke must be more than nothing");
    }
    if (isStarted(permit.intent())) {
      return Optional.of("a start was already sent for this intent");
    }
    if (account.started.size() >= INTENTS_MAX) {
      return Optional.of("dose has " + INTENTS_MAX + " starts already");
    }
    Volume room = account.cap.orLess(permit.doseCap()).minus(account.commanded);
    return stroke.isMoreThan(room)
        ? Optional.of(
            "stroke of %d µL passes the cap of the dose, %d µL are left"
                .formatted(stroke.microlitres(), room.orMore(Volume.ZERO).microlitres()))
        : Optional.empty();
  }

  /** The pump's target is set and read back for this permit; what was armed before no longer is. */
  public void arm(Permit permit, Volume stroke) {
    armed = Optional.of(new Armed(permit, stroke));
  }

  /** Nothing is armed any more. */
  public void disarm() {
    armed = Optional.empty();
  }

  /** Why a start frame may not be written for {@code permit}; empty when it may. */
  public Optional<String> refusalOfStart(Permit permit) {
    if (isStarted(permit.intent())) {
      return Optional.of("a start was already sent for this intent");
    }
    return armed
        .filter(a -> a.permit().intent().equals(permit.intent()))
        .filter(a -> a.permit().dose().equals(permit.dose()))
        .map(a -> refusal(permit, a.stroke()))
        .orElse(Optional.of("intent is not armed"));
  }

  /** Counts the armed stroke as commanded, before its start frame is written. Disarms. */
  public void commit(Permit permit) {
    Volume stroke = armed.orElseThrow().stroke();
    Account account = account(permit);
    account.commanded = account.commanded.plus(stroke);
    account.started.add(permit.intent());
    started.add(permit.intent());
    running = armed;
    disarm();
  }

  /**
   * The pump stands after STOP and told by its own counter what the last start delivered: the rest
   * of that stroke will never flow, so it no longer counts as commanded. Holds once for each start,
   * and never gives back more than was certainly not delivered.
   *
   * @param delivered by the pump's counter since that start; a count is added for rounding
   */
  public void stopped(Volume delivered) {
    running.ifPresent(
        last -> {
          Volume used = delivered.orMore(Volume.ZERO).plus(ONE_COUNT);
          Volume left = last.stroke().minus(used).orMore(Volume.ZERO);
          Account account = account(last.permit());
          account.commanded = account.commanded.minus(left);
        });
    running = Optional.empty();
  }

  /** What the last start delivered can't be told: its whole stroke stays commanded. */
  public void unknown() {
    running = Optional.empty();
  }

  /** Takes a commit back: it is proven that no byte of the start frame reached the port. */
  public void takeBack(Permit permit, Volume stroke) {
    Account account = account(permit);
    running = Optional.empty();
    if (account.started.remove(permit.intent())) {
      started.remove(permit.intent());
      account.commanded = account.commanded.minus(stroke);
    }
  }

  /** The stroke that is armed, or nothing. */
  public Volume armedStroke() {
    return armed.map(Armed::stroke).orElse(Volume.ZERO);
  }

  private boolean isStarted(String intent) {
    return started.contains(intent);
  }

  private Account account(Permit permit) {
    Account account =
        accounts.computeIfAbsent(permit.dose(), dose -> new Account(permit.doseCap()));
    if (accounts.size() > DOSES_MAX) {
      forget(accounts.keySet().iterator().next());
    }
    return account;
  }

  private void forget(String dose) {
    Account oldest = accounts.remove(dose);
    if (oldest != null) {
      started.removeAll(oldest.started);
    }
  }
}
