package clinic.mmt.dispenser.store.backup;

import clinic.mmt.dispenser.store.StoreException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A backup: the lines of its {@link Header}, then sealed for each file its name, its length, its
 * bytes and their SHA-256, and an empty name after the last. {@code docs/operating/backup.md} is
 * the format for people.
 */
public final class BackupFile {

  private static final int BUFFER = 1 << 16;
  private static final int HASH_LENGTH = 32;

  private BackupFile() {}

  /**
   * What a backup is about.
   *
   * @param clinic whose
   * @param at when it was begun
   * @param kind what is inside
   * @param head of the ledger inside, {@code sequence:hash}; of keys {@code -}
   */
  public record About(String clinic, Instant at, Header.Kind kind, String head) {}

  /**
   * Seals {@code files} into the new file {@code to}, on the disk when this returns.
   *
   * @throws IOException when one cannot be read or the other not be written
   */
  public static void write(Path to, About about, Passphrase passphrase, List<Path> files)
      throws IOException {
    byte[] salt = Passphrase.newSalt();
    byte[] prefix = Sealing.newPrefix();
    HexFormat hex = HexFormat.of();
    byte[] lines =
        new Header(
                about.clinic(),
                about.at(),
                about.kind(),
                about.head(),
                hex.formatHex(salt),
                hex.formatHex(prefix))
            .bytes();
    Sealing sealing = Sealing.seal(passphrase.key(salt), prefix, lines);
    try (FileOutputStream file = new FileOutputStream(to.toFile());
        OutputStream plain = new BufferedOutputStream(file, BUFFER)) {
      plain.write(lines);
      SealedOut sealed = new SealedOut(plain, sealing);
      // Ended by hand: a fault on the way must not be given a good end.
      DataOutputStream out = new DataOutputStream(sealed);
      for (Path each : files) {
        put(out, each);
      }
      out.writeUTF("");
      out.flush();
      sealed.end();
      plain.flush();
      file.getChannel().force(true);
    }
  }

  private static void put(DataOutputStream out, Path file) throws IOException {
    out.writeUTF(String.valueOf(file.getFileName()));
    long length = Files.size(file);
    out.writeLong(length);
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      if (in.transferTo(out) != length) {
        throw new IOException(file + " changed while it was read");
      }
    }
    out.write(digest.digest());
  }

  /** The lines before the sealed part; they are not proved before the sealed part was opened. */
  public static Header header(Path backup) throws StoreException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(backup))) {
      return Header.read(in);
    } catch (IOException e) {
      throw unreadable(backup, e);
    }
  }

  /** Takes the files of a backup, one after the other. */
  @FunctionalInterface
  public interface Taker {
    /** Where {@code name} goes; nothing of it is known to be good before all have been read. */
    OutputStream into(String name) throws IOException;
  }

  /**
   * Opens a backup and gives its files away.
   *
   * @return their names
   * @throws StoreException for another passphrase, a cut or changed file
   */
  public static List<String> read(Path backup, Passphrase passphrase, Taker taker)
      throws StoreException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(backup), BUFFER)) {
      Header header = Header.read(in);
      Sealing sealing =
          Sealing.open(passphrase.key(header.saltBytes()), header.nonceBytes(), header.bytes());
      SealedIn sealed = new SealedIn(in, sealing);
      try {
        return take(new DataInputStream(sealed), taker);
      } catch (Sealing.Broken e) {
        throw sealed.begun()
            ? Header.damaged("a piece was changed, or its end is missing")
            : new StoreException(
                StoreException.Reason.WRONG_PASSPHRASE,
                "the passphrase does not open this backup, or its beginning was changed: try the"
                    + " passphrase of the day it was made");
      }
    } catch (IOException e) {
      throw unreadable(backup, e);
    }
  }

  private static List<String> take(DataInputStream in, Taker taker)
      throws IOException, StoreException {
    List<String> names = new ArrayList<>();
    String name = in.readUTF();
    while (!name.isEmpty()) {
      if (!name.matches("[a-z][a-z0-9.-]{0,60}")) {
        throw Header.damaged("a file inside has the name «" + name + "»");
      }
      long length = in.readLong();
      MessageDigest digest = sha256();
      try (OutputStream out = taker.into(name)) {
        copy(in, out, length, digest);
      }
      if (!MessageDigest.isEqual(in.readNBytes(HASH_LENGTH), digest.digest())) {
        throw Header.damaged(name + " inside differs from its SHA-256");
      }
      names.add(name);
      name = in.readUTF();
    }
    if (in.read() >= 0) {
      throw Header.damaged("there is more after its end");
    }
    return List.copyOf(names);
  }

  private static void copy(InputStream in, OutputStream out, long length, MessageDigest digest)
      throws IOException, StoreException {
    byte[] some = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int count = in.read(some, 0, (int) Math.min(some.length, left));
      if (count < 0) {
        throw Header.damaged("a file inside is cut");
      }
      digest.update(some, 0, count);
      out.write(some, 0, count);
      left -= count;
    }
  }

  private static StoreException unreadable(Path backup, IOException e) {
    return new StoreException(
        StoreException.Reason.CANNOT_OPEN,
        "%s cannot be read or its files not be written (%s): look at the path, room and rights"
            .formatted(backup, e.getMessage()),
        e);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
