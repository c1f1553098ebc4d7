package hearth.server.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks the header of SQLite's write-ahead log. SQLite treats a log with a damaged header as
/// empty and would lose everything since the last checkpoint. Holds no state.
final class WriteAheadLog {
  private static final int HEADER = 32;
  private static final int CHECKSUMMED = 24;
  private static final int MAGIC = 0x377F0682;

  private WriteAheadLog() {}

  /// Whether there is a log: only a crash, or a server that runs, leaves one.
  static boolean exists(Path database) {
    return Files.exists(fileOf(database));
  }

  private static Path fileOf(Path database) {
    return database.resolveSibling(database.getFileName() + "-wal");
  }

  /// Whether a database's log has a header that SQLite never wrote. All zeros is what a power
  /// failure leaves of a new log.
  static boolean isDamaged(Path database) throws IOException {
    Path file = fileOf(database);
    if (!Files.exists(file)) {
      return false;
    }
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // Reads the whole header.
      }
    }
    header.flip();
    return header.limit() == HEADER
        && !header.equals(ByteBuffer.allocate(HEADER))
        && !isValid(header);
  }

  /// The checksum of https://sqlite.org/fileformat2.html#walformat.
  private static boolean isValid(ByteBuffer header) {
    int magic = header.getInt(0);
    ByteBuffer words = header.duplicate();
    words.order((magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < CHECKSUMMED; i += 8) {
      even += words.getInt(i) + odd;
      odd += words.getInt(i + 4) + even;
    }
    return (magic & ~1) == MAGIC
        && even == header.getInt(CHECKSUMMED)
        && odd == header.getInt(CHECKSUMMED + 4);
  }
}
