package clinic.mmt.dispenser.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.journal.WitnessFactSamples;
import clinic.mmt.dispenser.domain.witness.Checkpoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A checkpoint on paper can be read again from its text and from its code (H67). */
class CheckpointPageTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Checkpoint CHECKPOINT =
      WitnessFactSamples.KEY.sign(
          "clinic-a",
          7,
          new Checkpoint.Head(7001, "ab".repeat(32)),
          Instant.parse("2026-03-02T10:00:00Z"));

  @Test
  void theLineStandsOnTheSheetAsTextAndAsCode() {
    String page = CheckpointPage.html(Optional.of(CHECKPOINT), ZONE);
    int from = page.indexOf("<p class=\"digest\">") + "<p class=\"digest\">".length();
    String text = page.substring(from, page.indexOf("</p>", from));
    assertEquals(Optional.of(CHECKPOINT), Checkpoint.read(text));
    String code =
        CardDrawing.svg(CHECKPOINT.line())
            .replaceFirst("<svg ", "<svg width=\"190\" height=\"190\" ");
    assertTrue(page.contains(code), "the code is of the same line");
    assertTrue(page.contains("2026-03-02 17:00"), "the clinic's time");
  }

  @Test
  void beforeTheFirstOneThePageSaysSo() {
    assertTrue(CheckpointPage.html(Optional.empty(), ZONE).contains("Chưa có / none yet"));
  }
}
