package hearth.client.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.client.store.JoinMemory.Attempt;
import hearth.client.store.LocalStore;
import hearth.client.store.LocalStore.StoreException;
import hearth.client.store.LogWindow;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStoreTest {
  private static final ChatId CHAT = new ChatId(3);
  private static final Identity IDENTITY =
      new Identity(
          new ServerInfo("0199e1a2-7b1c", "Workshop"),
          new Address("localhost", 7420),
          new UserId(1),
          "Mira",
          "secret");

  @TempDir Path folder;
  private ProfileFolder profile;

  @BeforeEach
  void profile() {
    profile = new ProfileFolder(folder.resolve("servers"));
  }

  private static Row row(long seq, String text) {
    SendId sendId = SendId.create(seq, RandomGenerator.getDefault());
    return Row.of(
        new Entry(
            CHAT, seq, Instant.ofEpochMilli(seq), new UserId(2), sendId, Action.Post.text(text)));
  }

  private static List<Row> stretch(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(seq -> row(seq, "text " + seq)).toList();
  }

  private static List<Long> seqs(List<Row> rows) {
    return rows.stream().map(Row::seq).toList();
  }

  @Test
  void rowsAreFoundFromBothSides() {
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveRows(CHAT, stretch(3, 8));
      assertThat(seqs(store.rowsBefore(CHAT, 7, 2))).containsExactly(5L, 6L);
      assertThat(seqs(store.rowsFrom(CHAT, 7, 9))).containsExactly(7L, 8L);
      assertThat(store.row(CHAT, 4).map(Row::seq)).hasValue(4L);
      assertThat(store.row(CHAT, 9)).isEmpty();
    }
  }

  @Test
  void aWindowIsKeptAndForgottenWithItsRows() {
    LogWindow window = new LogWindow(3, 8, Instant.ofEpochMilli(8), true);
    try (LocalStore store = profile.create(IDENTITY)) {
      assertThat(store.window(CHAT)).isEmpty();
      store.saveRows(CHAT, stretch(3, 8));
      store.saveWindow(CHAT, window);
      store.commit();
      assertThat(store.window(CHAT)).hasValue(window);
      store.saveWindow(CHAT, new LogWindow(3, 9, null, false));
      assertThat(store.window(CHAT)).hasValue(new LogWindow(3, 9, null, false));
      store.forgetRows(CHAT);
      assertThat(store.window(CHAT)).isEmpty();
      assertThat(store.rowsFrom(CHAT, 1, 9)).isEmpty();
    }
  }

  @Test
  void whatWasErasedIsNowhereOnTheDiskAnyMore() throws IOException {
    String secret = "do not keep this";
    try (LocalStore store = profile.create(IDENTITY)) {
      Row row = row(1, secret);
      store.saveRows(CHAT, List.of(row));
      store.saveRows(CHAT, stretch(2, 40));
      store.commit();
      assertThat(onDisk(secret)).isTrue();
      store.saveRows(
          CHAT,
          List.of(row.changedBy(new Action.Delete(1), new UserId(2), Instant.ofEpochMilli(50))));
      store.commit();
      assertThat(onDisk(secret)).isFalse();
    }
  }

  private boolean onDisk(String text) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("servers"))) {
      for (Path file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void whatAnEarlierVersionDidNotUnderstandIsKept() {
    Entry later =
        new Entry(
            CHAT,
            9,
            Instant.ofEpochMilli(9),
            new UserId(2),
            null,
            new Action.Unknown("star", 4, "{\"type\":\"star\",\"target\":4}"));
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveUnknown(later);
      assertThat(store.unknown()).containsExactly(later);
      store.removeUnknown(CHAT);
      assertThat(store.unknown()).isEmpty();
    }
  }

  @Test
  void anAttemptToJoinKeepsItsTokenUntilItHasSucceeded() throws IOException {
    Attempt first = profile.attempt("0199e1a2-7b1c", false);
    assertThat(first.token()).hasSize(43);
    assertThat(first.again()).isFalse();
    Attempt plain = profile.attempt("0199e1a2-7b1c", true);
    assertThat(plain.token()).isNotEqualTo(first.token());
    assertThat(new ProfileFolder(folder.resolve("servers")).attempt("0199e1a2-7b1c", false))
        .isEqualTo(new Attempt(first.token(), true));
    profile.create(IDENTITY).close();
    assertThat(profile.attempt("0199e1a2-7b1c", false).token()).isNotEqualTo(first.token());
  }

  @Test
  void anAttemptOfAnEarlierVersionIsKnown() throws IOException {
    Files.createDirectories(folder.resolve("servers"));
    Files.writeString(
        folder.resolve("servers").resolve("0199e1a2-7b1c.joining"), "Mira\nabc\n\tMira\nxyz\n");
    assertThat(profile.attempt("0199e1a2-7b1c", false)).isEqualTo(new Attempt("abc", true));
    assertThat(profile.attempt("0199e1a2-7b1c", true)).isEqualTo(new Attempt("xyz", true));
  }

  @Test
  void whatWasCommittedIsThereAgain() {
    var pending =
        new Pending(
            CHAT,
            SendId.create(1, RandomGenerator.getDefault()),
            Instant.ofEpochMilli(1_790_000_000_000L),
            new Action.Edit(7, new Content.Text("later")),
            Fault.TEXT_TOO_LONG);
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveRows(CHAT, stretch(1, 2));
      store.saveWindow(CHAT, new LogWindow(1, 2, null, false));
      store.saveEpoch("b7e1");
      store.saveOutbox(pending);
      store.saveDraft(CHAT, "half a sen");
      store.commit();
    }
    try (LocalStore store = profile.open("0199e1a2-7b1c")) {
      assertThat(store.identity()).isEqualTo(IDENTITY);
      assertThat(seqs(store.rowsFrom(CHAT, 1, 9))).containsExactly(1L, 2L);
      assertThat(store.epoch()).hasValue("b7e1");
      assertThat(store.outbox()).containsExactly(pending);
      assertThat(store.drafts()).containsEntry(CHAT, "half a sen");
    }
  }

  @Test
  void anotherTokenOfTheSameServerGetsAMemoryOfItsOwnWithWhatWasWritten() {
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveRows(CHAT, stretch(1, 2));
      store.saveWindow(CHAT, new LogWindow(1, 2, null, false));
      store.saveEpoch("b7e1");
      store.saveDraft(CHAT, "half a sen");
    }
    var again = new Identity(IDENTITY.server(), IDENTITY.address(), new UserId(9), "Mira", "other");
    try (LocalStore store = profile.create(again)) {
      assertThat(store.identity()).isEqualTo(again);
      assertThat(store.window(CHAT)).isEmpty();
      assertThat(store.drafts()).hasSize(1);
    }
    assertThat(profile.find(IDENTITY.server().id())).containsExactlyInAnyOrder(again, IDENTITY);
    try (LocalStore store = profile.open(IDENTITY)) {
      assertThat(store.identity()).isEqualTo(IDENTITY);
      assertThat(seqs(store.rowsFrom(CHAT, 1, 9))).containsExactly(1L, 2L);
    }
  }

  @Test
  void theSameTokenFindsItsMemoryAgainAtAnotherAddress() {
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveRows(CHAT, stretch(1, 2));
    }
    Identity moved = IDENTITY.at(new Address("10.0.0.9", 7420));
    try (LocalStore store = profile.create(moved)) {
      assertThat(store.identity()).isEqualTo(moved);
      assertThat(seqs(store.rowsFrom(CHAT, 1, 9))).containsExactly(1L, 2L);
    }
    assertThat(profile.known()).containsExactly(moved);
  }

  @Test
  void anIdentityDoesNotLeaveTls() {
    Address plain = new Address("localhost", 7420, true, null);
    assertThatThrownBy(() -> IDENTITY.at(plain)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTokenIsInAFileOfItsOwnReadableByItsOwnerOnly() throws IOException {
    profile.create(IDENTITY).close();
    Path file = folder.resolve("servers").resolve("0199e1a2-7b1c.identity");
    assertThat(file).content().contains("secret");
    assertThat(folder.resolve("servers").resolve("0199e1a2-7b1c.db"))
        .content(StandardCharsets.ISO_8859_1)
        .doesNotContain("secret");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void noNameOfAServerChangesAnotherLineOfTheIdentity() {
    Identity odd =
        new Identity(
            new ServerInfo("0199e1a2-7b1c", "A\\b\ntoken=mine\r #!= \u2028x "),
            new Address("localhost", 7420),
            new UserId(1),
            " Mira\\",
            "secret");
    profile.create(odd).close();
    assertThat(profile.known()).containsExactly(odd);
  }

  @Test
  void withoutItsDatabaseAServerIsKnownAndFetchedAgain() throws IOException {
    profile.create(IDENTITY).close();
    Files.delete(folder.resolve("servers").resolve("0199e1a2-7b1c.db"));
    assertThat(profile.known()).containsExactly(IDENTITY);
    try (LocalStore store = profile.open("0199e1a2-7b1c")) {
      assertThat(store.identity()).isEqualTo(IDENTITY);
      assertThat(store.chats()).isEmpty();
    }
  }

  @Test
  void knownServersAreListedEvenWhileOneIsOpenAndBrokenFilesAreLeftOut() throws IOException {
    assertThat(profile.known()).isEmpty();
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveDraft(CHAT, "not committed yet");
      Files.writeString(folder.resolve("servers").resolve("broken.db"), "x".repeat(5_000));
      assertThat(profile.known()).containsExactly(IDENTITY);
    }
  }

  @Test
  void aServerNeverJoinedCannotBeOpened() {
    assertThatThrownBy(() -> profile.open("0199ffff")).isInstanceOf(StoreException.class);
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.writeString(folder.resolve("servers"), "a file in the way");
    assertThatThrownBy(() -> profile.create(IDENTITY)).isInstanceOf(StoreException.class);
  }
}
