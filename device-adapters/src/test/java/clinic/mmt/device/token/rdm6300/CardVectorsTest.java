package clinic.mmt.device.token.rdm6300;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.MessageCases;
import clinic.mmt.device.frame.BareCardFraming;
import clinic.mmt.device.frame.CardFraming;
import clinic.mmt.device.frame.SheetChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What boards of EM4100 cards say, as messages under damage. */
class CardVectorsTest {

  private static final int WITH_LINE_END = 16;
  private static final String NUMBER = "3C00CE754C";

  private static final MessageCases<CardRead> FRAMED =
      new MessageCases<>(
          CardRead.FRAMED,
          (card, frame) ->
              CardFraming.frame(card.token().canonical(), frame.bytes().length() == WITH_LINE_END),
          SheetChecks::card);

  private static final MessageCases<CardRead> BARE =
      new MessageCases<>(
          CardRead.BARE,
          (card, frame) -> BareCardFraming.frame(card.token().canonical()),
          SheetChecks::card);

  /** RDM6300 without, ID-12LA with CR LF. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDamagedCardIsHardlyEverAnother(boolean withLineEnd) {
    assertEquals(1, FRAMED.messages(CardFraming.frame(NUMBER, withLineEnd)).size(), "control");
    long undetected = FRAMED.millionthsUndetected(CardFraming.frame(NUMBER, withLineEnd));

    assertTrue(undetected <= 400, "of a million " + undetected);
  }

  @Test
  void withoutStartAndEndItIsARareOther() {
    long undetected = BARE.millionthsUndetected(BareCardFraming.frame(NUMBER));

    assertTrue(undetected <= 600, "of a million " + undetected);
  }
}
