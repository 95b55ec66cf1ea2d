package clinic.mmt.dispenser.app.device;

import clinic.mmt.dispenser.app.journal.Bytes;

/** What came of making a template of a live finger. */
public sealed interface EnrolReport {

  /**
   * A template, in clear; never logged.
   *
   * @param readerModel model and firmware of the reader that made it
   */
  record Made(String readerModel, Bytes template) implements EnrolReport {

    @Override
    public String toString() {
      return "Made[•••]";
    }
  }

  /** No template: poor images, two different fingers, nobody there. */
  record NotMade(String reason) implements EnrolReport {}

  /** The reader is out of order, or makes none. */
  record Broken(String text) implements EnrolReport {}
}
