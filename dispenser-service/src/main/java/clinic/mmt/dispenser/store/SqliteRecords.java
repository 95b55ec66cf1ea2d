package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.RecordReads;
import clinic.mmt.dispenser.app.journal.RecordViews;
import clinic.mmt.dispenser.domain.episode.AfterCare;
import clinic.mmt.dispenser.domain.episode.ContactAttempt;
import clinic.mmt.dispenser.domain.episode.DayClose;
import clinic.mmt.dispenser.domain.episode.Residence;
import clinic.mmt.dispenser.domain.episode.SiteQuota;
import clinic.mmt.dispenser.domain.episode.UrineResult;
import clinic.mmt.dispenser.domain.episode.UrineResult.Found;
import clinic.mmt.dispenser.domain.episode.UrineResult.Substance;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.patient.Sex;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is recorded beside the doses, as tables. */
abstract sealed class SqliteRecords implements RecordViews, RecordReads permits SqliteEpisodes {

  private static final String DECIDED = "DECIDED";
  private static final String SENT = "SENT";
  private static final String ACKNOWLEDGED = "ACKNOWLEDGED";

  private final Db db;

  SqliteRecords(Db db) {
    this.db = db;
  }

  @Override
  public final void contact(ContactAttempt attempt) {
    write(
        "INSERT INTO view_contact VALUES (?, ?, ?, ?, ?, ?, ?)",
        attempt.id(),
        attempt.patient().value(),
        attempt.day().toString(),
        attempt.how().name(),
        attempt.reached() ? 1 : 0,
        attempt.words(),
        attempt.by().value());
  }

  @Override
  public final List<ContactAttempt> contacts(PatientId patient) {
    return list(
        "SELECT * FROM view_contact WHERE patient = ? ORDER BY rowid",
        row ->
            new ContactAttempt(
                row.getString("id"),
                patient,
                LocalDate.parse(row.getString("day")),
                ContactAttempt.How.valueOf(row.getString("how")),
                row.getInt("reached") == 1,
                row.getString("words"),
                by(row)),
        patient.value());
  }

  @Override
  public final void afterCare(String leaving, AfterCare.Step step) {
    switch (step) {
      case AfterCare.Decided decided ->
          step(leaving, decided, DECIDED, decided.number(), decided.receiver());
      case AfterCare.Sent sent -> step(leaving, sent, SENT, "", "");
      case AfterCare.Acknowledged done -> step(leaving, done, ACKNOWLEDGED, "", done.by());
    }
  }

  private void step(String leaving, AfterCare.Step step, String kind, String number, String who) {
    write(
        "INSERT INTO view_after_care VALUES (?, ?, ?, ?, ?)",
        leaving,
        kind,
        step.day().toString(),
        number,
        who);
  }

  @Override
  public final List<AfterCare> afterCare() {
    Map<String, List<AfterCare.Step>> steps = new TreeMap<>();
    list(
        "SELECT * FROM view_after_care ORDER BY rowid",
        row ->
            steps
                .computeIfAbsent(row.getString("leaving"), id -> new ArrayList<>())
                .add(step(row)));
    return list(
        """
        SELECT id, patient, day FROM view_movement
        WHERE step = 'LEFT' AND detail = 'COMPLETED' ORDER BY rowid
        """,
        row ->
            new AfterCare(
                row.getString(1),
                new PatientId(row.getString(2)),
                LocalDate.parse(row.getString(3)),
                steps.getOrDefault(row.getString(1), List.of())));
  }

  private static AfterCare.Step step(ResultSet row) throws SQLException {
    LocalDate day = LocalDate.parse(row.getString("day"));
    return switch (row.getString("step")) {
      case DECIDED -> new AfterCare.Decided(row.getString("number"), day, row.getString("who"));
      case SENT -> new AfterCare.Sent(day);
      case ACKNOWLEDGED -> new AfterCare.Acknowledged(day, row.getString("who"));
      default -> throw new IllegalStateException("view_after_care has a step of a later program");
    };
  }

  @Override
  public final void residence(Residence residence) {
    write(
        """
        INSERT INTO view_residence VALUES (?, ?, ?, ?)
        ON CONFLICT (patient, from_day) DO UPDATE SET commune = excluded.commune,
          noted_by = excluded.noted_by
        """,
        residence.patient().value(),
        residence.from().toString(),
        residence.commune(),
        residence.by().value());
  }

  @Override
  public final List<Residence> residences(PatientId patient) {
    return list(
        "SELECT * FROM view_residence WHERE patient = ? ORDER BY from_day",
        row ->
            new Residence(
                patient,
                LocalDate.parse(row.getString("from_day")),
                row.getString("commune"),
                by(row)),
        patient.value());
  }

  @Override
  public final void sex(PatientId patient, Sex sex) {
    write(
        """
        INSERT INTO view_sex VALUES (?, ?)
        ON CONFLICT (patient) DO UPDATE SET sex = excluded.sex
        """,
        patient.value(),
        sex.name());
  }

  @Override
  public final Optional<Sex> sex(PatientId patient) {
    return list(
            "SELECT sex FROM view_sex WHERE patient = ?",
            row -> Sex.valueOf(row.getString(1)),
            patient.value())
        .stream()
        .findFirst();
  }

  @Override
  public final void urine(UrineResult result) {
    write("DELETE FROM view_urine WHERE id = ?", result.id());
    String found =
        new EnumMap<>(result.found())
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    write(
        "INSERT INTO view_urine VALUES (?, ?, ?, ?, ?, ?)",
        result.id(),
        result.patient().value(),
        result.day().toString(),
        found,
        result.words(),
        result.by().value());
  }

  @Override
  public final List<UrineResult> urine(PatientId patient) {
    return list(
        "SELECT * FROM view_urine WHERE patient = ? ORDER BY day, id",
        row ->
            new UrineResult(
                row.getString("id"),
                patient,
                LocalDate.parse(row.getString("day")),
                found(row.getString("found")),
                row.getString("words"),
                by(row)),
        patient.value());
  }

  private static Map<Substance, Found> found(String text) {
    Map<Substance, Found> found = new EnumMap<>(Substance.class);
    for (String one : List.of(text.split(" ", -1))) {
      int at = one.indexOf('=');
      found.put(Substance.valueOf(one.substring(0, at)), Found.valueOf(one.substring(at + 1)));
    }
    return found;
  }

  @Override
  public final void quota(SiteQuota quota) {
    write(
        """
        INSERT INTO view_quota VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (site, from_day) DO UPDATE SET patients = excluded.patients,
          source = excluded.source, noted_by = excluded.noted_by
        """,
        quota.site(),
        quota.from().toString(),
        quota.patients(),
        quota.source(),
        quota.by().value());
  }

  @Override
  public final List<SiteQuota> quotas() {
    return list(
        "SELECT * FROM view_quota ORDER BY site, from_day",
        row ->
            new SiteQuota(
                row.getString("site"),
                LocalDate.parse(row.getString("from_day")),
                row.getInt("patients"),
                row.getString("source"),
                by(row)));
  }

  @Override
  public final void closed(DayClose close) {
    write("INSERT INTO view_day_closed VALUES (?, ?)", close.day().toString(), close.by().value());
  }

  @Override
  public final Optional<DayClose> close(LocalDate day) {
    return list(
            "SELECT noted_by FROM view_day_closed WHERE day = ?",
            row -> new DayClose(day, by(row)),
            day.toString())
        .stream()
        .findFirst();
  }

  private static StaffId by(ResultSet row) throws SQLException {
    return new StaffId(row.getString("noted_by"));
  }

  private <T> List<T> list(String sql, Db.RowReader<T> reader, Object... values) {
    try {
      return List.copyOf(db.list(sql, reader, values));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  final void write(String sql, Object... values) {
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }
}
