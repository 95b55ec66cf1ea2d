package clinic.mmt.device.fingerprint.ef01;

import clinic.mmt.device.Answer;
import clinic.mmt.device.Fault;
import clinic.mmt.device.FingerResult;

/** What a driver told, in the words of the tables. */
final class FaultTold {

  private FaultTold() {}

  static String result(Answer<FingerResult> answer) {
    return switch (answer) {
      case Answer.Ok<FingerResult>(FingerResult.Match match) -> "Match";
      case Answer.Ok<FingerResult>(FingerResult.Mismatch mismatch) -> "Mismatch";
      case Answer.Ok<FingerResult>(FingerResult.NoRead noRead) -> "NoRead " + noRead.reason();
      case Answer.Failed<FingerResult>(Fault fault) -> fault(fault);
    };
  }

  static String fault(Fault fault) {
    String command = " " + fault.command();
    return fault.getClass().getSimpleName()
        + (fault instanceof Fault.Refused refused ? command + ": " + refused.code() : command);
  }
}
