package clinic.mmt.device;

import static clinic.mmt.device.Reply.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.fingerprint.ef01.Ef01Options;
import clinic.mmt.device.fingerprint.ef01.Ef01Reader;
import clinic.mmt.device.frame.CasEcrFraming;
import clinic.mmt.device.frame.Ef01Framing;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.link.MemoryLink;
import clinic.mmt.device.scale.and.AndScale;
import clinic.mmt.device.scale.cas.CasEcrScale;
import clinic.mmt.device.scale.mtsics.MtSicsScale;
import clinic.mmt.device.scale.ohaus.OhausScale;
import clinic.mmt.device.scale.sbi.SbiScale;
import clinic.mmt.device.token.rdm6300.Rdm6300Options;
import clinic.mmt.device.token.rdm6300.Rdm6300Reader;
import clinic.mmt.quantity.Mass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scale and readers lose their line after each byte of a conversation (H41); the pump has its IT.
 */
@Timeout(60)
class UnpluggedAtEachByteTest {

  private static Octets line(String text) {
    return Octets.ascii(text + "\r\n");
  }

  @Test
  void theScaleWhileItSaysWhoItIs() throws InterruptedException {
    Talk talk =
        Talk.begin()
            .host(line("@"))
            .device(line("I4 A \"B021002593\""))
            .host(line("I4"))
            .device(line("I4 A \"B021002593\""))
            .host(line("I2"))
            .device(line("I2 A \"XS204 Standard 220.0090 g\""))
            .host(line("I3"))
            .device(line("I3 A 2.30"));
    assertEquals(
        talk.bytes(true) + talk.bytes(false),
        new CutLines<>(UnpluggedAtEachByteTest::scale, Scale::identify, talk).everyByte());
  }

  @Test
  void theScaleWhileItWeighs() throws InterruptedException {
    Talk talk =
        Talk.begin()
            .host(line("@"))
            .device(line("I4 A \"B021002593\""))
            .host(line("S"))
            .device(line("S S     100.00 g"));
    assertTrue(
        new CutLines<>(UnpluggedAtEachByteTest::scale, Scale::readStable, talk).everyByte() > 0);
  }

  @Test
  void theOtherScalesWhileTheyWeigh() throws InterruptedException {
    Mass step = Mass.ofMilligrams(10);
    Talk sbi =
        Talk.begin().host(Octets.of(0x1B).plus(line("P"))).device(line("N     +   53.123 g  "));
    Talk and = Talk.begin().host(line("C")).host(line("Q")).device(line("ST,+00123.45  g"));
    Talk ohaus = Talk.begin().host(line("0P")).host(line("IP")).device(line("      53.12 g   G"));
    Talk ecr =
        Talk.begin()
            .host(Octets.of(0x05))
            .device(Octets.of(0x06))
            .host(Octets.of(0x11))
            .device(CasEcrFraming.frame("S 00.876kg"));
    int cuts =
        new CutLines<Scale, ScaleReading>(l -> SbiScale.open("s", l, step), Scale::read, sbi)
                .everyByte()
            + new CutLines<Scale, ScaleReading>(
                    l -> CasEcrScale.open("s", l, step), Scale::read, ecr)
                .everyByte()
            + new CutLines<Scale, ScaleReading>(
                    l -> AndScale.open("s", l, step, true), Scale::read, and)
                .everyByte()
            + new CutLines<Scale, ScaleReading>(
                    l -> OhausScale.open("s", l, step), Scale::read, ohaus)
                .everyByte();
    assertTrue(cuts > 85, "each byte of each: " + cuts);
  }

  private static Scale scale(MemoryLink link) {
    return MtSicsScale.open("scale", link, Mass.ofMilligrams(10));
  }

  @Test
  void theFingerprintModuleWhileATemplateIsSentAndMatched() throws InterruptedException {
    byte[] template = new byte[512];
    Talk talk = Talk.begin();
    for (Vectors.Vector step : Vectors.of("zfm-20/vectors/transcript-verify.txt")) {
      if (step.id().equals("T17")) {
        break; // The next verification asks for the lifted finger, not this one.
      }
      talk = step.toDevice() ? talk.host(step.bytes()) : talk.device(step.bytes());
      if (step.id().equals("T2")) { // between password and first GenImg comes the mark
        talk =
            talk.host(Ef01Framing.packet(-1, 1, Octets.of(0x19, 0)))
                .device(Ef01Framing.packet(-1, 7, Octets.of(new byte[33])));
      }
    }
    for (int i = 0; i < template.length; i++) {
      template[i] = (byte) i;
    }
    List<FingerTemplate> templates = List.of(new FingerTemplate(template));
    int cuts =
        new CutLines<FingerprintReader, FingerResult>(
                link -> Ef01Reader.open("finger", link, Ef01Options.USUAL),
                (reader, reply) -> reader.verify(templates, new VerifyLimits(1, 20_000), reply),
                talk)
            .everyByte();
    assertTrue(cuts > 700, "the template's packets too: " + cuts);
  }

  @Test
  void theCardReaderWhileACardIsRead() throws InterruptedException { // it hears nothing
    Octets card = Vectors.of("rdm6300/vectors/em4100.txt").getFirst().bytes();
    for (int cut = 0; cut < card.length(); cut++) {
      MemoryLink link = new MemoryLink();
      try (TokenReader reader = Rdm6300Reader.open("cards", link, Rdm6300Options.USUAL)) {
        Reply<LinkState> states = new Reply<>();
        Reply<Token> tokens = new Reply<>();
        reader.onToken(tokens);
        reader.onLink(states);
        states.await(LinkState.UP);
        link.say(card.slice(0, cut).toArray());
        link.drop();
        states.await(LinkState.DOWN);
        states.await(LinkState.UP);
        assertTrue(tokens.isEmpty(), "a part of a card is no card: " + cut);
        Reply<Answer<DeviceIdentity>> identity = new Reply<>();
        reader.identify(identity);
        value(identity);
        link.say(card.toArray());
        assertEquals("3C00CE754C", tokens.get().canonical());
      }
    }
  }

  @Test
  void aLineThatIsNotCutAnswers() throws InterruptedException { // control
    MemoryLink link = new MemoryLink();
    try (Scale scale = scale(link)) {
      Reply<Answer<ScaleReading>> reply = new Reply<>();
      scale.readStable(reply);
      link.written(3, 5_000);
      link.say(line("I4 A \"B021002593\"").toArray());
      link.written(3, 5_000);
      link.say(line("S S     100.00 g").toArray());
      assertEquals(new ScaleReading(Mass.ofGrams(100), true), value(reply));
    }
  }
}
