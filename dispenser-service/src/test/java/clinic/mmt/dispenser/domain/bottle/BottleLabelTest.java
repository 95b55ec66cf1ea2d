package clinic.mmt.dispenser.domain.bottle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clinic.mmt.dispenser.domain.stock.BottleId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Our own bottle numbers: what is misread is noticed. */
class BottleLabelTest {

  @Test
  void aNumberReadsAsItWasWritten() {
    for (int number : new int[] {1, 2, 31, 32, 1023, 33_554_431}) {
      BottleId label = BottleLabel.of(number);
      assertEquals(Optional.of(label), BottleLabel.read(label.value()));
      assertEquals(
          Optional.of(label),
          BottleLabel.read(" " + label.value().toLowerCase(Locale.ROOT) + "\n"));
    }
    assertEquals("B-00001", BottleLabel.of(1).value().substring(0, 7));
  }

  @Test
  void lettersThatLookLikeDigitsAreReadAsDigits() {
    BottleId label = BottleLabel.of(1);
    assertEquals(
        Optional.of(label), BottleLabel.read(label.value().replace('0', 'O').replace('1', 'I')));
    assertEquals(
        Optional.of(label), BottleLabel.read(label.value().replace('0', 'o').replace('1', 'l')));
  }

  @Test
  void everyWrongCharacterAndEverySwapIsNoticed() {
    for (int number : new int[] {1, 77, 4_711, 999_999, 12_345_678}) {
      char[] right = BottleLabel.of(number).value().toCharArray();
      for (int at = 2; at < right.length; at++) {
        for (char other : BottleLabel.ALPHABET.toCharArray()) {
          char[] wrong = right.clone();
          wrong[at] = other;
          assertEquals(other == right[at], BottleLabel.read(new String(wrong)).isPresent());
        }
        if (at > 2) {
          char[] swapped = right.clone();
          swapped[at] = right[at - 1];
          swapped[at - 1] = right[at];
          assertEquals(
              right[at] == right[at - 1], BottleLabel.read(new String(swapped)).isPresent());
        }
      }
    }
  }

  @Test
  void whatIsNoLabelOfOursIsNone() {
    for (String text : new String[] {"", "B-", "B-00001", "C-000014", "B-0000140", "B-0000U4"}) {
      assertEquals(Optional.empty(), BottleLabel.read(text), text);
    }
    assertThrows(IllegalArgumentException.class, () -> BottleLabel.of(0));
    assertThrows(IllegalArgumentException.class, () -> BottleLabel.of(33_554_432));
  }
}
