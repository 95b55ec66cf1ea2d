package clinic.mmt.dispenser.app.journal.codec;

import clinic.mmt.dispenser.app.journal.Bytes;
import clinic.mmt.dispenser.domain.dispense.Dose;
import clinic.mmt.dispenser.domain.dispense.DoseId;
import clinic.mmt.dispenser.domain.dispense.StationId;

/** A dose as one text for a view, by the same codec as in the entries. */
public final class DoseText {

  private DoseText() {}

  /** All members but id and station, which are columns of their own. */
  public static String write(Dose dose) {
    return DoseJson.write(JsonText.longObject(), dose).endText();
  }

  /**
   * The dose again.
   *
   * @throws IllegalArgumentException for a text that {@link #write} did not make: a damaged view
   */
  public static Dose read(DoseId id, StationId station, String text) {
    try {
      Members members = Members.of(Bytes.utf8(text));
      Dose dose = DoseJson.read(id, station, members);
      members.end();
      return dose;
    } catch (MalformedBody e) {
      throw new IllegalArgumentException("a damaged view of doses: " + e.getMessage(), e);
    }
  }
}
