package hearth.server.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.server.store.StoreUnusableException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every schema that was ever released is kept as data, and becomes the schema of today. The first
/// release had the second one.
class SchemaHistoryIT {
  private static final TreeMap<Integer, String> RELEASED =
      new TreeMap<>(
          Map.of(
              2, "data-0.1.sql",
              3, "data-schema-3.sql",
              4, "data-schema-4.sql",
              5, "data-schema-5.sql",
              6, "data-schema-6.sql",
              7, "data-schema-7.sql"));

  @TempDir Path folder;

  static List<Integer> released() {
    return List.copyOf(RELEASED.keySet());
  }

  @Test
  void noneIsMissing() {
    assertThat(released()).isEqualTo(IntStream.range(2, Schema.version()).boxed().toList());
  }

  @ParameterizedTest
  @MethodSource("released")
  void eachBecomesTheSchemaOfToday(int version) throws Exception {
    Path file = load(version);
    open(file);
    Path fresh = folder.resolve("fresh.db");
    open(fresh);
    assertThat(ask(file, "PRAGMA user_version")).containsExactly("" + Schema.version());
    assertThat(ask(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(ask(file, "PRAGMA foreign_key_check")).isEmpty();
    String columns =
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
        FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1\
        """;
    assertThat(ask(file, columns)).isNotEmpty().isEqualTo(ask(fresh, columns));
    String indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY 1";
    assertThat(ask(file, indexes)).isEqualTo(ask(fresh, indexes));
    assertThat(ask(file, "SELECT count(DISTINCT user) FROM name_look"))
        .isEqualTo(ask(file, "SELECT count(*) FROM user"));
  }

  @ParameterizedTest
  @MethodSource("released")
  void everyMembershipStays(int version) throws Exception {
    Path file = load(version);
    String members = "SELECT chat, user, place, delivered, read FROM member ORDER BY 1, 2";
    List<String> before = ask(file, members);
    open(file);
    assertThat(ask(file, members)).isNotEmpty().isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("released")
  void eachIsCopiedBeforeAndTheCopyOpensAgain(int version) throws Exception {
    Path file = load(version);
    List<String> entries = ask(file, "SELECT * FROM entry");
    open(file);
    Path copy = folder.resolve("hearth.db.schema-" + version);
    assertThat(ask(copy, "PRAGMA user_version")).containsExactly("" + version);
    assertThat(ask(copy, "PRAGMA application_id")).containsExactly("" + Schema.APPLICATION_ID);
    assertThat(ask(copy, "SELECT * FROM entry")).isEqualTo(entries);
    if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
          .isEqualTo("rw-------");
    }
    Path back = Files.copy(copy, folder.resolve("back.db"));
    open(back);
    assertThat(ask(back, "SELECT count(*) FROM entry"))
        .isEqualTo(ask(file, "SELECT count(*) FROM entry"));
  }

  @Test
  void whatIsStillInTheLogIsCopiedToo() throws Exception {
    Path made = Files.createDirectory(folder.resolve("made")).resolve("hearth.db");
    load(3, made);
    Path file = folder.resolve("hearth.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + made);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("UPDATE user SET name = 'in the log' WHERE id = 1");
      Files.copy(made, file);
      Files.copy(made.resolveSibling("hearth.db-wal"), folder.resolve("hearth.db-wal"));
    }
    open(file);
    assertThat(ask(folder.resolve("hearth.db.schema-3"), "SELECT name FROM user WHERE id = 1"))
        .containsExactly("in the log");
  }

  @Test
  void aCopyGoesAfterAWeek() throws Exception {
    Path file = load(3);
    open(file);
    Path copy = folder.resolve("hearth.db.schema-3");
    open(file);
    assertThat(copy).exists();
    Files.setLastModifiedTime(
        copy, FileTime.from(Instant.now().minus(Duration.ofDays(7)).minusSeconds(1)));
    open(file);
    assertThat(copy).doesNotExist();
  }

  @Test
  void withoutACopyNothingIsChanged() throws Exception {
    Path file = load(3);
    byte[] before = Files.readAllBytes(file);
    Files.createDirectories(folder.resolve("hearth.db.schema-3.new").resolve("in the way"));
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(StoreUnusableException.class)
        .hasMessageContaining("could not be copied before its update");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private Path load(int version) throws Exception {
    Path file = folder.resolve("hearth.db");
    load(version, file);
    return file;
  }

  private static void load(int version, Path file) throws Exception {
    String resource = requireNonNull(RELEASED.get(version));
    try (InputStream in = requireNonNull(SchemaHistoryIT.class.getResourceAsStream(resource));
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void open(Path file) throws StoreUnusableException {
    SqliteStore.open(file, true, Runnable::run, 100, InstantSource.system()).close();
  }

  private static List<String> ask(Path file, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.append(found.getString(i)).append('|');
        }
        row.setLength(row.length() - 1);
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
