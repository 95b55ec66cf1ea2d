package clinic.mmt.device.token.rdm6300;

import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Token;
import clinic.mmt.device.Vectors;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EM4100 cards in both forms, docs/devices/rdm6300. */
@Timeout(60)
class Rdm6300ReaderTest {

  private static final Token ONE = new Token("3C00CE754C");
  private static final Token OTHER = new Token("010063E9AE");

  private final MemoryLink link = new MemoryLink();
  private final Rdm6300Reader reader = Rdm6300Reader.open("cards", link, Rdm6300Options.USUAL);

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"em4100", "id-12la"})
  void everyVectorIsReadOrRejected(String file) throws InterruptedException {
    Reply<Answer<DeviceIdentity>> up = new Reply<>();
    reader.identify(up);
    value(up);
    for (Vectors.Vector vector : Vectors.of("rdm6300/vectors/" + file + ".txt")) {
      try (Rdm6300Reader fresh = fresh(vector, Rdm6300Options.USUAL)) {
        assertEquals("cards", fresh.name());
      }
    }
  }

  private static Rdm6300Reader fresh(Vectors.Vector vector, Rdm6300Options options)
      throws InterruptedException {
    MemoryLink link = new MemoryLink();
    Rdm6300Reader fresh = Rdm6300Reader.open("cards", link, options);
    Reply<Token> tokens = new Reply<>();
    fresh.onToken(tokens);
    Reply<Answer<DeviceIdentity>> up = new Reply<>();
    fresh.identify(up);
    value(up);
    link.say(vector.bytes().toArray());
    if (vector.isNegative()) {
      assertTrue(tokens.staysEmpty(50), vector.toString());
    } else {
      assertEquals(vector.meaning(), tokens.get().canonical());
    }
    return fresh;
  }

  @Test
  void theCrLfFormHasFramesOfItsOwnModel() throws InterruptedException {
    Rdm6300Options id12la = Rdm6300Options.ID_12LA;
    for (Vectors.Vector vector : Vectors.of("id-12la/vectors/frames.txt")) {
      try (Rdm6300Reader fresh = fresh(vector, id12la)) {
        Reply<Answer<DeviceIdentity>> identity = new Reply<>();
        fresh.identify(identity);
        assertEquals("ID-12LA", value(identity).model());
      }
    }
  }

  /** Boards without start and end: the rest of a broken number never joins the next. */
  @Test
  void bareDigitsAreReadAndABrokenNumberIsForgotten() throws InterruptedException {
    MemoryLink bareLink = new MemoryLink();
    Rdm6300Options bare = new Rdm6300Options("EM-18", true);
    try (Rdm6300Reader fresh = Rdm6300Reader.open("cards", bareLink, bare)) {
      Reply<Token> read = new Reply<>();
      fresh.onToken(read);
      Reply<Answer<DeviceIdentity>> up = new Reply<>();
      fresh.identify(up);
      value(up);
      byte[] digits = Octets.ascii("3C00CE754CCB").toArray();
      bareLink.say(Arrays.copyOf(digits, 11));
      assertTrue(read.staysEmpty(400));
      bareLink.say(digits);
      assertEquals(ONE, read.get());
      bareLink.say(Octets.ascii("3C00CE754CCA").toArray());
      assertTrue(read.staysEmpty(50), "bad checksum");
    }
  }

  @Test
  void framesNeverShowACardNumber() throws InterruptedException {
    Reply<Token> tokens = new Reply<>();
    reader.onToken(tokens);
    Reply<Answer<DeviceIdentity>> up = new Reply<>();
    reader.identify(up);
    value(up);
    link.say(Vectors.of("rdm6300/vectors/em4100.txt").getFirst().bytes().toArray());
    assertEquals(ONE, tokens.get());

    assertEquals(1, reader.frames().size());
    assertFalse(reader.frames().toString().contains("33 43 30"));
    assertFalse(reader.frames().toString().contains("3C00CE754C"));
  }

  @Test
  void aCardThatLiesThereIsPresentedOnce() {
    Presentation state = new Presentation.Nothing();
    int presented = 0;
    for (int i = 0; i < 100; i++) {
      Presentation.Step step = Presentation.read(state, ONE, millis(50L * i));
      presented += step.presented() ? 1 : 0;
      state = step.next();
    }
    assertEquals(1, presented);
  }

  @Test
  void aCardIsPresentedAgainAfterHalfASecondOfSilence() {
    Presentation present = new Presentation.Present(ONE, 0);

    assertFalse(Presentation.read(present, ONE, millis(499)).presented());
    assertTrue(Presentation.read(present, ONE, millis(500)).presented());
  }

  @Test
  void aSecondCardInTheFieldIsIgnored() {
    Presentation present = new Presentation.Present(ONE, 0);

    Presentation.Step second = Presentation.read(present, OTHER, millis(149));
    assertFalse(second.presented());
    assertEquals(present, second.next());
    assertTrue(Presentation.read(present, OTHER, millis(150)).presented());
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
