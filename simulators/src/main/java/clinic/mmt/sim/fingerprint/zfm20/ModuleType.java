package clinic.mmt.sim.fingerprint.zfm20;

/** The modules of the family and what differs between them. */
public enum ModuleType {
  /** ZFM-20/60, R305, R307, FPM10A. */
  ZFM_20(256, 288, 1, 162),
  /** AS608: as ZFM-20, with codes of its own for dry and wet fingers and one-shot commands. */
  AS608(256, 288, 1, 162),
  /** GROW R503: capacitive, six feature buffers and a model buffer, a ring of lamps. */
  R503(192, 192, 3, 200);

  private final int width;
  private final int height;
  private final int blocks;
  private final int capacity;

  ModuleType(int width, int height, int blocks, int capacity) {
    this.width = width;
    this.height = height;
    this.blocks = blocks;
    this.capacity = capacity;
  }

  /** Pixels of an image in a row. */
  public int width() {
    return width;
  }

  /** Rows of an image. */
  public int height() {
    return height;
  }

  /** A template consists of so many blocks of 512 bytes. */
  public int blocks() {
    return blocks;
  }

  /** Templates it keeps, unless told otherwise. */
  public int capacity() {
    return capacity;
  }

  /** An image on the line: four bits a pixel. */
  int imageBytes() {
    return width * height / 2;
  }

  int templateBytes() {
    return blocks * Template.BLOCK_BYTES;
  }

  boolean isR503() {
    return this == R503;
  }

  Confirmation dry() {
    return this == AS608 ? Confirmation.TOO_DRY : Confirmation.TOO_FEW_POINTS;
  }

  Confirmation wet() {
    return this == AS608 ? Confirmation.TOO_WET : Confirmation.TOO_DISORDERED;
  }

  CharBuffers newBuffers() {
    return isR503() ? new FeatureBuffers() : new TwoBuffers();
  }
}
