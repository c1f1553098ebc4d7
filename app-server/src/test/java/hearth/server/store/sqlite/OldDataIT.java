package hearth.server.store.sqlite;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Device;
import hearth.protocol.Entry;
import hearth.protocol.Marker;
import hearth.protocol.OverviewPage;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data that earlier versions wrote stays readable.
class OldDataIT {
  private static final ChatId LOBBY = new ChatId(1);
  private static final ChatId DIRECT = new ChatId(2);
  private static final ChatId GROUP = new ChatId(3);
  private static final UserId MIRA = new UserId(1);
  private static final UserId BO = new UserId(2);
  private static final UserId ZOE = new UserId(3);
  private static final String MIRAS_DEVICE =
      "e6d7599917fbc74fbfe18f620e8ada2614d44de53e52f98921c975ddb618a14e";

  @TempDir Path folder;
  private SqliteStore store;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("hearth.db");
    load("data-0.1.sql", file);
    store = SqliteStore.open(file, true, Runnable::run, 100, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void load(String resource, Path file) throws IOException, SQLException {
    try (InputStream in = requireNonNull(OldDataIT.class.getResourceAsStream(resource));
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void peopleAndTheirDevicesAreKnown() {
    OverviewPage overview = overview(MIRA);
    assertThat(overview.people()).extracting(User::name).containsExactly("Мира", "陈博", "Ζωή");
    assertThat(overview.people().getLast().lastSeen())
        .isEqualTo(Instant.ofEpochMilli(1_795_161_425_298L));
    assertThat(store.accountOf(HexFormat.of().parseHex(MIRAS_DEVICE)))
        .hasValueSatisfying(
            account -> {
              assertThat(account.id()).isEqualTo(MIRA);
              assertThat(account.name()).isEqualTo("Мира");
              assertThat(store.devices(MIRA)).extracting(Device::id).contains(account.device());
            });
  }

  @Test
  void chatsHaveTheirMembersHeadsAndSlowMode() {
    assertThat(store.chats())
        .containsExactly(
            new Chat(LOBBY, Chat.Kind.LOBBY, "Lobby", List.of(MIRA, BO, ZOE), owner(MIRA), 10),
            new Chat(DIRECT, Chat.Kind.DIRECT, "", List.of(MIRA, BO), List.of(), 0),
            new Chat(
                GROUP,
                Chat.Kind.GROUP,
                "机器人 Робот Ρομπότ 🤖",
                List.of(BO, MIRA, ZOE),
                owner(BO),
                0));
    assertThat(overview(MIRA).chats()).extracting(ChatOverview::head).containsExactly(25L, 7L, 10L);
    assertThat(overview(MIRA).chats())
        .extracting(ChatOverview::last)
        .extracting(last -> text(requireNonNull(last)))
        .containsExactly(
            "Ещё одно: не забудьте выключить паяльник 🔥", "到家告诉我一声", "Schluss für heute 🌙");
  }

  @Test
  void markersStandWhereTheyStood() {
    List<ChatOverview> chats = overview(MIRA).chats();
    assertThat(markers(chats.get(0)))
        .containsExactly(new Marker(MIRA, 25, 23), new Marker(BO, 25, 24), new Marker(ZOE, 21, 19));
    assertThat(markers(chats.get(1))).containsExactly(new Marker(MIRA, 7, 6), new Marker(BO, 7, 5));
    assertThat(markers(chats.get(2)))
        .containsExactly(new Marker(BO, 10, 10), new Marker(MIRA, 10, 7), new Marker(ZOE, 7, 7));
    assertThat(chats).extracting(chat -> chat.mine().unread()).containsExactly(2, 1, 3);
    assertThat(overview(ZOE).chats())
        .extracting(chat -> chat.mine().unread())
        .containsExactly(5, 3);
  }

  @Test
  void logsAreWholeAndInOrder() {
    assertThat(log(LOBBY)).extracting(Entry::seq).isEqualTo(seqs(25));
    assertThat(log(DIRECT)).extracting(Entry::seq).isEqualTo(seqs(7));
    assertThat(log(GROUP)).extracting(Entry::seq).isEqualTo(seqs(10));
    assertThat(log(LOBBY).getFirst())
        .isEqualTo(
            new Entry(
                LOBBY,
                1,
                Instant.ofEpochMilli(1_795_159_861_427L),
                MIRA,
                null,
                new Action.AddMembers(List.of(MIRA))));
    assertThat(log(LOBBY))
        .extracting(Entry::action)
        .contains(new Action.SetSlowMode(30), new Action.SetSlowMode(10));
    assertThat(log(GROUP).getFirst().action())
        .isEqualTo(new Action.AddMembers(List.of(BO, MIRA, ZOE)));
    assertThat(store.history(GROUP, BO, Request.Side.BEFORE, 100, 100).rows())
        .isEqualTo(log(GROUP).stream().map(Row::of).toList());
  }

  @Test
  void textsAreAsTheyWereWritten() {
    assertThat(text(LOBBY, 7)).isEqualTo("שלום וברוכים הבאים");
    assertThat(text(LOBBY, 10))
        .isEqualTo("The list for today:\n  1. solder the board\n  2. test the gripper\n\n  3. tea");
    assertThat(text(LOBBY, 13)).isEqualTo("👩🏽‍🔧🤖🎉");
    assertThat(text(LOBBY, 15))
        .isEqualTo(
            "He said 'it's fine'; \"quotes\" and \\ backslashes \\n stay; -- so do comments");
    assertThat(log(LOBBY).get(3).sendId()).hasToString("01a21382-7fdc-7e58-9c09-be8eedfc0849");
  }

  private static List<Chat.MemberRole> owner(UserId user) {
    return List.of(new Chat.MemberRole(user, Role.OWNER));
  }

  private static List<Marker> markers(ChatOverview chat) {
    return chat.chat().members().stream().map(chat.markers()::of).toList();
  }

  private OverviewPage overview(UserId me) {
    return store.overview(me, null, _ -> Presence.OFFLINE);
  }

  private List<Entry> log(ChatId chat) {
    return ((Response.Entries) store.catchUp(chat, BO, 0, null)).entries();
  }

  private String text(ChatId chat, int seq) {
    return text(Row.of(log(chat).get(seq - 1)));
  }

  private static String text(Row row) {
    return ((Content.Text) requireNonNull(row.content())).text();
  }

  private static List<Long> seqs(long head) {
    return LongStream.rangeClosed(1, head).boxed().toList();
  }
}
