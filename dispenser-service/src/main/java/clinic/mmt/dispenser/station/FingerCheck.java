package clinic.mmt.dispenser.station;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;
import clinic.mmt.device.FingerTemplate;
import clinic.mmt.device.FingerprintReader;
import clinic.mmt.device.VerifyLimits;
import clinic.mmt.dispenser.app.device.FingerReport;
import clinic.mmt.dispenser.app.device.Report;
import clinic.mmt.dispenser.app.people.StoredFinger;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One 1:1 comparison: the reader is checked anew before every patient, templates are wiped after.
 */
final class FingerCheck {

  private static final VerifyLimits LIMITS = new VerifyLimits(3, 90_000);

  private final FingerprintReader reader;
  private final Executor queue;

  /** One comparison; a cancelled one never asks for a finger. */
  private long round;

  FingerCheck(FingerprintReader reader, Executor queue) {
    this.reader = reader;
    this.queue = queue;
  }

  void verify(List<StoredFinger> fingers, Consumer<FingerReport> reply) {
    long mine = ++round;
    reader.prepare(
        answer ->
            queue.execute(
                () -> {
                  switch (answer) {
                    case Answer.Ok<Integer> ok when mine != round ->
                        reply.accept(new FingerReport.NoRead("cancelled", 0));
                    case Answer.Ok<Integer> ok -> compare(fingers, reply);
                    case Answer.Failed<Integer>(Fault fault) -> reply.accept(broken(fault));
                  }
                }));
  }

  private void compare(List<StoredFinger> fingers, Consumer<FingerReport> reply) {
    List<FingerTemplate> templates =
        fingers.stream().map(f -> new FingerTemplate(f.template().toArray())).toList();
    reader.verify(
        templates,
        LIMITS,
        answer ->
            queue.execute(
                () -> {
                  templates.forEach(FingerTemplate::wipe);
                  reply.accept(report(answer));
                }));
  }

  private FingerReport report(Answer<FingerResult> answer) {
    return switch (answer) {
      case Answer.Ok<FingerResult>(FingerResult.Match m) ->
          new FingerReport.Match(m.score(), m.attempts());
      case Answer.Ok<FingerResult>(FingerResult.Mismatch m) ->
          new FingerReport.Mismatch(m.score(), m.attempts());
      case Answer.Ok<FingerResult>(FingerResult.NoRead n) ->
          new FingerReport.NoRead(
              n.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '), n.attempts());
      case Answer.Failed<FingerResult>(Fault fault) -> broken(fault);
    };
  }

  private FingerReport broken(Fault fault) {
    return switch (Faults.<Boolean>trouble(reader.name(), fault)) {
      case Report.Ok<Boolean> ok -> new FingerReport.Broken("");
      case Report.Trouble<Boolean> t -> new FingerReport.Broken(t.text());
    };
  }

  void cancel() {
    round++;
    reader.cancel();
  }
}
