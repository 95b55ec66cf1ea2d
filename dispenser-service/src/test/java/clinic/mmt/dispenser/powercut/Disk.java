package clinic.mmt.dispenser.powercut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What a disk may hold after a power cut. Synced writes are there. Of the others none, all, or any
 * are, and a write may be torn into sectors of 512 bytes. Names made, renamed or removed since the
 * last sync of the folder are there up to a point: a journalling file system keeps their order.
 *
 * <p>Not modelled: a disk that lies about a sync, and rot of what was synced ({@code
 * FlippedBytesIT}).
 */
final class Disk {

  private static final int SECTOR = 512;

  /** What becomes of writes that were not synced. */
  enum Unsynced {
    DROPPED,
    KEPT,
    MIXED
  }

  /** One file, whatever its name is by now. */
  private static final class Inode {
    private final Content stable = new Content();
    private final List<Pending> pending = new ArrayList<>();
  }

  private record Pending(int number, Call call) {}

  /** A change of the folder. */
  private record Naming(int number, String name, boolean there, Inode inode) {}

  private final Map<String, Inode> names = new HashMap<>();
  private final Map<String, Inode> stableNames = new LinkedHashMap<>();
  private final List<Naming> namings = new ArrayList<>();
  private int number;

  /** The next call of the recorded run. */
  void take(Call call) {
    switch (call) {
      case Call.Open open -> open(open);
      case Call.Write write -> named(write.file()).pending.add(new Pending(number, write));
      case Call.Resize resize -> named(resize.file()).pending.add(new Pending(number, resize));
      case Call.Sync sync -> sync(named(sync.file()), sync.before());
      case Call.SyncFolder sync -> syncFolder(sync.before());
      case Call.Remove remove -> remove(remove.file());
      case Call.Rename rename -> {
        Inode inode = named(rename.from());
        remove(rename.from());
        name(rename.to(), inode);
      }
      case Call.Say say -> {}
    }
    number++;
  }

  private void open(Call.Open open) {
    if (open.create() && !names.containsKey(open.file())) {
      name(open.file(), new Inode());
    }
    if (open.truncate()) {
      named(open.file()).pending.add(new Pending(number, new Call.Resize(open.file(), 0)));
    }
  }

  private void name(String name, Inode inode) {
    names.put(name, inode);
    namings.add(new Naming(number, name, true, inode));
  }

  private void remove(String name) {
    Inode inode = named(name);
    names.remove(name);
    namings.add(new Naming(number, name, false, inode));
  }

  private Inode named(String name) {
    Inode inode = names.get(name);
    if (inode == null) {
      throw new IllegalStateException("the recorded run used " + name + ", which it never made");
    }
    return inode;
  }

  private static void sync(Inode inode, int before) {
    inode.pending.stream()
        .filter(p -> p.number() < before)
        .forEach(p -> apply(inode.stable, p.call()));
    inode.pending.removeIf(p -> p.number() < before);
  }

  private void syncFolder(int before) {
    namings.stream().filter(n -> n.number() < before).forEach(n -> apply(stableNames, n));
    namings.removeIf(n -> n.number() < before);
  }

  private static void apply(Map<String, Inode> names, Naming naming) {
    if (naming.there()) {
      names.put(naming.name(), naming.inode());
    } else {
      names.remove(naming.name());
    }
  }

  private static void apply(Content content, Call call) {
    if (call instanceof Call.Write write) {
      content.write(write.at(), write.data().toArray(), 0, write.data().length());
    } else if (call instanceof Call.Resize resize) {
      content.resize(resize.length());
    }
  }

  /** One of the states the disk may be found in now, by name of the file. */
  Map<String, byte[]> cut(Unsynced unsynced, RandomGenerator random) {
    Map<String, Inode> found = new LinkedHashMap<>(stableNames);
    int kept =
        switch (unsynced) {
          case DROPPED -> 0;
          case KEPT -> namings.size();
          case MIXED -> random.nextInt(namings.size() + 1);
        };
    namings.subList(0, kept).forEach(naming -> apply(found, naming));
    Map<String, byte[]> files = new LinkedHashMap<>();
    found.forEach((name, inode) -> files.put(name, content(inode, unsynced, random)));
    return files;
  }

  private static byte[] content(Inode inode, Unsynced unsynced, RandomGenerator random) {
    Content content = inode.stable.copy();
    for (Pending pending : inode.pending) {
      switch (unsynced) {
        case DROPPED -> {}
        case KEPT -> apply(content, pending.call());
        case MIXED -> mixed(content, pending.call(), random);
      }
    }
    return content.toArray();
  }

  private static void mixed(Content content, Call call, RandomGenerator random) {
    switch (random.nextInt(3)) {
      case 0 -> apply(content, call);
      case 1 -> torn(content, call, random);
      default -> {} // This one never reached the disk.
    }
  }

  private static void torn(Content content, Call call, RandomGenerator random) {
    if (call instanceof Call.Write write) {
      byte[] data = write.data().toArray();
      for (int from = 0; from < data.length; ) {
        int toSectorEnd = SECTOR - (int) ((write.at() + from) % SECTOR);
        int count = Math.min(toSectorEnd, data.length - from);
        if (random.nextBoolean()) {
          content.write(write.at(), data, from, count);
        }
        from += count;
      }
    }
  }
}
