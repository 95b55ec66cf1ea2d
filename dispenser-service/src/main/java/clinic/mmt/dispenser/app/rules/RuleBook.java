package clinic.mmt.dispenser.app.rules;

import clinic.mmt.dispenser.domain.profile.RuleProfile;
import clinic.mmt.dispenser.domain.profile.ValueChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which rule values hold on which clinic day. Decisions ask with the changes that their own
 * transaction reads; whoever waits for a device asks with those that are durable.
 */
public final class RuleBook {

  private final RuleFile file;
  private final InForce base;
  private final Map<Map<String, String>, InForce> versions = new ConcurrentHashMap<>();
  private final AtomicReference<List<ValueChange>> durable = new AtomicReference<>(List.of());

  /** Apart for the two sorts of questions, so that each finds its own list again. */
  private final AtomicReference<Known> lastRead;

  private final AtomicReference<Known> lastDurable;

  /**
   * Of a file.
   *
   * @throws IllegalArgumentException for a profile that is for comparison only
   */
  public RuleBook(RuleFile file) {
    this.file = file;
    this.base = new InForce(file.base());
    Known nothing = new Known(LocalDate.MIN, List.of(), base);
    this.lastRead = new AtomicReference<>(nothing);
    this.lastDurable = new AtomicReference<>(nothing);
  }

  /** What was asked last; the next decision is nearly always of the same day. */
  private record Known(LocalDate day, List<ValueChange> changes, InForce inForce) {

    /** Views give the same list again until a change is written, so this compares no changes. */
    boolean isOf(LocalDate asked, List<ValueChange> by) {
      return day.equals(asked) && changes.equals(by);
    }
  }

  /** What holds on {@code day}, with {@code changes} in the order of their entries. */
  public InForce on(LocalDate day, List<ValueChange> changes) {
    return on(day, changes, lastRead);
  }

  private InForce on(LocalDate day, List<ValueChange> changes, AtomicReference<Known> last) {
    Known known = last.get();
    if (known.isOf(day, changes)) {
      return known.inForce();
    }
    Map<String, String> texts = ValueChange.inForce(changes, base.profile().name(), day);
    InForce found = texts.isEmpty() ? base : versions.computeIfAbsent(texts, this::made);
    last.set(new Known(day, changes, found));
    return found;
  }

  /** What holds on {@code day} by the changes that are durable. */
  public InForce on(LocalDate day) {
    return on(day, durable.get(), lastDurable);
  }

  /** What the file says. */
  public InForce base() {
    return base;
  }

  /** Whether nothing durable was ever changed, so that {@link #base} holds on every day. */
  public boolean unchanged() {
    return durable.get().isEmpty();
  }

  /**
   * Takes the changes that are durable.
   *
   * @return why they don't fit the file, as after an edit of it; then they are not taken
   */
  public Optional<String> learn(List<ValueChange> changes) {
    Optional<String> fault = fault(changes);
    if (fault.isEmpty()) {
      durable.set(List.copyOf(changes));
    }
    return fault;
  }

  /** One more change is durable. */
  void learned(ValueChange change) {
    List<ValueChange> longer = new ArrayList<>(durable.get());
    longer.add(change);
    durable.set(List.copyOf(longer));
  }

  /** Why the values of some day could not be read, if so. */
  private Optional<String> fault(List<ValueChange> changes) {
    for (LocalDate day : firstDays(changes)) {
      if (file.with(ValueChange.inForce(changes, base.profile().name(), day))
          instanceof RuleFile.Read.Wrong(String complaint)) {
        return Optional.of(complaint);
      }
    }
    return Optional.empty();
  }

  /** What the profile would be on the first day of one more change; later days must do as well. */
  RuleFile.Read tried(List<ValueChange> changes, ProfileActs.Replacing more) {
    for (LocalDate day : firstDays(changes).tailSet(more.from(), false)) {
      RuleFile.Read later = file.with(texts(changes, more, day));
      if (later instanceof RuleFile.Read.Wrong) {
        return later;
      }
    }
    return file.with(texts(changes, more, more.from()));
  }

  private Map<String, String> texts(
      List<ValueChange> changes, ProfileActs.Replacing more, LocalDate day) {
    Map<String, String> texts =
        new HashMap<>(ValueChange.inForce(changes, base.profile().name(), day));
    boolean replacedAgain =
        changes.stream()
            .filter(this::ofThisProfile)
            .filter(c -> c.key().equals(more.key()) && !c.from().isAfter(day))
            .anyMatch(c -> c.from().isAfter(more.from()));
    if (!replacedAgain) {
      texts.put(more.key(), more.text());
    }
    return texts;
  }

  private NavigableSet<LocalDate> firstDays(List<ValueChange> changes) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    changes.stream().filter(this::ofThisProfile).forEach(c -> days.add(c.from()));
    return days;
  }

  private boolean ofThisProfile(ValueChange change) {
    return change.profile().equals(base.profile().name());
  }

  private InForce made(Map<String, String> texts) {
    return switch (file.with(texts)) {
      case RuleFile.Read.Good(RuleProfile profile) -> new InForce(profile);
      case RuleFile.Read.Wrong(String complaint) ->
          throw new IllegalStateException("signed rule values don't fit the file: " + complaint);
    };
  }
}
