package clinic.mmt.sim.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.mmt.sim.fault.Fault;
import clinic.mmt.sim.fault.FaultKind;
import clinic.mmt.sim.rig.ScaleRig;
import clinic.mmt.sim.rig.Vectors;
import clinic.mmt.sim.rig.Vectors.Vector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of the scales that are not Mettler-Toledo's own. */
class ScaleVectorsTest {

  private static String bytes(String file, String id) {
    String[] path = file.split("/", 2);
    return Vectors.read(path[0], path[1]).stream()
        .filter(v -> v.id().equals(id))
        .map(v -> new String(v.bytes().array(), StandardCharsets.ISO_8859_1))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(file + " has no " + id));
  }

  /** With this load at rest, this question is answered by exactly this vector. */
  @ParameterizedTest
  @CsvSource({
    "'sartorius-sbi, resolution-mg: 1', 53123, sartorius-sbi/commands C1a, frames-22 W1",
    "'sartorius-sbi, resolution-mg: 1', 53123, sartorius-sbi/commands C1b, frames-22 W1",
    "'sartorius-sbi, resolution-mg: 1, chars: 16', 53123, sartorius-sbi/commands C1a, frames-16 W1",
    "'sartorius-sbi', 0, sartorius-sbi/commands C1a, frames-22 W5c",
    "'sartorius-sbi, chars: 16', 0, sartorius-sbi/commands C1a, frames-16 W4",
    "'and-standard, output: command', 123450, and-standard/commands C1, weights W1",
    "'and-standard, output: command', 123450, and-standard/commands C2, weights W1",
    "'and-standard, output: command', 123450, and-standard/commands C3, weights W1",
    "'and-standard, output: command', 0, and-standard/commands C1, weights W3",
    "'and-standard, output: command, serial: T1234567', 0, and-standard/commands C16, commands I2",
    "'and-standard, output: command', 0, and-standard/commands C15, commands I3",
    "'and-standard, output: command, er-cd: 1', 0, and-standard/commands C10, commands A1",
    "'and-standard, output: command, er-cd: 1, ack: crlf', 0, and-standard/commands C10, commands A2",
    "'ohaus', 53120, ohaus/commands C1, weights W1",
    "'ohaus', 53120, ohaus/commands C21, weights W1",
    "'ohaus', 53120, ohaus/commands C3, weights W1",
    "'ohaus, width: 12', 53120, ohaus/commands C1, weights W6d",
    "'ohaus, print: old', 192210, ohaus/commands C1, weights W7",
    "'ohaus', 0, ohaus/commands C12, commands R1",
    "'ohaus', 0, ohaus/commands C8, commands R1",
    "'ohaus, serial: B234567890', 0, ohaus/commands C14, commands I1",
    "'ohaus, serial: B234567890, psn: labelled', 0, ohaus/commands C14, commands I3",
    "cas-ecr, 0, cas-ecr/ecr H1, ecr A1",
    "cas-ecr, 0, cas-ecr/ecr H2, ecr A2",
    "'mt-sics, variant: kern', 100000, mt-sics/kern K3a, kern K3b",
    "'mt-sics, variant: kern', 12500, mt-sics/kern K1a, kern K1b",
    "'mt-sics, variant: kern, serial: WB1234567', 0, mt-sics/kern K7c, kern K7d",
  })
  void isAnsweredBy(String model, long load, String question, String answer) {
    String[] asked = question.split(" ", -1);
    String folder = asked[0].split("/", -1)[0];
    String[] told = answer.split(" ", -1);
    ScaleRig rig = new ScaleRig(model);
    if (load > 0) {
      rig.put(load).settle();
    }
    assertEquals(bytes(folder + "/" + told[0], told[1]), rig.ask(bytes(asked[0], asked[1]), 2));
  }

  /** What comes by itself, at rest. */
  @ParameterizedTest
  @CsvSource({
    "and-standard, 123450, and-standard/weights W1",
    "comma-stream, 53120, comma-stream/stream S3",
    "'comma-stream, form: kilograms, resolution-mg: 1000', 876000, comma-stream/stream S1",
    "'comma-stream, form: cas, resolution-mg: 1000', 876000, comma-stream/stream K1",
    "'comma-stream, form: cas-comma, resolution-mg: 1000', 876000, comma-stream/stream K3",
    "'yaohua, max-g: 6000', 4139000, yaohua/frames Y1",
    "'yaohua, max-g: 6000', 0, yaohua/frames Y3",
    "'yaohua, max-g: 6000, form: a23p', 4139000, yaohua/frames A1",
    "'yaohua, max-g: 6000, form: a23p-reversed', 4139000, yaohua/frames A2",
  })
  void streams(String model, long load, String vector) {
    String[] path = vector.split(" ", -1);
    String options = model.contains("max-g") || load < 600_000 ? model : model + ", max-g: 2000";
    ScaleRig rig = new ScaleRig(options);
    if (load > 0) {
      rig.put(load).settle();
    }
    String frame = bytes(path[0], path[1]);
    String heard = rig.hear(1);
    assertTrue(heard.startsWith(frame + frame), heard);
  }

  /** Too much, too little and an error of its own, in the words of each. */
  @ParameterizedTest
  @CsvSource({
    "sartorius-sbi, sartorius-sbi/commands C1a, frames-22, S1, S2",
    "'sartorius-sbi, chars: 16', sartorius-sbi/commands C1a, frames-16, S1, S2",
    "'and-standard, output: command', and-standard/commands C1, weights, L1, L2",
  })
  void tooMuchAndTooLittle(String model, String question, String file, String much, String little) {
    String[] asked = question.split(" ", -1);
    String folder = asked[0].split("/", -1)[0];
    ScaleRig rig = new ScaleRig(model).fault(Fault.usual(FaultKind.OVERLOAD));
    assertEquals(bytes(folder + "/" + file, much), rig.ask(bytes(asked[0], asked[1])));
    rig.bench().clearFaults("scale");
    rig.put(50_000).cyclePower().settle().lift().settle();
    assertEquals(bytes(folder + "/" + file, little), rig.ask(bytes(asked[0], asked[1])));
  }

  static Stream<Arguments> hostVectors() {
    return Stream.of(
            Arguments.of("sartorius-sbi", "sartorius-sbi/commands", "\u001bP"),
            Arguments.of(
                "and-standard, output: command, er-cd: 1", "and-standard/commands", "Q\r\n"),
            Arguments.of("ohaus", "ohaus/commands", "IP\r\n"),
            Arguments.of("mt-sics, variant: kern", "mt-sics/kern", "SI\r\n"))
        .flatMap(
            a -> {
              String[] path = ((String) a.get()[1]).split("/", 2);
              return Vectors.read(path[0], path[1]).stream()
                  .filter(Vector::fromHost)
                  .map(v -> Arguments.of(a.get()[0], a.get()[2], v));
            });
  }

  /** Every command of the manuals is understood, and the scale weighs on afterwards. */
  @ParameterizedTest
  @MethodSource("hostVectors")
  void understands(String model, String weigh, Vector vector) {
    ScaleRig rig = new ScaleRig(model);
    String answer = rig.ask(text(vector), 0.5);
    boolean refused = answer.contains("EC,E01") || answer.startsWith("ES");
    assertEquals(false, refused, answer);
    Optional<String> on = Optional.of(vector.meaning()).filter(m -> m.matches("OFF|P"));
    on.ifPresent(off -> rig.say("ON\r\n").settle());
    rig.say(model.startsWith("ohaus") ? "0P\r\n" : "").tick(1).hush();
    String weight = rig.ask(weigh, 2);
    assertTrue(weight.matches("(?s).*[0-9]\\.[0-9]{2}.*"), vector + " ended the weighing");
  }

  private static String text(Vector vector) {
    return new String(vector.bytes().array(), StandardCharsets.ISO_8859_1);
  }
}
