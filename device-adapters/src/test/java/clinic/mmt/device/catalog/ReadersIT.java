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
import clinic.mmt.device.SimBench;
import clinic.mmt.device.Token;
import clinic.mmt.device.TokenReader;
import clinic.mmt.device.VerifyLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PN532, ID-12LA, bare EM-18, R503 and a scanner without suffix against their simulators. */
@Timeout(120)
class ReadersIT {

  private static final VerifyLimits LIMITS = new VerifyLimits(1, 8_000);
  private static final String CARD = "{\"card\":\"%s\",\"dwellMillis\":%d}";

  @TempDir static Path folder;
  private static SimBench bench;

  @BeforeAll
  static void startBench() throws IOException {
    bench =
        SimBench.start(
            folder,
            """
            devices:
              - {name: contactless, model: pn532, station: a}
              - {name: finger, model: r503, station: a}
              - {name: codes, model: qr-cdc, station: a, suffix: none}
              - {name: cards, model: id-12la, station: b}
              - {name: bare, model: rdm6300, station: c, board: em-18-bare}
            """);
  }

  @AfterAll
  static void endBench() {
    bench.close();
  }

  @BeforeEach
  void isAsNew() throws IOException, InterruptedException {
    for (String device : List.of("contactless", "finger", "codes", "cards", "bare")) {
      bench.delete("/devices/" + device + "/faults");
    }
  }

  @Test
  void aContactlessCardIsSaidOnceAndAgainAfterAPowerCut() throws IOException, InterruptedException {
    try (TokenReader reader = token("contactless", "pn532", Map.of())) {
      Reply<Token> tokens = listening(reader);
      assertEquals("PN532 1.6", identity(reader).text());
      bench.post("/stations/a/card", CARD.formatted("04A2B3C4", 900));
      assertEquals("04A2B3C4", tokens.get().canonical());
      assertTrue(tokens.staysEmpty(1200), "one event, however long it lies there");
      bench.post("/devices/contactless/power", "{\"act\":\"cycle\"}");
      bench.post("/stations/a/card", CARD.formatted("04112233445566", 6000));
      assertEquals("04112233445566", tokens.get().canonical(), "woken and set up again");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bad-checksum, 04000001",
    "noise, 04000002",
    "truncate, 04000003",
    "split, 04000004",
    "duplicate-reply, 04000005",
    "no-answer, 04000006"
  })
  void aFaultOfTheLineLosesNoCard(String fault, String card)
      throws IOException, InterruptedException {
    try (TokenReader reader = token("contactless", "pn532", Map.of())) {
      Reply<Token> tokens = listening(reader);
      identity(reader);
      bench.post("/devices/contactless/faults", "{\"kind\":\"%s\",\"count\":2}".formatted(fault));
      bench.post("/stations/a/card", CARD.formatted(card, 6000));
      tokens.await(new Token(card));
      assertTrue(tokens.staysEmpty(300), "and says it once");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cards", "bare"})
  void emCardsAreSaidOnceInEveryForm(String device) throws IOException, InterruptedException {
    boolean bare = device.equals("bare");
    try (TokenReader reader =
        bare
            ? token(device, "rdm6300", Map.of("frame", "bare"))
            : token(device, "id-12la", Map.of())) {
      Reply<Token> tokens = listening(reader);
      String place = "/stations/" + (bare ? "c" : "b") + "/card";
      bench.post(place, CARD.formatted("3C00CE754C", 400));
      assertEquals("3C00CE754C", tokens.get().canonical());
      assertTrue(tokens.staysEmpty(600));
      bench.post("/devices/" + device + "/faults", "{\"kind\":\"bad-checksum\"}");
      bench.post(place, CARD.formatted("010063E9AE", 300));
      assertTrue(tokens.staysEmpty(500), "a bad checksum is no card");
    }
  }

  @Test
  void withoutASuffixACodeIsReadWhole() throws IOException, InterruptedException {
    try (TokenReader reader = token("codes", "qr-cdc", Map.of("suffix", "none"))) {
      Reply<Token> tokens = listening(reader);
      bench.post("/stations/a/code", "{\"sample\":\"insurance\",\"dwellMillis\":300}");
      String text = tokens.get().canonical();
      assertTrue(text.startsWith("0000000001|") && text.endsWith("|$"), "the insurance code");
    }
  }

  @Test
  void anR503SaysWhoItIsAndComparesFingers() throws IOException, InterruptedException {
    try (FingerprintReader reader = finger()) {
      DeviceIdentity identity = identity(reader);
      assertEquals("R503", identity.model());
      assertTrue(identity.serial().orElseThrow().endsWith("-00000001"), identity.text());
      prepare(reader);
      lay("F0001");
      Reply<Answer<FingerTemplate>> enrolled = new Reply<>();
      lift();
      reader.enrol(new VerifyLimits(3, 20_000), enrolled);
      FingerTemplate template = enrolling(enrolled);
      assertEquals(1536, template.bytes().length);
      lift();
      assertInstanceOf(FingerResult.Match.class, verify(reader, template, "F0001"));
      lift();
      assertInstanceOf(FingerResult.Mismatch.class, verify(reader, template, "F0002"));
      lift();
      bench.post("/devices/finger/swap", "{}");
      Reply<Answer<FingerResult>> swapped = new Reply<>();
      reader.verify(List.of(template), LIMITS, swapped);
      assertInstanceOf(Fault.WrongDevice.class, fault(swapped));
    }
  }

  /** Lays and lifts the finger until the template is made. */
  private static FingerTemplate enrolling(Reply<Answer<FingerTemplate>> enrolled)
      throws IOException, InterruptedException {
    for (int i = 0; i < 12 && enrolled.isEmpty(); i++) {
      lay("F0001");
      Reply<Object> pause = new Reply<>();
      assertTrue(pause.staysEmpty(900));
      lift();
      assertTrue(pause.staysEmpty(400));
    }
    return value(enrolled);
  }

  private static FingerResult verify(
      FingerprintReader reader, FingerTemplate template, String finger)
      throws IOException, InterruptedException {
    Reply<Answer<FingerResult>> reply = new Reply<>();
    Reply<Object> pause = new Reply<>();
    assertTrue(pause.staysEmpty(400), "the lifted finger is seen");
    reader.verify(List.of(template), LIMITS, reply);
    lay(finger);
    return value(reply);
  }

  private static void lay(String finger) throws IOException, InterruptedException {
    bench.post("/stations/a/finger", "{\"finger\":\"%s\",\"quality\":\"good\"}".formatted(finger));
  }

  private static void lift() throws IOException, InterruptedException {
    bench.post("/stations/a/finger", "{\"finger\":null}");
  }

  private static void prepare(FingerprintReader reader) throws InterruptedException {
    Reply<Answer<Integer>> reply = new Reply<>();
    reader.prepare(reply);
    assertEquals(0, value(reply));
  }

  private static Reply<Token> listening(TokenReader reader) {
    Reply<Token> tokens = new Reply<>();
    reader.onToken(tokens);
    return tokens;
  }

  private static DeviceIdentity identity(Device device) throws InterruptedException {
    Reply<Answer<DeviceIdentity>> reply = new Reply<>();
    device.identify(reply);
    return value(reply);
  }

  private static TokenReader token(String name, String model, Map<String, String> options)
      throws InterruptedException {
    return opened(Catalog.openToken(new DeviceSpec(name, model, bench.link(name), options)));
  }

  private static FingerprintReader finger() throws InterruptedException {
    return opened(
        Catalog.openFingerprint(new DeviceSpec("finger", "r503", bench.link("finger"), Map.of())));
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
