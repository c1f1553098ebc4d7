package hearth.client.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that is not what was written to it is put aside, whenever that is found out, and who
/// this device is stays.
class DamagedStoreTest {
  private static final int PAGE = 4096;
  private static final int ROWS = 1_500;
  private static final ChatId CHAT = new ChatId(3);
  private static final Identity IDENTITY =
      new Identity(
          new ServerInfo("0199e1a2-7b1c", "Workshop"),
          new Address("localhost", 7420),
          new UserId(1),
          "Mira",
          "secret");
  private static final List<Pending> PENDING =
      LongStream.rangeClosed(1, 3).mapToObj(DamagedStoreTest::pending).toList();

  @TempDir Path folder;
  private ProfileFolder profile;
  private Path file;

  @BeforeEach
  void fill() {
    profile = new ProfileFolder(folder);
    file = folder.resolve(IDENTITY.server().id() + ".db");
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveRows(
          CHAT, LongStream.rangeClosed(1, ROWS).mapToObj(DamagedStoreTest::row).toList());
      PENDING.forEach(store::saveOutbox);
      store.saveDraft(CHAT, "half a sentence");
    }
  }

  private static Pending pending(long number) {
    return new Pending(
        CHAT,
        new SendId(new UUID(7, number)),
        Instant.ofEpochMilli(number),
        Action.Post.text("not sent " + number),
        null);
  }

  private static Row row(long seq) {
    return Row.of(
        new Entry(
            CHAT,
            seq,
            Instant.ofEpochMilli(seq),
            new UserId(2),
            new SendId(new UUID(8, seq)),
            Action.Post.text("text number " + seq)));
  }

  @Test
  void whatIsNoDatabaseAnyMoreIsPutAsideAndTheDeviceIsTheSame() throws IOException {
    overwrite(0, "this is no database".repeat(400));
    assertThat(profile.known()).containsExactly(IDENTITY);
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.identity()).isEqualTo(IDENTITY);
      assertThat(store.outbox()).isEmpty();
      LocalStore.Replaced replaced = store.takeReplaced().orElseThrow();
      assertThat(replaced.aside()).exists().content().startsWith("this is no database");
      assertThat(replaced.aside().getFileName().toString())
          .startsWith("0199e1a2-7b1c.db.damaged-2");
      assertThat(store.takeReplaced()).as("is told once").isEmpty();
      store.saveRows(CHAT, List.of(row(1)));
    }
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.row(CHAT, 1)).isPresent();
      assertThat(store.takeReplaced()).isEmpty();
    }
  }

  @Test
  void aPageThatIsDamagedInsideIsFoundWhenItIsReadAndWhatWaitsIsRescued() throws IOException {
    damagePageWith("text number 700\"");
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.outbox()).isEqualTo(PENDING);
      assertThat(store.takeReplaced()).as("nothing is read that is damaged").isEmpty();
      assertThat(store.rowsFrom(CHAT, 1, ROWS)).isEmpty();
      assertThat(store.takeReplaced().orElseThrow().rescued()).isEqualTo(3);
      assertThat(store.outbox()).isEqualTo(PENDING);
      assertThat(store.drafts()).containsEntry(CHAT, "half a sentence");
      store.saveRows(CHAT, List.of(row(1)));
      store.commit();
      assertThat(store.rowsFrom(CHAT, 1, ROWS)).hasSize(1);
    }
  }

  @Test
  void aRowThatIsNotWhatWasWrittenIsDamageToo() throws SQLException {
    execute("UPDATE row SET json = '{\"entry' WHERE seq = 9");
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.row(CHAT, 9)).isEmpty();
      assertThat(store.takeReplaced().orElseThrow().rescued()).isEqualTo(3);
    }
  }

  @Test
  void oneActionThatCannotBeReadDoesNotKeepTheOthers() throws SQLException {
    execute("UPDATE action SET json = 'x' WHERE place = 2");
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.outbox()).containsExactly(PENDING.getFirst(), PENDING.getLast());
      assertThat(store.takeReplaced().orElseThrow().rescued()).isEqualTo(2);
    }
  }

  /// Wherever it is damaged, the device is the same and its memory can be used.
  @Test
  void anyDamageEndsInAMemoryThatCanBeUsed() throws IOException {
    Path sound = folder.resolveSibling(folder.getFileName() + "-sound");
    Files.copy(file, sound);
    try {
      for (int seed = 0; seed < 60; seed++) {
        Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
        Random random = new Random(seed);
        byte[] noise = new byte[1 + random.nextInt(3 * PAGE)];
        random.nextBytes(noise);
        overwrite(
            random.nextInt((int) Files.size(file)), new String(noise, StandardCharsets.ISO_8859_1));
        try (LocalStore store = profile.open(IDENTITY)) {
          assertThat(store.identity()).as("seed %d", seed).isEqualTo(IDENTITY);
          var _ = store.outbox();
          var _ = store.drafts();
          var _ = store.chats();
          var _ = store.rowsFrom(CHAT, 1, ROWS);
          store.saveRows(CHAT, List.of(row(ROWS + 1)));
          store.commit();
          assertThat(store.row(CHAT, ROWS + 1)).as("seed %d", seed).isPresent();
        }
      }
    } finally {
      Files.delete(sound);
    }
  }

  @Test
  void whoThisDeviceIsIsRescuedFromADamagedDatabaseOfAnEarlierVersion() throws Exception {
    Files.delete(folder.resolve(IDENTITY.server().id() + ".identity"));
    execute("INSERT INTO meta VALUES ('server', '0199e1a2-7b1c'), ('serverName', 'Workshop')");
    execute("INSERT INTO meta VALUES ('address', 'localhost:7420'), ('me', '1')");
    execute("INSERT INTO meta VALUES ('name', 'Mira'), ('token', 'secret')");
    execute("PRAGMA user_version = 2");
    damagePageWith("text number 700\"");
    assertThat(profile.known()).containsExactly(IDENTITY);
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.rowsFrom(CHAT, 1, ROWS)).isEmpty();
      assertThat(store.outbox()).isEqualTo(PENDING);
    }
  }

  private void damagePageWith(String text) throws IOException {
    String all = Files.readString(file, StandardCharsets.ISO_8859_1);
    int page = all.indexOf(text) / PAGE;
    assertThat(page).isGreaterThan(1);
    overwrite((long) page * PAGE, "\u00a5".repeat(PAGE));
  }

  private void overwrite(long from, String bytes) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(from);
      open.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
