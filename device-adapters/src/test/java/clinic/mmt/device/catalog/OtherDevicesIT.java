package clinic.mmt.device.catalog;

import static clinic.mmt.device.Reply.fault;
import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Device;
import clinic.mmt.device.DeviceIdentity;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.LinkState;
import clinic.mmt.device.Reply;
import clinic.mmt.device.Scale;
import clinic.mmt.device.ScaleReading;
import clinic.mmt.device.SimBench;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.quantity.Mass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scale, fingerprint module and card reader against their simulators, over pseudo-terminals. */
@Timeout(120)
class OtherDevicesIT {

  private static final VerifyLimits LIMITS = new VerifyLimits(1, 8_000);

  @TempDir static Path folder;
  private static SimBench bench;

  @BeforeAll
  static void startBench() throws IOException {
    bench =
        SimBench.start(
            folder,
            """
            devices:
              - name: scale
                model: mt-sics
                station: desk
                serial: B021002593
              - name: finger
                model: zfm-20
                station: desk
              - name: cards
                model: rdm6300
                station: desk
            """);
  }

  @AfterAll
  static void endBench() {
    bench.close();
  }

  @BeforeEach
  void isAsNew() throws IOException, InterruptedException {
    lift();
    for (String device : List.of("scale", "finger", "cards")) {
      bench.delete("/devices/" + device + "/faults");
      bench.post("/devices/" + device + "/power", "{\"act\":\"cycle\"}");
    }
  }

  @Test
  void theScaleSaysWhoItIsAndWeighs() throws IOException, InterruptedException {
    try (Scale scale = scale()) {
      Reply<Answer<DeviceIdentity>> identity = new Reply<>();
      scale.identify(identity);
      assertEquals(Optional.of("B021002593"), value(identity).serial());

      bench.post("/stations/desk/cup", "{\"act\":\"put\",\"milligrams\":12000}");
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      scale.readStable(weight);
      assertEquals(new ScaleReading(Mass.ofGrams(12), true), value(weight));
      scale.tare(weight);
      assertEquals(Mass.ofGrams(12), value(weight).net());
      scale.readStable(weight);
      assertEquals(new ScaleReading(Mass.ZERO, true), value(weight));

      Reply<Answer<Void>> done = new Reply<>();
      scale.clearTare(done);
      assertInstanceOf(Answer.Ok.class, done.get());
      scale.readStable(weight);
      assertEquals(Mass.ofGrams(12), value(weight).net());
      bench.post("/stations/desk/cup", "{\"act\":\"lift\"}");
    }
  }

  @Test
  void overloadAndUnrestAreFaultsAndNeverNumbers() throws IOException, InterruptedException {
    try (Scale scale = scale()) {
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      bench.post("/devices/scale/faults", "{\"kind\":\"overload\"}");
      scale.read(weight);
      assertInstanceOf(Fault.Overload.class, fault(weight));
    }
  }

  @Test
  void anUnstableWeightIsToldAsSuch() throws IOException, InterruptedException {
    try (Scale scale = scale()) {
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      bench.post("/devices/scale/faults", "{\"kind\":\"unstable\"}");
      scale.read(weight);
      assertEquals(false, value(weight).stable());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"no-answer\",\"count\":1}",
        "{\"kind\":\"truncate\",\"count\":1,\"atByte\":6}",
        "{\"kind\":\"split\",\"count\":3}",
        "{\"kind\":\"duplicate-reply\",\"count\":1}",
        "{\"kind\":\"late-answer\",\"count\":1,\"milliseconds\":1200}"
      })
  void oneBadAnswerOfTheScaleDoesNotReachTheService(String fault)
      throws IOException, InterruptedException {
    try (Scale scale = scale()) {
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      scale.read(weight);
      value(weight);
      bench.post("/devices/scale/faults", fault);
      for (int i = 0; i < 4; i++) {
        scale.read(weight);
        assertEquals(Mass.ZERO, value(weight).net());
      }
    }
  }

  @Test
  void aScaleThatWasSwitchedOffAndOnIsToBeIdentifiedAgain()
      throws IOException, InterruptedException {
    try (Scale scale = scale()) {
      Reply<Answer<ScaleReading>> weight = new Reply<>();
      scale.read(weight);
      value(weight);
      Reply<LinkState> states = new Reply<>();
      scale.onLink(states);
      assertEquals(LinkState.UP, states.get());
      bench.post("/devices/scale/power", "{\"act\":\"cycle\"}");
      assertEquals(LinkState.DOWN, states.get());
      assertEquals(LinkState.UP, states.get());
    }
  }

  @Test
  void theRightFingerMatchesAndAnotherDoesNot() throws IOException, InterruptedException {
    try (FingerprintReader reader = finger()) {
      prepare(reader);
      lay("F0001", "good");
      assertInstanceOf(FingerResult.Match.class, verify(reader, "F0001"));
      assertInstanceOf(FingerResult.Match.class, verifyNext(reader, "F0002"), "control");
      assertInstanceOf(FingerResult.Mismatch.class, verifyNext(reader, "F0001"));
    }
  }

  @Test
  void aDryFingerIsNoReadAndNeverAMismatch() throws IOException, InterruptedException {
    try (FingerprintReader reader = finger()) {
      prepare(reader);
      lay("F0001", "dry");
      assertInstanceOf(FingerResult.NoRead.class, verify(reader, "F0001"));
    }
  }

  @Test
  void aVerificationCanBeCancelled() throws InterruptedException, IOException {
    try (FingerprintReader reader = finger()) {
      prepare(reader);
      Reply<Answer<FingerResult>> reply = new Reply<>();
      reader.verify(List.of(template("F0001")), LIMITS, reply);
      reader.cancel();
      assertEquals(new FingerResult.NoRead(FingerResult.Reason.CANCELLED, 0), value(reply));
      prepare(reader);
    }
  }

  @Test
  void aModuleIsBoundOnceAndToAnotherMarkOnlyWhenThatIsMeant() throws InterruptedException { // H29
    String mark = "5a".repeat(32);
    String other = "a5".repeat(32);
    try (FingerprintReader reader = finger()) {
      assertEquals(Optional.of(mark), value(bind(reader, mark, false)).serial());
      assertEquals(Optional.of(mark), value(bind(reader, mark, false)).serial(), "again the same");
      assertEquals(
          new Fault.WrongDevice("ReadNotepad 0", "no mark", mark),
          fault(bind(reader, other, false)));
      Reply<Answer<DeviceIdentity>> identity = new Reply<>();
      reader.identify(identity);
      assertEquals(Optional.of(mark), value(identity).serial(), "nothing was written");
      assertEquals(Optional.of(other), value(bind(reader, other, true)).serial());
      prepare(reader);
    }
    try (FingerprintReader later = finger()) {
      Reply<Answer<DeviceIdentity>> identity = new Reply<>();
      later.identify(identity);
      assertEquals(Optional.of(other), value(identity).serial(), "it is kept in the module");
    }
  }

  private static Reply<Answer<DeviceIdentity>> bind(
      FingerprintReader reader, String mark, boolean replace) {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    reader.bind(mark, replace, reply);
    return reply;
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-answer", "bad-checksum", "split", "wrong-address"})
  void oneBadAnswerOfTheModuleDoesNotReachTheService(String kind)
      throws IOException, InterruptedException {
    try (FingerprintReader reader = finger()) {
      prepare(reader);
      bench.post("/devices/finger/faults", "{\"kind\":\"" + kind + "\",\"count\":1}");
      lay("F0001", "good");
      assertInstanceOf(FingerResult.Match.class, verify(reader, "F0001"));
    }
  }

  @Test
  void anUnpluggedModuleIsPortLostAndComesBack() throws IOException, InterruptedException {
    try (FingerprintReader reader = finger()) {
      prepare(reader);
      Reply<LinkState> states = new Reply<>();
      reader.onLink(states);
      assertEquals(LinkState.UP, states.get());
      bench.post("/devices/finger/cable", "{\"act\":\"unplug\"}");
      assertEquals(LinkState.DOWN, states.get());
      bench.post("/devices/finger/cable", "{\"act\":\"plug\"}");
      assertEquals(LinkState.UP, states.get());
      prepare(reader);
    }
  }

  @Test
  void aCardIsPresentedOnce() throws IOException, InterruptedException {
    try (TokenReader reader = opened(Catalog.openToken(spec("cards", "rdm6300")))) {
      Reply<Token> tokens = new Reply<>();
      reader.onToken(tokens);
      bench.post("/stations/desk/card", "{\"card\":\"3C00CE754C\",\"dwellMillis\":900}");

      assertEquals("3C00CE754C", tokens.get().canonical());
      assertTrue(tokens.staysEmpty(900), "one event, however long the card lies there");
      bench.post("/devices/cards/faults", "{\"kind\":\"bad-checksum\"}");
      bench.post("/stations/desk/card", "{\"card\":\"010063E9AE\",\"dwellMillis\":300}");
      assertTrue(tokens.staysEmpty(600), "a bad checksum is no card");
    }
  }

  private void lay(String finger, String quality) throws IOException, InterruptedException {
    bench.post(
        "/stations/desk/finger",
        "{\"finger\":\"%s\",\"quality\":\"%s\"}".formatted(finger, quality));
  }

  private void lift() throws IOException, InterruptedException {
    bench.post("/stations/desk/finger", "{\"finger\":null}");
  }

  /** Lays F0002 once the driver has seen that the last finger was lifted. */
  private FingerResult verifyNext(FingerprintReader reader, String claimed)
      throws IOException, InterruptedException {
    lift();
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(template(claimed)), LIMITS, reply);
    while (!reader.frames().getLast().meaning().equals("ack 02")) {
      assertTrue(reply.staysEmpty(20), "control: nothing is answered without a finger");
    }
    lay("F0002", "good");
    return value(reply);
  }

  private FingerResult verify(FingerprintReader reader, String finger)
      throws IOException, InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    reader.verify(List.of(template(finger)), LIMITS, reply);
    return value(reply);
  }

  private FingerTemplate template(String finger) throws IOException, InterruptedException {
    String body = bench.get("/fingers/" + finger + "/template");
    String hex = body.replaceAll("(?s).*\"templateHex\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    return new FingerTemplate(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static void prepare(FingerprintReader reader) throws InterruptedException {
    Reply<Answer<Integer>> reply = new Reply<>();
    reader.prepare(reply);
    assertEquals(0, value(reply));
  }

  private Scale scale() throws InterruptedException {
    return opened(Catalog.openScale(spec("scale", "mt-sics")));
  }

  private FingerprintReader finger() throws InterruptedException {
    return opened(Catalog.openFingerprint(spec("finger", "zfm-20")));
  }

  private DeviceSpec spec(String name, String model) {
    return new DeviceSpec(name, model, bench.link(name), Map.of());
  }

  private static <D extends Device> D opened(Opened<D> opened) throws InterruptedException {
    D device =
        switch (opened) {
          case Opened.Good<D>(D good) -> good;
          case Opened.Wrong<D>(ConfigurationError error) -> throw new AssertionError(error.text());
        };
    Reply<LinkState> states = new Reply<>();
    device.onLink(states);
    states.await(LinkState.UP);
    return device;
  }
}
