package clinic.mmt.device.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.AtOnce;
import clinic.mmt.device.FaultTable;
import clinic.mmt.device.FaultTable.Row;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.link.Link;
import clinic.mmt.device.token.pn532.Pn532Reader;
import clinic.mmt.device.token.qrcdc.QrCdcScanner;
import clinic.mmt.device.token.rdm6300.Rdm6300Options;
import clinic.mmt.device.token.rdm6300.Rdm6300Reader;
import clinic.mmt.sim.core.DeviceKind;
import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Readers of cards and codes against their simulators through every fault that they can have. What
 * is told is the card that was there, or nothing, or that it was unreadable; where a line can
 * change a text without a trace, the table names it. When the fault is gone the next card is read.
 * What is told more than once counts once here.
 */
@Timeout(180)
class TokenFaultMenuTest {

  private static final int AT_A_TIME = 32;

  /** {@code A} is the card that is there, {@code -} nothing. */
  private static final String A = "A";

  private static final String NONE = "-";

  /** A board that says its card again and again: what struck one frame is over with the next. */
  private static final FaultTable REPEATING =
      FaultTable.of(
          DeviceKind.TOKEN,
          new Row(FaultKind.NO_ANSWER, A, NONE),
          Row.of(FaultKind.LATE_ANSWER, A),
          new Row(FaultKind.TRUNCATE, A, NONE),
          new Row(FaultKind.BAD_CHECKSUM, A, NONE),
          Row.of(FaultKind.NOISE, A),
          Row.of(FaultKind.GLUED, A),
          Row.of(FaultKind.SPLIT, A),
          Row.of(FaultKind.DUPLICATE_REPLY, A),
          Row.of(FaultKind.UNPLUG, NONE),
          Row.of(FaultKind.TWO_CARDS, A),
          new Row(FaultKind.LOST_START, A, NONE),
          new Row(FaultKind.LOWER_CASE, A, NONE),
          // Told more than once: half a second without a frame is a card that was taken away.
          Row.of(FaultKind.JITTER, A));

  /** A board that says a card once: what strikes that frame has to be shown again. */
  private static final FaultTable SAID_ONCE =
      FaultTable.of(
          DeviceKind.TOKEN,
          Row.of(FaultKind.NO_ANSWER, NONE),
          Row.of(FaultKind.LATE_ANSWER, A),
          Row.of(FaultKind.TRUNCATE, NONE),
          Row.of(FaultKind.BAD_CHECKSUM, NONE),
          Row.of(FaultKind.NOISE, A),
          Row.of(FaultKind.GLUED, A),
          Row.of(FaultKind.SPLIT, A),
          Row.of(FaultKind.DUPLICATE_REPLY, A),
          Row.of(FaultKind.UNPLUG, NONE),
          Row.of(FaultKind.TWO_CARDS, A),
          Row.of(FaultKind.LOST_START, NONE),
          Row.of(FaultKind.LOWER_CASE, NONE),
          Row.of(FaultKind.JITTER, A));

  /** It is asked; the last three faults are none of its. */
  private static final FaultTable PN532 =
      FaultTable.of(
          DeviceKind.TOKEN,
          new Row(FaultKind.NO_ANSWER, A, NONE),
          new Row(FaultKind.LATE_ANSWER, A, NONE),
          new Row(FaultKind.TRUNCATE, A, NONE),
          new Row(FaultKind.BAD_CHECKSUM, A, NONE),
          Row.of(FaultKind.NOISE, A),
          new Row(FaultKind.GLUED, A, NONE),
          Row.of(FaultKind.SPLIT, A),
          Row.of(FaultKind.DUPLICATE_REPLY, A),
          Row.of(FaultKind.UNPLUG, NONE),
          Row.of(FaultKind.TWO_CARDS, A),
          Row.of(FaultKind.LOST_START, A),
          Row.of(FaultKind.LOWER_CASE, A),
          Row.of(FaultKind.JITTER, A));

  private static final String NOT_UTF8 = "unreadable: not UTF-8";
  private static final String CUT_OFF = "unreadable: cut off";

  /** A code is read again after 0.7 s. Its text has no check on the line: {@code A*} is another. */
  private static final FaultTable SCANNER =
      FaultTable.of(
          DeviceKind.SCANNER,
          new Row(FaultKind.NO_ANSWER, A, NONE),
          Row.of(FaultKind.LATE_ANSWER, A),
          new Row(FaultKind.TRUNCATE, CUT_OFF + ", A", CUT_OFF),
          new Row(FaultKind.BAD_CHECKSUM, "A*, A", "A*"),
          new Row(FaultKind.NOISE, NOT_UTF8 + ", A", NOT_UTF8),
          Row.of(FaultKind.GLUED, A),
          Row.of(FaultKind.SPLIT, A),
          Row.of(FaultKind.DUPLICATE_REPLY, A),
          Row.of(FaultKind.UNPLUG, NONE),
          new Row(FaultKind.NOT_UTF8, NOT_UTF8 + ", A", NOT_UTF8),
          new Row(FaultKind.NO_SUFFIX, CUT_OFF + ", A", CUT_OFF));

  /** Without an end of line a text may also lose its end, or be joined with itself. */
  private static final FaultTable SCANNER_WITHOUT_SUFFIX =
      FaultTable.of(
          DeviceKind.SCANNER,
          new Row(FaultKind.NO_ANSWER, A, NONE),
          Row.of(FaultKind.LATE_ANSWER, A),
          new Row(FaultKind.TRUNCATE, "A*, A", "A*"),
          new Row(FaultKind.BAD_CHECKSUM, "A*, A", "A*"),
          new Row(FaultKind.NOISE, NOT_UTF8 + ", A", NOT_UTF8),
          Row.of(FaultKind.GLUED, "A*"),
          Row.of(FaultKind.SPLIT, A),
          new Row(FaultKind.DUPLICATE_REPLY, "A*, A", "A*"),
          Row.of(FaultKind.UNPLUG, NONE),
          new Row(FaultKind.NOT_UTF8, NOT_UTF8 + ", A", NOT_UTF8),
          Row.of(FaultKind.NO_SUFFIX, A));

  /** What is shown to a reader: the card or code of the case, and others before and after. */
  private record Shown(String one, String other, long millis) {}

  private static final Shown CARDS = new Shown("3C00CE754C", "010063E9AE", 600);
  private static final Shown CONTACTLESS = new Shown("04A2B3C4", "04000001", 4_000);
  private static final Shown CODES = new Shown("MC1.ABCDEFGH.1.IJKL", "000099000001|other", 1_000);

  /** A reader under test. */
  private record Model(
      String yaml, FaultTable table, Shown shown, Function<Link, TokenReader> open) {
    @Override
    public String toString() {
      return yaml;
    }
  }

  private static final Rdm6300Options BARE = new Rdm6300Options("EM-18", true);

  private static final List<Model> MODELS =
      List.of(
          new Model("rdm6300", REPEATING, CARDS, cards(Rdm6300Options.USUAL)),
          new Model("id-12la", REPEATING, CARDS, cards(Rdm6300Options.ID_12LA)),
          new Model("rdm6300, board: em-18", SAID_ONCE, CARDS, cards(Rdm6300Options.USUAL)),
          new Model("rdm6300, board: em-18-bare", SAID_ONCE, CARDS, cards(BARE)),
          new Model("pn532", PN532, CONTACTLESS, link -> Pn532Reader.open("t", link)),
          new Model("qr-cdc", SCANNER, CODES, link -> QrCdcScanner.open("t", link, true)),
          new Model(
              "qr-cdc, suffix: none",
              SCANNER_WITHOUT_SUFFIX,
              CODES,
              link -> QrCdcScanner.open("t", link, false)));

  private static Function<Link, TokenReader> cards(Rdm6300Options options) {
    return link -> Rdm6300Reader.open("t", link, options);
  }

  private record Case(Model model, Row row, boolean once, long value) {
    Fault fault() {
      Fault fault = Fault.usual(row.kind()).with(value);
      return once ? fault.times(1) : fault;
    }

    /** These are there or not, and are not used up; on a PN532 three are none of its faults. */
    boolean isUsedUp() {
      return switch (row.kind()) {
        case JITTER, TWO_CARDS -> false;
        case LOST_START, LOWER_CASE -> model.table() != PN532;
        default -> true;
      };
    }
  }

  private static List<Case> cases() {
    List<Case> all = new ArrayList<>();
    for (Model model : MODELS) {
      for (Row row : model.table().rows()) {
        bytes(row.kind()).forEach(value -> all.add(new Case(model, row, true, value)));
        all.add(new Case(model, row, false, row.kind().parameter().usual()));
      }
    }
    return all;
  }

  /** A frame is cut at several places, after its first byte and before its last. */
  private static LongStream bytes(FaultKind kind) {
    return kind == FaultKind.TRUNCATE
        ? LongStream.of(1, 3, 7, 11)
        : LongStream.of(kind.parameter().usual());
  }

  @Test
  void throughEveryFaultOnlyWhatWasThereIsTold() throws InterruptedException {
    AtOnce.all(AT_A_TIME, cases(), TokenFaultMenuTest::reads);
  }

  private static void reads(Case tried) throws InterruptedException {
    Model model = tried.model();
    Shown shown = model.shown();
    boolean code = shown.equals(CODES);
    try (TokenBench bench = new TokenBench(model.yaml(), code, model.open())) {
      List<String> healthy = List.of(shown.other());
      assertEquals(healthy, bench.showUntilTold(shown.other(), 700), "control: healthy");
      bench.set(tried.fault());
      List<String> told = bench.show(shown.one(), shown.millis(), afterMillis(tried));
      if (tried.once()) {
        assertEquals(tried.isUsedUp(), !bench.waits(tried.row().kind()), "control: it came about");
      }
      String expected = tried.once() ? tried.row().once() : tried.row().lasting();
      assertEquals(expected, words(told, shown.one()));
      bench.heal();
      assertEquals(healthy, bench.showUntilTold(shown.other(), 0), "works again: " + tried);
    }
  }

  /** What is held back leaves in the end; a text without an end is given up after a while. */
  private static long afterMillis(Case tried) {
    return switch (tried.row().kind()) {
      case GLUED, LATE_ANSWER -> 2_500;
      default -> tried.model().shown().equals(CODES) ? 800 : 300;
    };
  }

  private static String words(List<String> told, String shown) {
    assertTrue(told.size() <= 2, "no flood: " + told);
    List<String> words =
        told.stream()
            .map(each -> each.equals(shown) ? A : each.startsWith("unreadable") ? each : "A*")
            .toList();
    return words.isEmpty() ? NONE : String.join(", ", words);
  }
}
