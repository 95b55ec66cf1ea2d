package clinic.mmt.device.catalog;

import java.util.Set;

/** Why a configured device can't be opened: a mistake in the configuration, not of the device. */
public sealed interface ConfigurationError {

  /** One line for people. */
  String text();

  /** No driver has this name. */
  record UnknownModel(String device, String model, Set<String> known)
      implements ConfigurationError {
    @Override
    public String text() {
      return "%s: unknown model \"%s\", known are %s".formatted(device, model, known);
    }
  }

  /** The model is of another kind. */
  record WrongKind(String device, String model, DeviceKind expected, DeviceKind found)
      implements ConfigurationError {
    @Override
    public String text() {
      return "%s: model %s is a %s, but a %s is needed here"
          .formatted(device, model, found, expected);
    }
  }

  /** The link is no address. */
  record BadLink(String device, String reason) implements ConfigurationError {
    @Override
    public String text() {
      return device + ": " + reason;
    }
  }

  /** The model has no such option. */
  record UnknownOption(String device, String option, Set<String> known)
      implements ConfigurationError {
    @Override
    public String text() {
      return "%s: unknown option \"%s\", known are %s".formatted(device, option, known);
    }
  }

  /** The option's value can't be used; the value is not repeated, it may be a password. */
  record BadOption(String device, String option, String reason) implements ConfigurationError {
    @Override
    public String text() {
      return "%s: option \"%s\" %s".formatted(device, option, reason);
    }
  }

  /** The scale can't say what a dose weighs, or the clinic has not decided that it may. */
  record NotForDoses(String device, String model, boolean mayBeAllowed)
      implements ConfigurationError {
    @Override
    public String text() {
      String text =
          mayBeAllowed
              ? "%s: a %s scale verifies no doses unless its option dose-verification is yes"
              : "%s: a %s scale never tells what is stable, or not in steps that are fine enough,"
                  + " so it can't verify doses; take another";
      return text.formatted(device, model);
    }
  }
}
