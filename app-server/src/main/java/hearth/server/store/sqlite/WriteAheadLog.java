package hearth.server.store.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Checks the header of SQLite's write-ahead log. SQLite treats a log with a damaged header as
/// empty and would lose everything since the last checkpoint. Holds no state.
final class WriteAheadLog {
  private static final int HEADER = 32;
  private static final int CHECKSUMMED = 24;
  private static final int MAGIC = 0x377F0682;
  private static final int PAGE_SIZE = 8;
  private static final int SALT = 16;
  private static final int FRAME_HEADER = 24;
  private static final int FRAME_SALT = 8;

  private WriteAheadLog() {}

  /// Whether there is a log: only a crash, or a server that runs, leaves one.
  static boolean exists(Path database) {
    return Files.exists(fileOf(database));
  }

  /// How long the log is; 0 for none.
  static long bytes(Path database) {
    return fileOf(database).toFile().length();
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
    ByteBuffer header;
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      header = read(channel, 0, HEADER);
    }
    return header.limit() == HEADER
        && !header.equals(ByteBuffer.allocate(HEADER))
        && !isValid(header);
  }

  /// A number in the newest copy of the database's first page that the log holds; empty if it holds
  /// none.
  ///
  /// @param offset where in the page the number stands
  static OptionalInt inFirstPage(Path database, int offset) throws IOException {
    Path file = fileOf(database);
    OptionalInt found = OptionalInt.empty();
    if (!Files.exists(file)) {
      return found;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer header = read(channel, 0, HEADER);
      if (header.limit() < HEADER || !isValid(header)) {
        return found;
      }
      int pageSize = header.getInt(PAGE_SIZE);
      long salt = header.getLong(SALT);
      long place = HEADER;
      int length = FRAME_HEADER + offset + Integer.BYTES;
      ByteBuffer frame = read(channel, place, length);
      // Frames of another salt are left over from before the log began again.
      while (frame.limit() == length && frame.getLong(FRAME_SALT) == salt) {
        if (frame.getInt(0) == 1) {
          found = OptionalInt.of(frame.getInt(FRAME_HEADER + offset));
        }
        place += FRAME_HEADER + pageSize;
        frame = read(channel, place, length);
      }
    }
    return found;
  }

  /// As many bytes as there are, up to a length.
  private static ByteBuffer read(SeekableByteChannel channel, long place, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(place);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Reads on until there is enough, or no more.
    }
    return bytes.flip();
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
