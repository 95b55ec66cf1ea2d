package clinic.mmt.dispenser.domain.notice;

import clinic.mmt.dispenser.domain.dispense.StationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something that stands open until an act ends it. Says nothing of a person and no amount.
 *
 * @param sort what, and what to do
 * @param level how urgent it is by now
 * @param station at which one; empty: it is about no single station
 * @param of labels of bottles, batches or pumps it is about; may be empty
 * @param since clinic day from which on it is known to stand; empty where nothing tells
 * @param until last clinic day on which it is not too late; empty where it has none
 * @param due the moment by which it is to be done; empty where it is a matter of days
 */
public record StandingNotice(
    NoticeSort sort,
    Level level,
    Optional<StationId> station,
    List<String> of,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    Optional<Instant> due) {

  /** Copies the list. */
  public StandingNotice {
    of = List.copyOf(of);
  }

  /** About no station and no label. */
  static StandingNotice of(NoticeSort sort, Level level, LocalDate since) {
    return new StandingNotice(
        sort,
        level,
        Optional.empty(),
        List.of(),
        Optional.of(since),
        Optional.empty(),
        Optional.empty());
  }

  /** Of a station. */
  static StandingNotice at(
      StationId station, NoticeSort sort, Level level, Optional<LocalDate> since) {
    return new StandingNotice(
        sort, level, Optional.of(station), List.of(), since, Optional.empty(), Optional.empty());
  }

  /** The same, about these labels. */
  StandingNotice about(List<String> labels) {
    return new StandingNotice(sort, level, station, labels, since, until, due);
  }

  /** The same, with a last day. */
  StandingNotice until(LocalDate day) {
    return new StandingNotice(sort, level, station, of, since, Optional.of(day), due);
  }

  /** The same, to be done by a moment. */
  StandingNotice due(Instant moment) {
    return new StandingNotice(sort, level, station, of, since, until, Optional.of(moment));
  }
}
