package clinic.mmt.dispenser.main.config;

/** A wrong configuration: {@code file:line: what is wrong and what to do}. */
public final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With the whole line for people. */
  public ConfigException(String message) {
    super(message);
  }
}
