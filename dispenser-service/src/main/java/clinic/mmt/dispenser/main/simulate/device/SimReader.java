package clinic.mmt.dispenser.main.simulate.device;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.VerifyLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A driver at the level of messages; a template is the name of whose finger it is. */
public final class SimReader extends SimDevice implements FingerprintReader {

  private final Reader glass;
  private long round;

  /** The driver of one process for {@code glass}. */
  public SimReader(VirtualTime time, Life life, Plug plug, Reader glass) {
    super(time, life, plug, "sim-reader");
    this.glass = glass;
  }

  @Override
  boolean silent() {
    return glass.broken();
  }

  @Override
  public void prepare(Consumer<Answer<Integer>> reply) {
    ask("prepare", 40, () -> Answer.ok(0), reply);
  }

  @Override
  public void verify(
      List<FingerTemplate> templates, VerifyLimits limits, Consumer<Answer<FingerResult>> reply) {
    long mine = ++round;
    List<String> owners =
        templates.stream().map(t -> new String(t.bytes(), StandardCharsets.UTF_8)).toList();
    ask("verify", 900, () -> Answer.ok(compared(owners, mine)), reply);
  }

  private FingerResult compared(List<String> owners, long mine) {
    if (mine != round) {
      return new FingerResult.NoRead(FingerResult.Reason.CANCELLED, 1);
    }
    if (glass.finger().isEmpty()) {
      return new FingerResult.NoRead(FingerResult.Reason.NO_FINGER, 3);
    }
    if (glass.smudged()) {
      return new FingerResult.NoRead(FingerResult.Reason.POOR_IMAGE, 3);
    }
    int match = glass.sensorWrong() ? -1 : owners.indexOf(glass.finger().get());
    return match < 0 ? new FingerResult.Mismatch(12, 3) : new FingerResult.Match(match, 120, 1);
  }

  @Override
  public void enrol(VerifyLimits limits, Consumer<Answer<FingerTemplate>> reply) {
    long mine = ++round;
    ask("enrol", 3000, () -> made(mine), reply);
  }

  private Answer<FingerTemplate> made(long mine) {
    return mine != round || glass.finger().isEmpty() || glass.smudged()
        ? Answer.failed(new Fault.Refused("enrol", "no good image"))
        : Answer.ok(new FingerTemplate(glass.finger().get().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void cancel() {
    round++;
  }
}
