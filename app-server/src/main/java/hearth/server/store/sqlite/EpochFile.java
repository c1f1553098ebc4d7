package hearth.server.store.sqlite;

import hearth.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A note beside the database of how far its logs had come, by which a database is recognised that
/// was put back from a backup, or lost its end in a power failure. Its logs then begin another
/// epoch, and clients fetch again what they hold. A folder that was put back as a whole holds a
/// note of the same age; clients notice that by the times of entries.
///
/// [#open] is called first; the rest is safe from any thread.
final class EpochFile {
  private static final Logger LOG = LoggerFactory.getLogger(EpochFile.class);
  private static final String LOSSY = "lossy";
  private static final String SAFE = "safe";

  private final Path file;
  private final boolean lossy;
  private volatile String epoch = "";
  private boolean failing;

  /// A note.
  ///
  /// @param lossy whether a power failure may undo commits, until the store is closed
  EpochFile(Path file, boolean lossy) {
    this.file = file;
    this.lossy = lossy;
  }

  String epoch() {
    return epoch;
  }

  /// Decides whether the logs go on where they were, or begin another epoch.
  ///
  /// @param highest the highest id of an entry in the database
  void open(MetaTable meta, long highest) {
    String known = meta.epoch().orElse("");
    if (known.isEmpty() || mayBeCutBack(known, highest)) {
      known = UUID.randomUUID().toString();
      meta.setEpoch(known);
    }
    epoch = known;
    write(highest, lossy);
  }

  private boolean mayBeCutBack(String known, long highest) {
    try {
      if (!Files.exists(file)) {
        return true; // the database came here alone, most likely from a backup
      }
      List<String> note = Files.readAllLines(file);
      return note.size() != 3
          || !note.getFirst().equals(known)
          || Long.parseLong(note.get(1)) > highest
          || note.get(2).equals(LOSSY);
    } catch (IOException | NumberFormatException unreadable) {
      LOG.warn("{} cannot be read; clients fetch everything again", file);
      return true;
    }
  }

  /// The logs have come so far.
  void reached(long highest) {
    write(highest, lossy);
  }

  /// Everything is on disk.
  void close(long highest) {
    write(highest, false);
  }

  private synchronized void write(long highest, boolean mayLose) {
    try {
      PrivateFiles.write(file, epoch + "\n" + highest + "\n" + (mayLose ? LOSSY : SAFE) + "\n");
      failing = false;
    } catch (IOException refused) {
      if (!failing) {
        LOG.warn("{} cannot be written: {}", file, refused.toString());
      }
      failing = true;
    }
  }
}
