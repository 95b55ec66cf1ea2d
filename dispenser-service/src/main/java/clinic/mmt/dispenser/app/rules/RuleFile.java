package clinic.mmt.dispenser.app.rules;

import clinic.mmt.dispenser.domain.profile.RuleProfile;
import java.util.Map;

/** The profile as its file has it, and the same with some values written otherwise. */
public interface RuleFile {

  /** As the file has it. */
  RuleProfile base();

  /**
   * The same read again with other texts, by the same code and with the same complaints.
   *
   * @param texts by key of the value
   */
  Read with(Map<String, String> texts);

  /** What became of it. */
  sealed interface Read {
    /** A profile. */
    record Good(RuleProfile profile) implements Read {}

    /** None: what is wrong, in words. */
    record Wrong(String complaint) implements Read {}
  }
}
