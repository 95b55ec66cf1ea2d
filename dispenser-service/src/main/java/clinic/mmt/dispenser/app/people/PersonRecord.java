package clinic.mmt.dispenser.app.people;

import java.time.LocalDate;

/**
 * What is recorded of a person from the first day, since no report can find it out later. Sealed
 * with that person's key; prints as dots.
 *
 * @param sex {@code male} or {@code female}
 * @param commune code of the commune of residence, eight digits, the province's first
 * @param admittedOn day of admission
 * @param source {@code voluntary}, {@code detox-centre} or {@code transfer}
 */
public record PersonRecord(String sex, String commune, LocalDate admittedOn, String source) {

  @Override
  public String toString() {
    return "•••";
  }
}
