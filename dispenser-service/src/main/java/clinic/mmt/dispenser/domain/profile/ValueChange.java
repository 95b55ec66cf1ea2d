package clinic.mmt.dispenser.domain.profile;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One rule value replaced from a day on. The value of the file stays what it is; changes are
 * laid over it.
 *
 * @param id of the change
 * @param profile name of the profile
 * @param key of the value
 * @param before as it would have been on the first day without this change
 * @param after as it is from then on
 * @param from first clinic day
 * @param reason in words
 * @param by who and when
 */
public record ValueChange(
    String id,
    String profile,
    String key,
    String before,
    String after,
    LocalDate from,
    String reason,
    Signers by) {

  /** Who replaces a value has signed the new one. */
  public SignedValue signed() {
    return new SignedValue(profile, key, after, by);
  }

  /**
   * Texts in force on a day, by key, where they are not those of the file. Of a value's changes the
   * one with the latest first day holds, and of two with one day the later entry.
   *
   * @param changes in the order of their entries
   */
  public static Map<String, String> inForce(
      List<ValueChange> changes, String profile, LocalDate day) {
    Map<String, ValueChange> latest = new HashMap<>();
    changes.stream()
        .filter(change -> change.profile.equals(profile) && !change.from.isAfter(day))
        .forEach(change -> latest.merge(change.key, change, ValueChange::later));
    Map<String, String> texts = new HashMap<>();
    latest.forEach((key, change) -> texts.put(key, change.after));
    return Map.copyOf(texts);
  }

  private static ValueChange later(ValueChange earlier, ValueChange next) {
    return next.from.isBefore(earlier.from) ? earlier : next;
  }
}
