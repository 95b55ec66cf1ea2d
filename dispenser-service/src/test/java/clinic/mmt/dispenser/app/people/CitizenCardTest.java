package clinic.mmt.dispenser.app.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.dispenser.app.people.CitizenCard.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The QR code of a citizen card: the vectors, and whatever else a scanner may give. */
class CitizenCardTest {

  private static final Path VECTORS = Path.of("src/test/resources/citizen-card/vectors.txt");
  private static final String GOOD =
      "000099000001|000000001|Nguyễn Văn Thử|02011999|Nam|Số 1 Phố Thử|03042022";

  static Stream<Arguments> vectors() throws IOException {
    List<Arguments> all = new ArrayList<>();
    String text = "";
    for (String line : Files.readAllLines(VECTORS)) {
      if (line.startsWith("text:")) {
        text = unescaped(line.substring("text:".length()).strip());
      } else if (line.startsWith("read:") || line.startsWith("bad:")) {
        all.add(Arguments.of(text, line));
      }
    }
    assertTrue(all.size() > 25, "the control: the file was read");
    return all.stream();
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyVectorIsReadOrRefusedAsItSays(String text, String expected) {
    String found =
        switch (CitizenCard.read(text)) {
          case Read.Bad(CitizenCard.Fault fault) -> "bad: " + fault;
          case Read.Card(CitizenCard card) -> "read: " + written(card);
        };
    assertEquals(expected, found);
  }

  private static String written(CitizenCard card) {
    String odd = String.join(" ", card.oddities().stream().map(Enum::name).sorted().toList());
    return String.join(
            "; ",
            card.number(),
            card.name(),
            card.birth().map(LocalDate::toString).orElse(Integer.toString(card.birthYear())),
            card.female() ? "female" : "male",
            card.issued().toString(),
            odd)
        .strip();
  }

  @Test
  void aTextLongerThanAnyCardIsNotLookedAt() {
    assertEquals(
        new Read.Bad(CitizenCard.Fault.TOO_LONG), CitizenCard.read(GOOD + "|".repeat(3000)));
  }

  @Test
  void nothingOfThePersonIsPrinted() {
    Read read = CitizenCard.read(GOOD);
    CitizenCard card = assertInstanceOf(Read.Card.class, read).card();
    assertFalse(read.toString().contains("Thử"), read.toString());
    assertFalse(card.toString().contains("0000"));
    assertEquals("••••••••0001", card.masked());
    assertFalse(card.masked().contains("99"), "neither sex nor year");
  }

  @Test
  void onlyWhatBeginsLikeACardIsTakenForOne() {
    assertTrue(CitizenCard.isClaimedBy(GOOD));
    for (String other : List.of("", "MC1.abc", "04A1B2C3D4E5F6", "https://example.org/|", "|||")) {
      assertFalse(CitizenCard.isClaimedBy(other), other);
    }
  }

  /** Random changes of a good text, and random text: an answer each, and what is read is sound. */
  @Test
  void whateverComesIsReadSoundlyOrRefused() {
    Random random = new Random(20260302);
    TreeSet<String> faults = new TreeSet<>();
    int cards = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(i % 10 == 0 ? noise(random) : GOOD);
      for (int changes = random.nextInt(3); changes > 0 && !text.isEmpty(); changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "|0٣9ễA\u0301 \u0007".charAt(random.nextInt(9)));
          default -> text.setCharAt(at, "|0192ậ".charAt(random.nextInt(6)));
        }
      }
      switch (CitizenCard.read(text.toString())) {
        case Read.Bad(CitizenCard.Fault fault) -> faults.add(fault.name());
        case Read.Card(CitizenCard card) -> {
          cards++;
          assertTrue(card.number().matches("[0-9]{12}"));
          assertTrue(Normalizer.isNormalized(card.name(), Normalizer.Form.NFC));
          assertTrue(card.birthYear() >= 1900 && card.birthYear() <= 2099);
        }
      }
    }
    assertTrue(cards > 1000 && faults.size() >= 8, cards + " cards, faults " + faults);
  }

  private static String noise(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
