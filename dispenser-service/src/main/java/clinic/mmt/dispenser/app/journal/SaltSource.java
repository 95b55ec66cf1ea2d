package clinic.mmt.dispenser.app.journal;

/** Where the salts of private bodies come from: strong randomness, or a seed in a simulation. */
@FunctionalInterface
public interface SaltSource {

  /** 16 bytes, never the same twice. */
  Bytes next();
}
