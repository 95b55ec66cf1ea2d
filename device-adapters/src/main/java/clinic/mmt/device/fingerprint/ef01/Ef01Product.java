package clinic.mmt.device.fingerprint.ef01;

/** Products that speak EF01 and differ in what else they know. */
public enum Ef01Product {
  /** ZFM-20/60, R305, R307, AS608, FPM10A: no name of their own, two captures make a template. */
  ZFM_20(2),
  /** GROW R503: names itself, has a ring of light, and wants at least four captures. */
  R503(4);

  private final int captures;

  Ef01Product(int captures) {
    this.captures = captures;
  }

  /** Captures that are merged into a template. */
  int captures() {
    return captures;
  }

  boolean isR503() {
    return this == R503;
  }
}
