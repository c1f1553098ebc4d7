package hearth.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.client.Identity;
import hearth.client.LocalStore;
import hearth.client.LocalStore.StoreException;
import hearth.client.Row;
import hearth.client.link.Address;
import hearth.protocol.ChatId;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.Message;
import hearth.protocol.SendId;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
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

  private static List<Event.Logged> stretch(long first, long last) {
    List<Event.Logged> entries = new ArrayList<>();
    for (long seq = first; seq <= last; seq++) {
      SendId sendId = SendId.create(seq, RandomGenerator.getDefault());
      entries.add(
          new Event.MessagePosted(
              new Message(CHAT, seq, new UserId(2), sendId, Instant.ofEpochMilli(seq), "text")));
    }
    return entries;
  }

  private static List<Long> seqs(LocalStore store) {
    return store.entries(CHAT, Long.MAX_VALUE, 1_000).stream().map(Event.Logged::seq).toList();
  }

  @Test
  void aWindowGrowsAtBothEnds() {
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveEntries(CHAT, stretch(5, 6));
      store.saveEntries(CHAT, stretch(7, 8));
      store.saveEntries(CHAT, stretch(3, 4));
      assertThat(seqs(store)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
      assertThat(store.tail(CHAT)).isEqualTo(8);
      assertThat(store.entries(CHAT, 7, 2)).extracting(Event.Logged::seq).containsExactly(5L, 6L);
    }
  }

  @Test
  void aStretchThatDoesNotTouchTheWindowReplacesIt() {
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveEntries(CHAT, stretch(1, 3));
      store.saveEntries(CHAT, stretch(5, 6));
      assertThat(seqs(store)).containsExactly(5L, 6L);
    }
  }

  @Test
  void whatWasCommittedIsThereAgain() {
    var pending =
        new Row.Pending(
            CHAT,
            SendId.create(1, RandomGenerator.getDefault()),
            Instant.ofEpochMilli(1_790_000_000_000L),
            "later",
            Fault.TEXT_TOO_LONG);
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveEntries(CHAT, stretch(1, 2));
      store.saveOutbox(pending);
      store.saveDraft(CHAT, "half a sen");
      store.commit();
    }
    try (LocalStore store = profile.open("0199e1a2-7b1c")) {
      assertThat(store.identity()).isEqualTo(IDENTITY);
      assertThat(seqs(store)).containsExactly(1L, 2L);
      assertThat(store.outbox()).containsExactly(pending);
      assertThat(store.drafts()).containsEntry(CHAT, "half a sen");
    }
  }

  @Test
  void joiningAnewForgetsTheLogOfTheFormerPersonButNotWhatWasWritten() {
    try (LocalStore store = profile.create(IDENTITY)) {
      store.saveEntries(CHAT, stretch(1, 2));
      store.saveDraft(CHAT, "half a sen");
    }
    var anew = new Identity(IDENTITY.server(), IDENTITY.address(), new UserId(9), "Mira", "other");
    try (LocalStore store = profile.create(anew)) {
      assertThat(store.identity()).isEqualTo(anew);
      assertThat(store.tail(CHAT)).isZero();
      assertThat(store.drafts()).hasSize(1);
    }
  }

  @Test
  void theTokenIsReadableByItsOwnerOnly() throws IOException {
    profile.create(IDENTITY).close();
    Path file = folder.resolve("servers").resolve("0199e1a2-7b1c.db");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
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
