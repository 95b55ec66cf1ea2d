package clinic.mmt.device.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.device.Vectors;
import clinic.mmt.device.Vectors.Vector;
import clinic.mmt.device.exchange.Message;
import clinic.mmt.device.exchange.Protocol;
import clinic.mmt.device.frame.AndFraming;
import clinic.mmt.device.frame.FrameScanner;
import clinic.mmt.device.frame.LineFraming;
import clinic.mmt.device.frame.Octets;
import clinic.mmt.device.frame.ParserCases;
import clinic.mmt.device.frame.Scan;
import clinic.mmt.device.frame.YaohuaFraming;
import clinic.mmt.device.scale.and.AndProtocol;
import clinic.mmt.device.scale.comma.CommaProtocol;
import clinic.mmt.device.scale.mtsics.SicsProtocol;
import clinic.mmt.device.scale.ohaus.OhausProtocol;
import clinic.mmt.device.scale.sbi.SbiProtocol;
import clinic.mmt.device.scale.yaohua.YaohuaProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every vector of every scale: what it means, in every chunking, and what damage makes of it. */
class ScaleVectorsTest {

  /**
   * A scale's file, how it is read and written, and how many of a thousand damaged frames pass for
   * another message at most.
   */
  record Scale(
      String file,
      Protocol<? extends Message> protocol,
      Function<Scan.Frame, Octets> encode,
      int permilleMost) {}

  private static Octets line(Scan.Frame frame) {
    return LineFraming.line(frame.content().text());
  }

  private static Octets andLine(Scan.Frame frame) {
    boolean ack = frame.content().equals(Octets.of(AndFraming.ACK));
    return ack ? frame.content() : AndFraming.line(frame.content().text(), true);
  }

  private static Octets textLine(Scan.Frame frame) {
    return frame.content().plus(frame.bytes().at(frame.bytes().length() - 1));
  }

  private static Octets yaohua(Scan.Frame frame) {
    String content = frame.content().text();
    return frame.bytes().length() == YaohuaFraming.LONG
        ? YaohuaFraming.checked(content)
        : Octets.of('=').plus(frame.content());
  }

  private static final List<Scale> SCALES =
      List.of(
          new Scale(
              "sartorius-sbi/vectors/frames-22.txt", SbiProtocol.SBI, ScaleVectorsTest::line, 45),
          new Scale(
              "sartorius-sbi/vectors/frames-16.txt", SbiProtocol.SBI, ScaleVectorsTest::line, 12),
          new Scale(
              "and-standard/vectors/weights.txt",
              AndProtocol.LINE_FEED,
              ScaleVectorsTest::andLine,
              20),
          new Scale(
              "and-standard/vectors/commands.txt",
              AndProtocol.LINE_FEED,
              ScaleVectorsTest::andLine,
              52),
          new Scale("ohaus/vectors/weights.txt", OhausProtocol.OHAUS, ScaleVectorsTest::line, 65),
          new Scale("ohaus/vectors/commands.txt", OhausProtocol.OHAUS, ScaleVectorsTest::line, 190),
          new Scale(
              "comma-stream/vectors/stream.txt",
              CommaProtocol.COMMA,
              ScaleVectorsTest::textLine,
              68),
          new Scale(
              "yaohua/vectors/frames.txt", YaohuaProtocol.FORWARD, ScaleVectorsTest::yaohua, 12),
          new Scale("mt-sics/vectors/kern.txt", SicsProtocol.SICS, ScaleVectorsTest::line, 105));

  static Stream<Arguments> vectors() {
    return SCALES.stream()
        .flatMap(
            scale ->
                Vectors.of(scale.file()).stream()
                    .filter(vector -> !vector.toDevice())
                    .map(vector -> Arguments.of(scale.protocol(), vector)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void meansWhatTheVectorSaysHoweverItArrives(Protocol<? extends Message> protocol, Vector vector) {
    List<String> wanted = vector.isNegative() ? List.of() : List.of(vector.meaning());
    assertEquals(wanted, meanings(protocol, List.of(vector.bytes())));
    ParserCases.underEveryChunking(protocol.idle(), vector.bytes());
  }

  private static List<String> meanings(Protocol<? extends Message> protocol, List<Octets> chunks) {
    FrameScanner scanner = new FrameScanner(protocol.idle());
    List<String> meanings = new ArrayList<>();
    for (Octets chunk : chunks) {
      for (Scan found : scanner.feed(chunk)) {
        if (found instanceof Scan.Frame frame) {
          protocol.decode(frame).ifPresent(message -> meanings.add(message.meaning()));
        }
      }
    }
    return meanings;
  }

  /**
   * Whatever is taken encodes to exactly the bytes that came. How much damage passes for another
   * message depends on the protocol, and is told in each scale's page.
   */
  @Test
  void damageIsRejectedOrReadAsItStands() {
    for (Scale scale : SCALES) {
      List<Octets> frames =
          Vectors.of(scale.file()).stream()
              .filter(vector -> !vector.toDevice() && !vector.isNegative())
              .map(Vector::bytes)
              .toList();
      SplittableRandom random = new SplittableRandom(0x5EED);
      int others = 0;
      int count = ParserCases.MUTATIONS / files(scale.protocol());
      for (int i = 0; i < count; i++) {
        Octets frame = frames.get(i % frames.size());
        List<String> own = meanings(scale.protocol(), List.of(frame));
        others += own.containsAll(taken(scale, ParserCases.damaged(frame, random))) ? 0 : 1;
      }
      ParserCases.note(scale.file(), others, count);
      int permille = (int) (others * 1000L / count);
      assertTrue(permille <= scale.permilleMost(), scale.file() + " " + permille);
    }
  }

  /** So many files tell of one model. */
  private static int files(Protocol<? extends Message> protocol) {
    return (int) SCALES.stream().filter(scale -> scale.protocol().equals(protocol)).count();
  }

  private static List<String> taken(Scale scale, Octets damaged) {
    List<String> taken = new ArrayList<>();
    for (Scan found : new FrameScanner(scale.protocol().idle()).feed(damaged)) {
      if (found instanceof Scan.Frame frame) {
        assertEquals(frame.bytes(), scale.encode().apply(frame), damaged.hex());
        scale.protocol().decode(frame).ifPresent(message -> taken.add(message.meaning()));
      }
    }
    return taken;
  }
}
