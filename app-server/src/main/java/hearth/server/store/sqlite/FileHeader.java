package hearth.server.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The first bytes of a database, by which it is told whose it is without opening it: SQLite makes
/// files beside a database even to read it. See
/// https://sqlite.org/fileformat2.html#the_database_header. Holds no state.
final class FileHeader {
  private static final int LENGTH = 108;
  private static final int APPLICATION_ID = 68;
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SCHEMA_PAGE_TYPE = 100;
  private static final int LEAF = 0x0D;
  private static final int SCHEMA_CELLS = 103;

  private FileHeader() {}

  /// Whether a file is a database that has something in it and is marked by another application or
  /// by none. Of a file that is no database this says nothing.
  static boolean isOfAnother(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    ByteBuffer header;
    try (InputStream in = Files.newInputStream(file)) {
      header = ByteBuffer.wrap(in.readNBytes(LENGTH));
    }
    if (header.limit() < LENGTH
        || header.slice(0, MAGIC.length).mismatch(ByteBuffer.wrap(MAGIC)) >= 0) {
      return false;
    }
    int application = header.getInt(APPLICATION_ID);
    if (application == 0 && hasNoTables(header)) {
      // A crash before the first checkpoint leaves all that was written in the log.
      application = WriteAheadLog.inFirstPage(file, APPLICATION_ID).orElse(Schema.APPLICATION_ID);
    }
    return application != Schema.APPLICATION_ID;
  }

  private static boolean hasNoTables(ByteBuffer header) {
    return header.get(SCHEMA_PAGE_TYPE) == LEAF && header.getShort(SCHEMA_CELLS) == 0;
  }
}
