package clinic.mmt.dispenser.main.importing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of an import file; {@code docs/how-to/import-patients.md} says each in words. */
enum Column {
  CODE,
  FAMILY_NAME,
  GIVEN_NAME,
  BIRTH_YEAR,
  SEX,
  COMMUNE,
  ADMITTED_ON,
  ADMISSION_SOURCE,
  PHASE,
  DOSE,
  FIRST_DAY,
  LAST_DAY,
  LAST_DOSE_DAY,
  LAST_DOSE,
  CONFIRMED_BY,
  CONFIRMED_HOW,
  LAST_DOSE_STRENGTH(false),
  REPRESENTATIVE_CONSENTS(false),
  PREGNANT(false);

  private final boolean needed;

  Column() {
    this(true);
  }

  Column(boolean needed) {
    this.needed = needed;
  }

  /** Whether the header has to have it; its fields may be empty where the page says so. */
  boolean needed() {
    return needed;
  }

  /** As the header line writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Column> of(String word) {
    return Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
  }
}
