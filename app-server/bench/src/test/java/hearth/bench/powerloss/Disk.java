package hearth.bench.powerloss;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A disk under a cache: what was synced stays, of the rest a power failure keeps any part, sector
/// by sector. A file's name is as volatile as its content, until its folder is synced. Confined to
/// one thread.
public final class Disk {
  /// The smallest part that a disk writes as a whole, in bytes.
  static final int SECTOR = 512;

  private final Map<String, Content> names = new HashMap<>();
  private final Map<String, Content> durableNames = new HashMap<>();
  private final List<Naming> namings = new ArrayList<>();
  private final Map<Long, Runnable> syncs = new HashMap<>();

  /// A file's bytes: those on the disk, and what has not come there.
  private static final class Content {
    byte[] durable = {};
    final List<Change> changes = new ArrayList<>();
    int settled;
  }

  /// @param offset where the bytes go; for a truncation, which has none, the new size
  private record Change(long offset, ByteBuffer bytes, boolean truncates) {
    int length() {
      return bytes.capacity();
    }
  }

  /// Some names that mean other files now, all at once; those that are gone mean none.
  private record Naming(Map<String, Content> files, Set<String> gone) {}

  /// Carries out a call.
  public void apply(Call call) {
    switch (call) {
      case Call.Created(String path) -> name(Map.of(path, new Content()), Set.of());
      case Call.Written(String path, long offset, ByteBuffer bytes) ->
          file(path).changes.add(new Change(offset, bytes, false));
      case Call.Truncated(String path, long size) ->
          file(path).changes.add(new Change(size, ByteBuffer.allocate(0), true));
      case Call.Renamed(String from, String to) -> name(Map.of(to, file(from)), Set.of(from));
      case Call.Unlinked(String path) -> name(Map.of(), Set.of(path));
      case Call.SyncBegan(String path, long id) -> syncs.put(id, sync(path));
      case Call.SyncEnded(long id) -> {
        Runnable done = syncs.remove(id);
        if (done != null) {
          done.run();
        }
      }
      case Call.Told _ -> {}
    }
  }

  private Content file(String path) {
    return names.computeIfAbsent(path, _ -> new Content());
  }

  private void name(Map<String, Content> files, Set<String> gone) {
    names.keySet().removeAll(gone);
    names.putAll(files);
    namings.add(new Naming(files, gone));
  }

  /// What is to be done when a sync that begins now has ended.
  private Runnable sync(String path) {
    Content content = names.get(path);
    if (content != null) {
      int upTo = content.settled + content.changes.size();
      return () -> settle(content, upTo);
    }
    List<Naming> before = List.copyOf(namings);
    return () -> {
      before.stream().filter(namings::remove).forEach(naming -> rename(durableNames, naming));
    };
  }

  private static void settle(Content content, int upTo) {
    List<Change> done = content.changes.subList(0, Math.max(0, upTo - content.settled));
    for (Change change : done) {
      content.durable = after(content.durable, change, 0, change.length());
    }
    content.settled += done.size();
    done.clear();
  }

  private static void rename(Map<String, Content> all, Naming naming) {
    all.keySet().removeAll(naming.gone);
    all.putAll(naming.files);
  }

  /// What is there after a power failure, by path.
  ///
  /// @param kept how much of what was not synced has come to the disk: 0 for nothing, 1 for all
  public Map<String, byte[]> afterPowerFailure(double kept, RandomGenerator random) {
    Map<String, Content> files = new HashMap<>(durableNames);
    for (Naming naming : namings) {
      if (random.nextDouble() < kept) {
        rename(files, naming);
      }
    }
    Map<String, byte[]> found = new HashMap<>();
    files.forEach((path, content) -> found.put(path, bytes(content, kept, random)));
    return found;
  }

  private static byte[] bytes(Content content, double kept, RandomGenerator random) {
    byte[] bytes = content.durable.clone();
    for (Change change : content.changes) {
      if (change.truncates) {
        bytes = random.nextDouble() < kept ? after(bytes, change, 0, 0) : bytes;
      } else {
        int from = 0;
        while (from < change.length()) {
          int inSector = SECTOR - (int) ((change.offset + from) % SECTOR);
          int to = Math.min(change.length(), from + inSector);
          bytes = random.nextDouble() < kept ? after(bytes, change, from, to) : bytes;
          from = to;
        }
      }
    }
    return bytes;
  }

  /// The bytes after a part of a change.
  private static byte[] after(byte[] bytes, Change change, int from, int to) {
    if (change.truncates) {
      return Arrays.copyOf(bytes, (int) change.offset);
    }
    int end = (int) change.offset + to;
    byte[] changed = end > bytes.length ? Arrays.copyOf(bytes, end) : bytes;
    change.bytes.get(from, changed, (int) change.offset + from, to - from);
    return changed;
  }
}
