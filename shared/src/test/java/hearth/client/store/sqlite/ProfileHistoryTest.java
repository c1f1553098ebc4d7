package hearth.client.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.User;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every schema of profiles that was ever released is kept as data; [OldProfileTest] has the first.
class ProfileHistoryTest {
  private static final String SERVER =
      "3008ed0ae36022c3fc58d7665718395d90e0ed6eeeb83c8b6236383f2b69d416";
  private static final ChatId LOBBY = new ChatId(1);
  private static final Map<Integer, String> RELEASED =
      Map.of(1, "profile-0.1.sql", 2, "profile-schema-2.sql");

  @TempDir Path folder;

  @Test
  void noneIsMissing() {
    assertThat(RELEASED.keySet())
        .containsAll(IntStream.range(1, ProfileSchema.MIGRATIONS.count()).boxed().toList());
  }

  /// Names and texts in it are such as the rules of today refuse.
  @Test
  void whatWasKeptByOtherRulesIsKept() throws Exception {
    Path file = folder.resolve(SERVER + ".db");
    String resource = requireNonNull(RELEASED.get(2));
    try (InputStream in = requireNonNull(ProfileHistoryTest.class.getResourceAsStream(resource));
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    try (LocalStore store = new ProfileFolder(folder).open(SERVER)) {
      assertThat(store.identity().name()).isEqualTo("Bo\u3164");
      assertThat(store.people())
          .extracting(User::name)
          .contains("Ann", "Ann\u200d", "\u0410nn", "\u3164", "\u2800", "Bo\u3164");
      assertThat(store.outbox())
          .extracting(Pending::action)
          .isEqualTo(List.of(Action.Post.text("\u3164"), new Action.React(11, "❤️", true)));
      assertThat(store.drafts()).isEqualTo(Map.of(LOBBY, "half a\u3164sentence"));
      assertThat(store.rowsBefore(LOBBY, Long.MAX_VALUE, 100)).hasSize(17);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }
}
