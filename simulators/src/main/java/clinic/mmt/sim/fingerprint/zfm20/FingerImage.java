package clinic.mmt.sim.fingerprint.zfm20;

import clinic.mmt.sim.physics.Finger;
import java.util.SplittableRandom;

/**
 * Draws the image of a finger that belongs to nobody: a wave whose phase follows an arch, a loop or
 * a whorl, with a turn of the phase at each minutia, where a ridge ends or forks. An impression is
 * a little turned, shifted, stretched and disturbed.
 */
final class FingerImage {

  private static final int GREY_MAX = 15;
  private static final int MINUTIAE = 30;
  private static final double PERIOD_LEAST = 8.3;
  private static final double PERIOD_SPREAD = 1.6;
  private static final double TURN_MOST = 0.14;
  private static final double SHIFT_MOST = 10;
  private static final double CONTRAST = 2.2;

  private final SplittableRandom finger;
  private final int width;
  private final int height;
  private final int pattern;
  private final double period;
  private final double bend;
  private final double[] minutiaX = new double[MINUTIAE];
  private final double[] minutiaY = new double[MINUTIAE];

  private FingerImage(long seed, int width, int height) {
    this.finger = new SplittableRandom(seed);
    this.width = width;
    this.height = height;
    this.pattern = finger.nextInt(3);
    this.period = PERIOD_LEAST + finger.nextDouble() * PERIOD_SPREAD;
    this.bend = 0.7 + 0.6 * finger.nextDouble();
    for (int i = 0; i < MINUTIAE; i++) {
      minutiaX[i] = (finger.nextDouble() - 0.5) * width;
      minutiaY[i] = (finger.nextDouble() - 0.5) * height;
    }
  }

  /** Four bits a pixel, two pixels a byte, the left one in the high half; 0 is dark. */
  static byte[] impression(Finger of, long seed, ModuleType type) {
    FingerImage image = new FingerImage(FingerModel.seed(of.id()), type.width(), type.height());
    return image.print(of.skin(), new SplittableRandom(seed));
  }

  private byte[] print(Finger.Skin skin, SplittableRandom random) {
    double turn = (random.nextDouble() - 0.5) * 2 * TURN_MOST;
    double right = (random.nextDouble() - 0.5) * 2 * SHIFT_MOST;
    double down = (random.nextDouble() - 0.5) * 2 * SHIFT_MOST;
    double stretch = 1 + (random.nextDouble() - 0.5) * 0.04;
    double thickness = thickness(skin) + (random.nextDouble() - 0.5) * 0.3;
    double noise = skin == Finger.Skin.DRY ? 0.9 : 0.25;
    byte[] packed = new byte[width * height / 2];
    for (int i = 0; i < width * height; i++) {
      int row = i / width;
      double x = i % width - width / 2.0;
      double y = row - height / 2.0;
      double fromX = (x * Math.cos(turn) - y * Math.sin(turn)) * stretch + right;
      double fromY = (x * Math.sin(turn) + y * Math.cos(turn)) / stretch + down;
      double wave = Math.cos(phase(fromX, fromY)) + thickness + noise * random.nextGaussian();
      boolean touched = isTouched(x - right / 2, y - down / 2);
      double light = touched ? 0.5 - 0.5 * Math.tanh(CONTRAST * wave) : 1;
      int grey = Math.clamp(Math.round(light * GREY_MAX), 0, GREY_MAX);
      packed[i / 2] |= (byte) (i % 2 == 0 ? grey << 4 : grey);
    }
    return packed;
  }

  private static double thickness(Finger.Skin skin) {
    return switch (skin) {
      case GOOD -> 0;
      case DRY -> -0.6;
      case WET -> 0.9;
    };
  }

  private boolean isTouched(double x, double y) {
    double across = x / (0.46 * width);
    double along = y / (0.48 * height);
    return across * across + along * along < 1;
  }

  private double phase(double x, double y) {
    double phase = 2 * Math.PI / period * distance(x, y);
    for (int i = 0; i < MINUTIAE; i++) {
      double turn = Math.atan2(y - minutiaY[i], x - minutiaX[i]);
      phase += i % 2 == 0 ? turn : -turn;
    }
    return phase;
  }

  /** Lines of equal distance are the ridges. */
  private double distance(double x, double y) {
    return switch (pattern) {
      case 0 -> y * bend + 30 * Math.exp(-x * x / (0.08 * width * width));
      case 1 -> y < 0 ? Math.hypot(x, y * bend) : Math.abs(x);
      default -> Math.hypot(x, y * bend);
    };
  }
}
