package hearth.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at the head of SQLite's write-ahead log. SQLite itself takes a log whose head is damaged
/// for an empty one, and would begin anew as if nothing had been said since the last checkpoint.
/// Holds no state.
final class WriteAheadLog {
  private static final int HEAD = 32;
  private static final int SUMMED = 24;
  private static final int MAGIC = 0x377F0682;

  private WriteAheadLog() {}

  /// Whether the log that goes with a database has a head that SQLite never wrote. One of zeros is
  /// what a power cut leaves of a log that has just begun.
  static boolean isDamaged(Path database) throws IOException {
    Path file = database.resolveSibling(database.getFileName() + "-wal");
    if (!Files.exists(file)) {
      return false;
    }
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // On to the end of the head.
      }
    }
    head.flip();
    return head.limit() == HEAD && !head.equals(ByteBuffer.allocate(HEAD)) && !isSound(head);
  }

  /// As https://sqlite.org/fileformat2.html#walformat has it.
  private static boolean isSound(ByteBuffer head) {
    int magic = head.getInt(0);
    ByteBuffer words = head.duplicate();
    words.order((magic & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < SUMMED; i += 8) {
      even += words.getInt(i) + odd;
      odd += words.getInt(i + 4) + even;
    }
    return (magic & ~1) == MAGIC && even == head.getInt(SUMMED) && odd == head.getInt(SUMMED + 4);
  }
}
