package clinic.mmt.dispenser.main.config;

import clinic.mmt.dispenser.app.rules.RuleFile;
import clinic.mmt.dispenser.domain.profile.RuleProfile;
import java.util.Map;

/** A profile file that was read, kept as text so that it can be read again with other values. */
final class ProfileText implements RuleFile {

  private final String file;
  private final String text;
  private final RuleProfile base;

  ProfileText(String file, String text) throws ConfigException {
    this.file = file;
    this.text = text;
    this.base = ProfileFile.parse(file, text);
  }

  @Override
  public RuleProfile base() {
    return base;
  }

  @Override
  public Read with(Map<String, String> texts) {
    try {
      return new Read.Good(ProfileFile.parse(file, text, texts));
    } catch (ConfigException e) {
      return new Read.Wrong(String.valueOf(e.getMessage()));
    }
  }
}
