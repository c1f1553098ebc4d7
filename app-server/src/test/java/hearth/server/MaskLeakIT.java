package hearth.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.DeviceCode;
import hearth.protocol.Fault;
import hearth.protocol.Forwarded;
import hearth.protocol.Hidden;
import hearth.protocol.Mask;
import hearth.protocol.Mentions;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.Permission;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that the connections of others are sent over a day on which one person does whatever
/// can be done, in a masked chat and outside of it. What they hear of the alias says nothing of the
/// person, and while the person is heard of, nothing is heard of the alias.
///
/// Ids are so large that one is found among all else.
class MaskLeakIT {
  private static final String NAME = "Mirabel Quell";
  private static final String LATER_NAME = "Mirabel Vane";
  private static final String DEVICE = "Quells Laptop";

  @TempDir Path data;
  private final Map<Peer, List<String>> heard = new ConcurrentHashMap<>();
  private ServerFixture server;
  private Peer mira;
  private Peer bo;
  private Peer cleo;

  /// Somebody who is in no masked chat.
  private Peer dan;

  private UserId alias;
  private UserId boAlias;
  private ChatId chat;
  private ChatId direct;
  private long answer;

  @BeforeEach
  void start() throws Exception {
    server = new ServerFixture(data);
    fillIds();
    bo = listening("Bo");
    cleo = listening("Cleo");
    dan = listening("Dan");
    mira = server.connect();
    mira.join(new Request.Join(NAME, Peer.newToken(), DEVICE));
    heardUntilNow();
    ChatOverview made =
        Peers.opened(
            bo.call(
                new Request.CreateGroup(Peer.sendId(), "Questions", List.of(), Chat.Kind.MASKED)));
    chat = made.chat().id();
    boAlias = mask(made).as();
    enter(cleo, chat);
    alias = enter(mira, chat);
    ChatOverview opened = Peers.opened(mira.call(new Request.OpenDirect(boAlias)));
    direct = opened.chat().id();
    assertThat(List.of(alias.value(), chat.value(), direct.value()))
        .allMatch(value -> value > 7_700_000);
    bo.append(chat, new Action.SetRole(alias, Role.OWNER));
    assertThat(heardUntilNow().get(bo)).isNotEmpty().allSatisfy(this::saysNothingOfMira);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fillIds() throws Exception {
    server.close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hearth.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO user (id, name, name_key, joined_at, removed_at)"
              + " VALUES (7700000, '', ' 7700000', 0, 1)");
      statement.executeUpdate(
          "INSERT INTO chat (id, kind, title, made_at) VALUES (8800000, 9, '', 0)");
    }
    server = new ServerFixture(data);
  }

  private Peer listening(String name) {
    Peer peer = server.connect();
    List<String> texts = new ArrayList<>();
    heard.put(peer, texts);
    peer.onText(
        text -> {
          synchronized (texts) {
            texts.add(text);
          }
        });
    peer.join(Peer.joinRequest(name));
    return peer;
  }

  /// All that each has heard, up to now and since the last time.
  private Map<Peer, List<String>> heardUntilNow() {
    Map<Peer, List<String>> until = new ConcurrentHashMap<>();
    heard.forEach(
        (peer, texts) -> {
          peer.toldUntilNow();
          synchronized (texts) {
            until.put(peer, List.copyOf(texts));
            texts.clear();
          }
        });
    return until;
  }

  /// Nobody hears of the person while the alias does something.
  private Map<Peer, List<String>> masked(Runnable deeds) {
    deeds.run();
    Map<Peer, List<String>> told = heardUntilNow();
    told.values().forEach(texts -> assertThat(texts).allSatisfy(this::saysNothingOfMira));
    assertThat(told.get(dan)).allSatisfy(this::saysNothingOfTheAlias);
    return told;
  }

  /// Nobody hears of the alias while the person does something: not even that it is quiet.
  private Map<Peer, List<String>> open(Runnable deeds) {
    deeds.run();
    Map<Peer, List<String>> told = heardUntilNow();
    told.values().forEach(texts -> assertThat(texts).allSatisfy(this::saysNothingOfTheAlias));
    return told;
  }

  private static void assertHeardOf(UserId who, @Nullable List<String> texts) {
    assertThat(texts).anySatisfy(text -> assertThat(text).containsPattern(id(who.value())));
  }

  private void saysNothingOfMira(String text) {
    assertThat(text).doesNotContain("Mirabel").doesNotContain("Quell").doesNotContain(DEVICE);
    assertThat(text).doesNotContain(mira.token()).doesNotContainPattern(id(mira.me().value()));
  }

  private void saysNothingOfTheAlias(String text) {
    for (long secret : List.of(alias.value(), chat.value(), direct.value())) {
      assertThat(text).doesNotContainPattern(id(secret));
    }
    assertThat(text).doesNotContain(DEVICE).doesNotContain(mira.token());
  }

  private static Pattern id(long value) {
    return Pattern.compile("(?<!\\d)" + value + "(?!\\d)");
  }

  private static UserId enter(Peer peer, ChatId chat) {
    peer.append(chat, new Action.AddMembers(List.of(peer.me())));
    ChatOverview seen =
        peer.await(ChatAppeared.class, told -> told.chat().chat().id().equals(chat)).chat();
    return mask(seen).as();
  }

  private static Mask mask(ChatOverview seen) {
    return requireNonNull(seen.mine().mask());
  }

  @Test
  void nobodyLearnsWhoIsBehindAnAlias() throws Exception {
    assertHeardOf(alias, masked(this::everyDeedOfAnAlias).get(bo));
    masked(this::whatOneSetsForOneself);
    assertHeardOf(mira.me(), open(this::everyDeedOfAPerson).get(bo));
    assertHeardOf(mira.me(), open(this::comingAndGoing).get(bo));
    assertHeardOf(alias, masked(this::leavingAndComingBack).get(bo));
    othersLookBack();
    assertHeardOf(mira.me(), open(this::beingRemoved).get(bo));
    whoComesLaterLooks();
  }

  private void everyDeedOfAnAlias() {
    long said = mira.post(chat, "why?").seq();
    answer = bo.post(chat, "because").seq();
    mira.append(chat, new Action.Edit(said, new Content.Text("Why?")));
    mira.append(chat, new Action.React(answer, "👍", true));
    mira.append(chat, new Action.React(answer, "👍", false));
    mira.append(chat, new Action.Pin(said, true));
    mira.append(chat, new Action.Post(new Content.Text("so"), answer));
    mira.append(chat, Action.Post.text(Mentions.of(boAlias) + " and " + Mentions.ALL));
    bo.append(chat, Action.Post.text(Mentions.of(alias) + "?"));
    mira.append(chat, new Action.Rename("Answers"));
    mira.append(chat, new Action.SetTopic("all of them"));
    mira.append(chat, new Action.SetPermission(Permission.PIN, Role.MEMBER));
    mira.append(chat, new Action.SetSlowMode(60));
    mira.append(chat, new Action.SetSlowMode(0));
    mira.append(chat, new Action.SetRole(boAlias, Role.ADMIN));
    mira.append(chat, new Action.Delete(said));
    Request bringing = Peer.request(chat, new Action.AddMembers(List.of(dan.me())));
    assertThat(mira.refused(bringing)).isEqualTo(Fault.NOT_ALLOWED);
    for (ChatId there : List.of(chat, direct)) {
      mira.call(new Request.ShowSign(there, Sign.TYPING));
      mira.call(new Request.ShowSign(there, Sign.LOOKING));
      mira.call(new Request.MarkDelivered(there, 3));
      mira.call(new Request.MarkRead(there, 3));
    }
    mira.post(direct, "psst");
    mira.call(new Request.CountUnread(chat, 1));
    Request forwarding =
        Peer.request(
            Peer.LOBBY,
            new Action.Post(
                new Content.Text("because"),
                0,
                new Forwarded(boAlias, new Forwarded.Origin(chat, answer))));
    assertThat(mira.refused(forwarding)).isEqualTo(Fault.NOT_ALLOWED);
  }

  private void whatOneSetsForOneself() {
    for (Action set :
        List.of(
            new Action.Mute(Action.Mute.ALWAYS),
            new Action.Archive(true),
            new Action.PinChat(true),
            new Action.MarkUnread(2),
            new Action.SaveDraft("Dear "),
            new Action.Remind(2, Instant.now()))) {
      mira.call(Peer.request(chat, set));
    }
  }

  private void everyDeedOfAPerson() {
    long said = mira.post("hello").seq();
    mira.append(new Action.React(said, "👍", true));
    mira.call(new Request.SetName(LATER_NAME));
    mira.call(new Request.SetStatus("in a meeting", null));
    mira.call(new Request.SetQuiet(Action.Mute.ALWAYS));
    mira.call(new Request.SetHidden(Hidden.TYPING, true));
    mira.call(new Request.SetHidden(Hidden.TYPING, false));
    mira.call(new Request.SetAway(true));
    mira.call(new Request.SetAway(false));
    Peers.opened(mira.call(new Request.OpenDirect(dan.me())));
  }

  private void comingAndGoing() {
    DeviceCode code =
        ((Response.DeviceCodeCreated) mira.call(new Request.CreateDeviceCode())).code();
    Peer phone = server.connect();
    phone.call(new Request.LinkDevice(code, Peer.newToken(), "Quells Phone"));
    phone.close();
    String token = mira.token();
    mira.close();
    dan.await(UserChanged.class, told -> told.user().presence() == Presence.OFFLINE);
    mira = server.resume(token);
    mira.call(new Request.MarkDelivered(chat, 5));
    mira.call(new Request.MarkDelivered(direct, 1));
    mira.call(new Request.CatchUp(chat, 0, null));
    mira.call(new Request.ListDevices());
    dan.await(UserChanged.class, told -> told.user().presence() == Presence.ONLINE);
  }

  private void leavingAndComingBack() {
    mira.append(chat, new Action.RemoveMember(alias));
    assertThat(enter(mira, chat)).isEqualTo(alias);
    mira.post(chat, "again");
  }

  /// The others come back, and read all that there is.
  private void othersLookBack() {
    for (Peer peer : List.of(bo, cleo)) {
      Peer again = server.resume(peer.token());
      List<ChatOverview> seen = again.overview().chats();
      assertThat(seen).anyMatch(one -> one.chat().id().equals(chat));
      seen.stream()
          .filter(one -> one.mine().mask() != null)
          .forEach(one -> saysNothingOfMira(json(one)));
      assertThat(again.overview().people())
          .noneMatch(user -> user.isAlias())
          .noneMatch(user -> user.id().equals(alias));
      masked(
          () -> {
            peer.call(new Request.CatchUp(chat, 0, null));
            peer.call(new Request.FetchHistory(chat, Request.Side.BEFORE, 1_000, 100));
            peer.call(new Request.FetchVersions(chat, answer));
            peer.call(new Request.FindTime(chat, Instant.EPOCH));
            peer.call(new Request.ListChannels(0, true));
          });
    }
    Peer outside = server.resume(dan.token());
    outside.overview().chats().forEach(one -> saysNothingOfTheAlias(json(one)));
    outside.overview().people().forEach(user -> assertThat(user.isAlias()).isFalse());
  }

  private static String json(ChatOverview seen) {
    return hearth.protocol.json.Values.CHAT_OVERVIEW.toJson(seen);
  }

  private void beingRemoved() {
    server.server().makeOwner(dan.me());
    dan.call(new Request.DeleteUser(mira.me()));
  }

  private void whoComesLaterLooks() throws Exception {
    Peer later = server.join("Eve");
    enter(later, chat);
    ChatOverview seen = server.overview(later).chats().getLast();
    saysNothingOfMira(json(seen));
    assertThat(seen.chat().members()).as("still there, and silent").contains(alias);
    assertThat(mask(seen).aliases()).anyMatch(user -> user.id().equals(alias));
  }
}
