package hearth.client.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.client.store.Identity;
import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.Row;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles that earlier versions wrote stay readable, with all that waits in them.
class OldProfileTest {
  private static final String SERVER =
      "59d356d7991ed84918ec4ef0bbddac25155054c78fa18450f47dade44d10fae3";
  private static final ChatId LOBBY = new ChatId(1);
  private static final ChatId DIRECT = new ChatId(2);
  private static final ChatId GROUP = new ChatId(3);

  @TempDir Path folder;
  private LocalStore store;

  @BeforeEach
  void open() throws Exception {
    load("profile-0.1.sql", folder.resolve(SERVER + ".db"));
    store = new ProfileFolder(folder).open(SERVER);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void load(String resource, Path file) throws IOException, SQLException {
    try (InputStream in = requireNonNull(OldProfileTest.class.getResourceAsStream(resource));
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void thePersonIsTheSame() {
    assertThat(store.identity())
        .isEqualTo(
            new Identity(
                new ServerInfo(SERVER, "Мастерская"),
                new Address("127.0.0.1", 45_209),
                new UserId(1),
                "Мира",
                "nWuDX4Ffcl3z2Dv_yYIT4Z48et39faGyhBxtCsgvYjo"));
    assertThat(store.people()).extracting(User::name).containsExactly("Мира", "陈博", "Ζωή");
  }

  @Test
  void theTokenLeavesTheDatabaseForAFileOfItsOwn() throws IOException {
    String token = "nWuDX4Ffcl3z2Dv_yYIT4Z48et39faGyhBxtCsgvYjo";
    assertThat(folder.resolve(SERVER + ".identity")).content().contains(token);
    store.close();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> !file.toString().endsWith(".identity")))
          .allSatisfy(
              file -> assertThat(file).content(StandardCharsets.ISO_8859_1).doesNotContain(token));
    }
    store = new ProfileFolder(folder).open(SERVER);
    assertThat(store.identity().token()).isEqualTo(token);
  }

  @Test
  void chatsHaveTheirLastMessageAndMarkers() {
    List<ChatOverview> chats = store.chats();
    assertThat(chats).extracting(chat -> chat.chat().id()).containsExactly(LOBBY, DIRECT, GROUP);
    assertThat(chats).extracting(ChatOverview::head).containsExactly(25L, 7L, 10L);
    assertThat(chats).extracting(chat -> chat.mine().unread()).containsExactly(2, 1, 3);
    assertThat(chats.getFirst().chat().slowModeSeconds()).isEqualTo(10);
    assertThat(chats.getFirst().chat().owner()).hasValue(new UserId(1));
    assertThat(chats.get(1).chat().owner()).isEmpty();
    assertThat(chats.getLast().chat().title()).isEqualTo("机器人 Робот Ρομπότ 🤖");
    assertThat(chats.getFirst().markers().listed())
        .containsExactly(marker(1, 25, 23), marker(2, 25, 24), marker(3, 21, 19));
    assertThat(chats)
        .extracting(ChatOverview::last)
        .extracting(last -> text(requireNonNull(last)))
        .containsExactly(
            "Ещё одно: не забудьте выключить паяльник 🔥", "到家告诉我一声", "Schluss für heute 🌙");
  }

  @Test
  void windowsAreWholeAndInOrder() {
    assertThat(rows(LOBBY)).extracting(Row::seq).isEqualTo(seqs(25));
    assertThat(rows(DIRECT)).extracting(Row::seq).isEqualTo(seqs(7));
    assertThat(rows(GROUP)).extracting(Row::seq).isEqualTo(seqs(10));
    assertThat(text(LOBBY, 7)).isEqualTo("שלום וברוכים הבאים");
    assertThat(text(LOBBY, 13)).isEqualTo("👩🏽‍🔧🤖🎉");
    assertThat(text(DIRECT, 6)).isEqualTo("Строка первая\nстрока вторая\nстрока третья");
    assertThat(rows(LOBBY))
        .extracting(row -> row.entry().action())
        .contains(new Action.SetSlowMode(30), new Action.SetSlowMode(10));
    assertThat(rows(GROUP).getFirst().entry().action()).isInstanceOf(Action.AddMembers.class);
    assertThat(store.window(GROUP).map(LogWindow::from)).hasValue(1L);
    assertThat(store.window(GROUP).map(LogWindow::to)).hasValue(10L);
    assertThat(store.window(GROUP).orElseThrow().at()).isEqualTo(rows(GROUP).getLast().at());
  }

  @Test
  void whatWaitsStillWaitsInTheOrderOfWriting() {
    List<Pending> outbox = store.outbox();
    assertThat(outbox).extracting(Pending::chat).containsExactly(LOBBY, DIRECT, LOBBY);
    assertThat(outbox)
        .extracting(Pending::failure)
        .containsExactly(Fault.TEXT_TOO_LONG, null, null);
    assertThat(outbox)
        .extracting(Pending::action)
        .containsExactly(
            Action.Post.text(
                "Слишком длинный отчёт: this one the server refused for good.\n"
                    + "It waits to be discarded."),
            Action.Post.text("Я дома, всё хорошо 🏠"),
            Action.Post.text("Написано без связи:\nуйдёт позже."));
    assertThat(outbox.getLast().sendId()).hasToString("01a21382-83d2-73ec-ba6c-34c89254198f");
  }

  @Test
  void draftsAreKept() {
    assertThat(store.drafts())
        .isEqualTo(Map.of(LOBBY, "недописанное\nв две строки", GROUP, "Завтра принесу колёса и"));
  }

  private List<Row> rows(ChatId chat) {
    return store.rowsBefore(chat, Long.MAX_VALUE, 100);
  }

  private String text(ChatId chat, int seq) {
    return text(rows(chat).get(seq - 1));
  }

  private static String text(Row row) {
    return ((Content.Text) requireNonNull(row.content())).text();
  }

  private static Marker marker(long user, long delivered, long read) {
    return new Marker(new UserId(user), delivered, read);
  }

  private static List<Long> seqs(long head) {
    return LongStream.rangeClosed(1, head).boxed().toList();
  }
}
