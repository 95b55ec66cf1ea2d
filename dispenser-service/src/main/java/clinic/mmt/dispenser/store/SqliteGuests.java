package clinic.mmt.dispenser.store;

import clinic.mmt.dispenser.app.journal.GuestReads;
import clinic.mmt.dispenser.app.journal.GuestViews;
import clinic.mmt.dispenser.domain.patient.PatientId;
import clinic.mmt.dispenser.domain.site.GuestLetter;
import clinic.mmt.dispenser.domain.site.GuestStep;
import clinic.mmt.dispenser.domain.site.SiteName;
import clinic.mmt.dispenser.domain.staff.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Guest letters that hold, as tables. */
final class SqliteGuests implements GuestViews, GuestReads {

  private static final String COLUMNS =
      "SELECT id, patient, way, site, first, last, noted_by FROM view_guest_letter ";

  private final Db db;
  private final RecentAnswers answers;

  SqliteGuests(Db db, RecentAnswers answers) {
    this.db = db;
    this.answers = answers;
  }

  @Override
  public void began(GuestStep.Began began) {
    GuestLetter letter = began.letter();
    write(
        "INSERT INTO view_guest_letter VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        letter.id(),
        letter.patient().value(),
        letter.way().name(),
        letter.site().value(),
        letter.first().toString(),
        letter.last().toString(),
        letter.by().value(),
        // Own ids are never the same twice, whatever site they name.
        letter.way() == GuestLetter.Way.OUT ? "" : letter.site().value());
    letter
        .first()
        .datesUntil(letter.last().plusDays(1))
        .forEach(
            day ->
                write(
                    "INSERT INTO view_guest_day VALUES (?, ?, ?)",
                    letter.patient().value(),
                    day.toString(),
                    letter.id()));
  }

  @Override
  public void ended(GuestStep.Ended ended) {
    write("DELETE FROM view_guest_letter WHERE id = ? AND way = 'OUT'", ended.letter());
    write(
        "DELETE FROM view_guest_day WHERE patient = ? AND letter = ?",
        ended.patient().value(),
        ended.letter());
  }

  @Override
  public List<GuestLetter> letters(PatientId patient) {
    return answers.guestLetters.get(patient, () -> read(patient));
  }

  private List<GuestLetter> read(PatientId patient) {
    try {
      return List.copyOf(
          db.list(
              COLUMNS + "WHERE patient = ? ORDER BY rowid", SqliteGuests::letter, patient.value()));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  @Override
  public Optional<GuestLetter> signedHere(String letter) {
    return one("OUT", "", letter);
  }

  @Override
  public Optional<GuestLetter> takenIn(SiteName home, String letter) {
    return one("IN", home.value(), letter);
  }

  private Optional<GuestLetter> one(String way, String signedAt, String letter) {
    try {
      return db.first(
          COLUMNS + "WHERE way = ? AND signed_at = ? AND id = ?",
          SqliteGuests::letter,
          way,
          signedAt,
          letter);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static GuestLetter letter(ResultSet row) throws SQLException {
    return new GuestLetter(
        row.getString(1),
        new PatientId(row.getString(2)),
        GuestLetter.Way.valueOf(row.getString(3)),
        new SiteName(row.getString(4)),
        LocalDate.parse(row.getString(5)),
        LocalDate.parse(row.getString(6)),
        new StaffId(row.getString(7)));
  }

  private void write(String sql, Object... values) {
    try {
      db.update(sql, values);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
    answers.forget();
  }
}
