package clinic.mmt.sim.fault;

import clinic.mmt.sim.core.BytePort;
import clinic.mmt.sim.core.Frame;
import clinic.mmt.sim.core.Hex;
import clinic.mmt.sim.core.Outlet;
import clinic.mmt.sim.core.Wire;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The line from device to host: delays, paces and spoils what the wire sends. */
public final class FaultyLine implements Outlet {

  private static final long MILLISECOND = 1_000_000;
  private static final long GLUE_NANOS_MAX = 2_000 * MILLISECOND;
  private static final long SPLIT_GAP_NANOS = 3 * MILLISECOND;
  private static final int BITS_PER_BYTE = 10;

  /** A frame on its way out. */
  private static final class Parcel {
    private final byte[] bytes;
    private final String meaning;
    private final boolean split;
    private long simulatedNanosLeft;
    private long realNanosLeft;
    private int sent;

    Parcel(byte[] bytes, String meaning, boolean split) {
      this.bytes = bytes;
      this.meaning = meaning;
      this.split = split;
    }
  }

  private final FaultBox faults;
  private final SplittableRandom random;
  private final boolean paced;
  private final Deque<Parcel> parcels = new ArrayDeque<>();
  private final FrameRing ring = new FrameRing();
  private @Nullable Wire wire;
  private @Nullable BytePort port;
  private Runnable cablePull = () -> {};
  private byte[] glue = new byte[0];
  private String glueMeaning = "";
  private long glueNanosLeft;
  private long paceNanos;
  private long sentBytes;

  /** A line with the given faults; paced = bytes leave no faster than the baud rate. */
  public FaultyLine(FaultBox faults, boolean paced, long seed) {
    this.faults = faults;
    this.paced = paced;
    this.random = new SplittableRandom(seed);
  }

  /** Tells the line whose frames it carries. */
  public void serve(Wire served) {
    wire = served;
  }

  /** Tells the line what to do when the cable is to be pulled at a chosen byte. */
  public void onCablePull(Runnable pull) {
    cablePull = pull;
  }

  /** Connects the line, or cuts it with null. */
  public void connect(@Nullable BytePort connected) {
    port = connected;
    drop();
  }

  /** Forgets everything on its way. */
  public void drop() {
    parcels.clear();
    glue = new byte[0];
    sentBytes = 0;
  }

  /** The last frames in both directions. */
  public List<Frame> frames() {
    return ring.all();
  }

  @Override
  public void heard(byte[] frame, String meaning) {
    ring.add(new Frame(System.nanoTime(), Frame.Direction.IN, Hex.spaced(frame), meaning));
  }

  @Override
  public boolean isBusy() {
    return !parcels.isEmpty();
  }

  @Override
  public void send(byte[] frame, String meaning) {
    sendAfter(0, frame, meaning);
  }

  @Override
  public void sendAfter(long simulatedNanos, byte[] frame, String meaning) {
    if (faults.use(FaultKind.NO_ANSWER).isPresent()) {
      note(new byte[0], meaning + " [no-answer]");
      return;
    }
    byte[] spoiled = spoil(frame);
    String told = Arrays.equals(spoiled, frame) ? meaning : meaning + " [spoiled]";
    if (faults.use(FaultKind.GLUED).isPresent()) {
      glue = join(glue, spoiled);
      glueMeaning = told;
      glueNanosLeft = GLUE_NANOS_MAX;
      return;
    }
    byte[] whole = join(glue, spoiled);
    glue = new byte[0];
    enqueue(whole, told, simulatedNanos);
    if (faults.use(FaultKind.DUPLICATE_REPLY).isPresent()) {
      enqueue(whole, told + " [duplicate]", 0);
    }
    flush();
  }

  private void enqueue(byte[] bytes, String meaning, long simulatedNanos) {
    if (bytes.length == 0) {
      note(bytes, meaning);
      return;
    }
    Parcel parcel = new Parcel(bytes, meaning, faults.use(FaultKind.SPLIT).isPresent());
    parcel.simulatedNanosLeft = simulatedNanos;
    parcel.realNanosLeft =
        faults.use(FaultKind.LATE_ANSWER).map(Fault::value).orElse(0L) * MILLISECOND;
    parcels.addLast(parcel);
  }

  private byte[] spoil(byte[] frame) {
    byte[] bytes = frame;
    if (wire != null && faults.use(FaultKind.WRONG_ADDRESS).isPresent()) {
      bytes = wire.withWrongAddress(bytes);
    }
    if (wire != null && faults.use(FaultKind.BAD_CHECKSUM).isPresent()) {
      bytes = wire.withBadChecksum(bytes);
    }
    long end = faults.use(FaultKind.TRUNCATE).map(Fault::value).orElse((long) bytes.length);
    return noisy(Arrays.copyOf(bytes, (int) Math.min(end, bytes.length)));
  }

  private byte[] noisy(byte[] bytes) {
    int count = faults.use(FaultKind.NOISE).map(Fault::value).orElse(0L).intValue();
    byte[] noise = new byte[count];
    random.nextBytes(noise);
    return join(noise, bytes);
  }

  /** Lets time pass and writes what is due. */
  public void advance(long simulatedNanos, long realNanos) {
    if (glue.length > 0) {
      glueNanosLeft -= realNanos;
      if (glueNanosLeft <= 0) {
        enqueue(glue, glueMeaning + " [late]", 0);
        glue = new byte[0];
      }
    }
    Parcel first = parcels.peekFirst();
    if (first == null) {
      paceNanos = 0;
      return;
    }
    first.simulatedNanosLeft -= simulatedNanos;
    first.realNanosLeft -= realNanos;
    paceNanos += realNanos;
    flush();
  }

  private void flush() {
    Parcel first = parcels.peekFirst();
    while (first != null && first.simulatedNanosLeft <= 0 && first.realNanosLeft <= 0) {
      int size = portion(first);
      if (size == 0) {
        return;
      }
      if (first.sent == 0) {
        note(first.bytes, first.meaning);
      }
      byte[] part = Arrays.copyOfRange(first.bytes, first.sent, first.sent + size);
      first.sent += size;
      first.realNanosLeft = first.split ? SPLIT_GAP_NANOS : 0;
      if (first.sent == first.bytes.length) {
        parcels.pollFirst();
      }
      write(part);
      first = parcels.peekFirst();
    }
  }

  /** How many bytes of it may leave now. */
  private int portion(Parcel parcel) {
    int left = parcel.bytes.length - parcel.sent;
    int most = parcel.split ? Math.min(1, left) : left;
    if (!paced || wire == null) {
      return most;
    }
    long nanosPerByte = BITS_PER_BYTE * 1_000_000_000L / wire.baud();
    int affordable = (int) Math.min(most, paceNanos / nanosPerByte);
    paceNanos -= affordable * nanosPerByte;
    return affordable;
  }

  private void write(byte[] part) {
    if (port == null) {
      return;
    }
    long pullAt = faults.active(FaultKind.UNPLUG).map(Fault::value).orElse(Long.MAX_VALUE);
    if (sentBytes + part.length < pullAt) {
      port.write(part);
      sentBytes = pullAt == Long.MAX_VALUE ? 0 : sentBytes + part.length;
      return;
    }
    faults.use(FaultKind.UNPLUG);
    port.write(Arrays.copyOf(part, (int) Math.max(0, pullAt - sentBytes)));
    cablePull.run();
  }

  /** Notes what goes out. */
  public void note(byte[] bytes, String meaning) {
    ring.add(new Frame(System.nanoTime(), Frame.Direction.OUT, Hex.spaced(bytes), meaning));
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }
}
