package clinic.mmt.device.token.pn532;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Token;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.frame.FrameScanner;
import clinic.mmt.device.frame.HsuFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.link.MemoryLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PN532 user manual: frames, set-up, looking for cards; docs/devices/pn532. */
@Timeout(60)
class Pn532ReaderTest {

  private static final Token ONE = new Token("04A2B3C4");

  private final MemoryLink link = new MemoryLink();
  private final FarChip chip = new FarChip(link);
  private final Pn532Reader reader = Pn532Reader.open("contactless", link);
  private final Reply<Token> tokens = new Reply<>();

  Pn532ReaderTest() {
    reader.onToken(tokens);
  }

  @AfterEach
  void close() {
    reader.close();
    chip.close();
  }

  static Stream<Vectors.Vector> vectors() {
    return Vectors.of("pn532/vectors/hsu.txt").stream();
  }

  /** Every vector is read as it says, written as it says, or rejected. */
  @ParameterizedTest
  @MethodSource
  void vectors(Vectors.Vector vector) {
    Optional<String> told =
        vector.toDevice() ? written(vector) : message(vector.bytes()).map(Pn532ReaderTest::words);

    assertEquals(vector.isNegative() ? Optional.empty() : Optional.of(vector.meaning()), told);
  }

  private static Optional<Pn532Answer> message(Octets bytes) {
    return new FrameScanner(HsuFraming.idle())
        .feed(bytes).stream()
            .filter(Scan.Frame.class::isInstance)
            .map(Scan.Frame.class::cast)
            .findFirst()
            .flatMap(
                frame -> {
                  assertEquals(bytes, Pn532Answer.encode(frame), "what is accepted encodes back");
                  return Pn532Answer.decode(frame);
                });
  }

  private static String words(Pn532Answer answer) {
    return answer instanceof Pn532Answer.Response(Pn532Command command, Octets data)
        ? words(command, data)
        : answer.meaning();
  }

  private static String words(Pn532Command command, Octets data) {
    String hex = data.hex().replace(" ", "").toUpperCase(Locale.ROOT);
    return (command.manualName() + " " + hex).strip();
  }

  /** What the driver would write to say this; a command not of the table stays unsaid. */
  private static Optional<String> written(Vectors.Vector vector) {
    String hex = vector.bytes().hex();
    if (vector.meaning().equals("wake-up")) {
      Octets waking = Pn532Command.SAM_CONFIGURATION.waking(Octets.of(1)).bytes();
      return waking.hex().startsWith(hex) ? Optional.of("wake-up") : Optional.empty();
    }
    if (vector.meaning().equals("nack")) {
      return HsuFraming.NACK.hex().equals(hex) ? Optional.of("nack") : Optional.empty();
    }
    if (vector.meaning().equals("ack")) {
      return HsuFraming.ACK.hex().equals(hex) ? Optional.of("ack") : Optional.empty();
    }
    Octets data = vector.bytes().slice(7, vector.bytes().length() - 2);
    return Stream.of(Pn532Command.values())
        .flatMap(command -> shorter(data).map(d -> new Written(command, d)))
        .filter(w -> w.command().frame(w.data()).hex().equals(hex.replaceAll("( 00) 00$", "$1")))
        .map(w -> words(w.command(), w.data()))
        .findFirst()
        .or(() -> withExtraZero(vector));
  }

  private record Written(Pn532Command command, Octets data) {}

  private static Stream<Octets> shorter(Octets data) {
    return data.length() == 0 ? Stream.of(data) : Stream.of(data, data.slice(0, data.length() - 1));
  }

  /** A frame whose data checksum is 00 ends with two zeros by right. */
  private static Optional<String> withExtraZero(Vectors.Vector vector) {
    Octets data = vector.bytes().slice(7, vector.bytes().length() - 2);
    return Stream.of(Pn532Command.values())
        .filter(command -> command.frame(data).equals(vector.bytes()))
        .map(command -> words(command, data))
        .findFirst();
  }

  @Test
  void itIsWokenSetUpAndSaysWhoItIs() throws InterruptedException {
    assertEquals(new DeviceIdentity("PN532", "1.6", Optional.empty()), value(identity()));
    assertTrue(chip.heard(Pn532Command.RF_CONFIGURATION) > 0);
  }

  private Reply<Answer<DeviceIdentity>> identity() {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    reader.identify(reply);
    return reply;
  }

  @Test
  void anotherChipIsRefused() throws InterruptedException {
    chip.answers(Pn532Command.GET_FIRMWARE_VERSION, Octets.fromHex("d5 03 33 01 06 07"));

    assertEquals(new Fault.WrongDevice("GetFirmwareVersion", "IC 32", "IC 33"), fault(identity()));
    assertEquals(0, chip.heard(Pn532Command.IN_LIST_PASSIVE_TARGET), "and not used");
  }

  @Test
  void aCardThatLiesThereIsSaidOnceAndItsNumberIsNeverShown() throws InterruptedException {
    chip.answers(Pn532Command.IN_LIST_PASSIVE_TARGET, FarChip.CARD);

    assertEquals(ONE, tokens.get());
    assertTrue(tokens.staysEmpty(900), "one event, however often it is seen");
    assertTrue(chip.heard(Pn532Command.IN_RELEASE) > 2, "control: it was seen again");
    assertFalse(reader.frames().toString().contains("a2 b3"));
    assertFalse(reader.frames().toString().contains("A2B3"));
  }

  @Test
  void aSecondCardIsAnotherAndGoneIsAfterHalfASecond() {
    Field.Step one = Field.seen(new Field.Empty(), "one", 0);
    assertTrue(one.presented());
    assertFalse(Field.seen(one.next(), "one", millis(499)).presented());
    assertTrue(Field.seen(one.next(), "one", millis(500)).presented());
    assertTrue(Field.seen(one.next(), "other", millis(200)).presented());
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** ISO 14443-3: four bytes that begin with 08 are made up anew each time. */
  @Test
  void aNumberMadeUpAnewEachTimeIsNoToken() throws InterruptedException {
    Reply<Fault> unreadable = new Reply<>();
    reader.onUnreadable(unreadable);
    chip.answers(
        Pn532Command.IN_LIST_PASSIVE_TARGET, Octets.fromHex("d5 4b 01 01 00 04 20 04 08 01 02 03"));

    Fault told = unreadable.get();
    assertEquals(new Fault.BadFrame("scan", "•••", "the card says another number each time"), told);
    assertTrue(unreadable.staysEmpty(500), "said once");
    assertTrue(tokens.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d5 4b 03 01 00 04 08 04 04 a2 b3 c4",
        "d5 4b 01 02 00 04 08 04 04 a2 b3 c4",
        "d5 4b 01 01 00 04 08 05 04 a2 b3 c4 d5",
        "d5 4b 01 01 00 04 08 04 04 a2 b3",
        "d5 4b 01 01 00 04 08 04 04 a2 b3 c4 00",
        "d5 4b 01 01 03 44 20 07 04 11 22 33 44 55 77 07 75 77 81 02 80",
        "d5 4b"
      })
  void whatIsNoListOfTargetsIsNoMessage(String hex) {
    assertEquals(Optional.empty(), message(HsuFraming.normal(Octets.fromHex(hex))));
  }

  /** Damaged once, each answer is asked for again. */
  @Test
  void aDamagedAnswerIsAskedForAgain() throws InterruptedException {
    value(identity());
    AtomicBoolean damaged = new AtomicBoolean();
    chip.damages(
        bytes -> {
          boolean good = damaged.getAndSet(true);
          return good ? bytes : Octets.of(bytes.at(0)).plus(bytes.from(2));
        });
    assertEquals("1.6", value(identity()).firmware());
    assertTrue(damaged.get());
  }

  @Test
  void aCommandThatIsNotUnderstoodIsRefused() throws InterruptedException {
    value(identity());
    chip.answers(Pn532Command.GET_FIRMWARE_VERSION, Octets.of(0x7F));

    assertEquals(new Fault.Refused("GetFirmwareVersion", "7F"), fault(identity()));
  }

  /** A chip that lost its power sleeps: it is woken and set up again, and goes on. */
  @Test
  void afterSilenceItIsWokenAgain() throws InterruptedException {
    value(identity());
    long setUps = chip.heard(Pn532Command.SAM_CONFIGURATION);
    chip.isSilent(true);
    assertEquals(new Fault.NoAnswer("GetFirmwareVersion"), fault(identity()));
    Reply<Token> none = new Reply<>();
    assertTrue(none.staysEmpty(1100), "the next look goes unanswered as well");
    chip.answers(Pn532Command.IN_LIST_PASSIVE_TARGET, FarChip.CARD);
    chip.isSilent(false);

    assertEquals(ONE, tokens.get());
    assertTrue(chip.heard(Pn532Command.SAM_CONFIGURATION) > setUps);
  }

  /** A part of an answer is no card, and the card is said when the line is back. */
  @Test
  void theLineIsCutAfterEachByteOfAnAnswer() throws InterruptedException, ExecutionException {
    Octets answer = HsuFraming.normal(FarChip.CARD);
    List<Future<Void>> cuts = new ArrayList<>();
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (int i = 0; i < answer.length(); i++) {
        int cut = i;
        cuts.add(threads.submit(() -> cutAt(answer, cut)));
      }
      for (Future<Void> cut : cuts) {
        cut.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(answer.length(), cuts.size());
  }

  private static Void cutAt(Octets answer, int cut) throws InterruptedException {
    MemoryLink own = new MemoryLink();
    try (FarChip far = new FarChip(own);
        Pn532Reader cutReader = Pn532Reader.open("cut", own)) {
      Reply<LinkState> states = new Reply<>();
      Reply<Token> read = new Reply<>();
      cutReader.onToken(read);
      cutReader.onLink(states);
      states.await(LinkState.UP);
      AtomicBoolean once = new AtomicBoolean();
      far.damages(bytes -> bytes.equals(answer) ? cutOnce(own, once, bytes, cut) : bytes);
      far.answers(Pn532Command.IN_LIST_PASSIVE_TARGET, FarChip.CARD);
      states.await(LinkState.DOWN);
      assertTrue(read.isEmpty(), "cut at " + cut);
      states.await(LinkState.UP);
      assertEquals(ONE, read.get());
    }
    return null;
  }

  private static Octets cutOnce(MemoryLink own, AtomicBoolean once, Octets bytes, int cut) {
    if (once.getAndSet(true)) {
      return bytes;
    }
    own.say(bytes.slice(0, cut).toArray());
    own.drop();
    return Octets.NONE;
  }
}
