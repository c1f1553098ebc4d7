package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Action.RemoveMember;
import hearth.protocol.Action.SetRole;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.Notification.ChatAppeared;
import hearth.protocol.Notification.ChatDeleted;
import hearth.protocol.Notification.EntryAppended;
import hearth.protocol.Notification.UserChanged;
import hearth.protocol.OverviewPage;
import hearth.protocol.Request;
import hearth.protocol.Request.CatchUp;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Request.DeleteChat;
import hearth.protocol.Request.DeleteUser;
import hearth.protocol.Request.OpenDirect;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ann owns the server, Ben a group with Ann and Cleo.
class DeletionIT {
  private static final String SECRET = "a very particular secret";

  @TempDir Path data;
  private ServerFixture server;
  private Peer ann;
  private Peer ben;
  private Peer cleo;
  private ChatId group;

  @BeforeEach
  void start() throws StartException {
    server = new ServerFixture(data);
    cleo = server.join("Cleo"); // who comes first owns the lobby, and not the server
    ann = server.join("Ann");
    ben = server.join("Ben");
    server.server().makeOwner(ann.me());
    group = group(ben, "Choir", ann.me(), cleo.me());
    ben.post(group, SECRET);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void onlyTheOwnerIsToldToBeOneAndMayDelete() {
    assertThat(server.resume(ann.token()).resumed().owner()).isTrue();
    assertThat(server.resume(cleo.token()).resumed().owner()).isFalse();
    for (Peer other : List.of(ben, cleo)) {
      assertThat(other.refused(new DeleteChat(group))).isEqualTo(Fault.SERVER_OWNER_ONLY);
      assertThat(other.refused(new DeleteUser(ben.me()))).isEqualTo(Fault.SERVER_OWNER_ONLY);
      assertThat(other.refused(new DeleteChat(new ChatId(77)))).isEqualTo(Fault.SERVER_OWNER_ONLY);
    }
    assertThat(ann.refused(new DeleteChat(Peer.LOBBY))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(ann.refused(new DeleteUser(ann.me()))).isEqualTo(Fault.SERVER_OWNER_STAYS);
    assertThat(ann.refused(new DeleteUser(new UserId(77)))).isEqualTo(Fault.USER_UNKNOWN);
  }

  @Test
  void theOwnerIsOneAfterARestartAndByNameFromTheCommandLine() throws StartException {
    server.restart();
    assertThat(server.resume(ann.token()).resumed().owner()).isTrue();
    server.server().setOwners(List.of("BEN"));
    assertThat(server.resume(ann.token()).resumed().owner()).isFalse();
    assertThat(server.resume(ben.token()).resumed().owner()).isTrue();
    FaultException unknown =
        catchThrowableOfType(
            FaultException.class, () -> server.server().setOwners(List.of("Ann", "Nobody")));
    assertThat(unknown.fault()).isEqualTo(Fault.USER_UNKNOWN);
    assertThat(server.resume(ben.token()).resumed().owner()).isTrue();
  }

  @Test
  void theCommandLineNamesTheOwnersAndRefusesWhoHasNotJoined() throws Exception {
    server.server().close();
    Process refused = run("Nobody");
    assertThat(refused.errorReader().lines())
        .anyMatch(line -> line.startsWith("The owner was not set: There is no such person here."));
    assertThat(refused.waitFor()).isEqualTo(1);
    Process running = run("ben");
    try {
      String line = running.inputReader().readLine();
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      try (Peer again = Peer.resume(port, ben.token())) {
        assertThat(again.resumed().owner()).isTrue();
      }
    } finally {
      running.destroyForcibly().waitFor();
    }
  }

  private Process run(String owner) throws IOException {
    List<String> command = new ArrayList<>(ServerProcess.command(data));
    command.addAll(List.of("--owner", owner));
    return new ProcessBuilder(command).start();
  }

  @Test
  void aDeletedChatIsGoneForItsMembersAtOnceAndForThoseWhoWereAway() {
    cleo.close();
    assertThat(ann.call(new DeleteChat(group))).isEqualTo(new Response.Done());
    assertThat(ben.await(ChatDeleted.class)).isEqualTo(new ChatDeleted(group));
    assertThat(ann.await(ChatDeleted.class)).isEqualTo(new ChatDeleted(group));
    for (Request request :
        List.of(
            Peer.request(group, Action.Post.text("hello?")),
            Peer.request(group, new RemoveMember(ben.me())),
            new CatchUp(group, 0, null),
            new Request.FetchHistory(group, Request.Side.BEFORE, 9, 9),
            new Request.MarkRead(group, 1))) {
      assertThat(ben.refused(request)).as("%s", request).isEqualTo(Fault.CHAT_UNKNOWN);
    }
    assertThat(ann.call(new DeleteChat(group))).as("twice").isEqualTo(new Response.Done());
    assertThat(chats(server.overview(cleo))).containsExactly(Peer.LOBBY);
  }

  @Test
  void theSameSentAgainIntoADeletedChatIsRefusedAndNotABug() {
    Request.Append leaving = Peer.request(group, new RemoveMember(cleo.me()));
    Request.Append post = Peer.request(group, Action.Post.text("same"));
    cleo.append(post);
    cleo.append(leaving);
    ann.call(new DeleteChat(group));
    assertThat(cleo.refused(post)).isEqualTo(Fault.CHAT_UNKNOWN);
    assertThat(cleo.refused(leaving)).isEqualTo(Fault.CHAT_UNKNOWN);
    assertThat(cleo.isOpen()).isTrue();
  }

  @Test
  void nothingOfADeletedChatStaysOnTheDiskAndItsIdIsNotGivenAgain() throws Exception {
    for (int i = 0; i < 1_200; i++) {
      ben.send(
          new Frame.RequestFrame(
              OptionalLong.empty(), Peer.request(group, Action.Post.text(SECRET + " " + i))));
    }
    long seq = ben.post(group, SECRET).seq();
    ben.append(group, new Action.React(seq, "👍", true));
    ben.append(group, new Action.Edit(seq, Action.Post.text(SECRET + ", edited").content()));
    ann.call(new DeleteChat(group));
    ChatId next = group(ben, "Band", ann.me());
    assertThat(next.value()).isGreaterThan(group.value());
    server.restart(); // in the middle of erasing, and it goes on
    Peer again = server.resume(ben.token());
    awaitErased(again);
    server.server().close();
    assertThat(onDisk()).doesNotContain(SECRET, "Choir");
    for (String table : List.of("member", "row_state", "reaction", "erasing")) {
      assertThat(count("SELECT count(*) FROM " + table + " WHERE chat = " + group.value()))
          .as(table)
          .isZero();
    }
  }

  @Test
  void aRestartAfterADeletionKeepsTheEpoch() throws Exception {
    String epoch = server.resume(ben.token()).resumed().welcome().epoch();
    ann.call(new DeleteChat(group));
    awaitErased(ben);
    server.restart();
    Response.Resumed resumed = server.resume(ben.token()).resumed();
    assertThat(resumed.welcome().epoch()).isEqualTo(epoch);
  }

  @Test
  void whoLeavesAGroupLastDeletesIt() throws Exception {
    ChatId pair = group(ben, "Pair", cleo.me());
    ben.post(pair, SECRET);
    ben.append(pair, new RemoveMember(ben.me()));
    cleo.append(pair, new RemoveMember(cleo.me()));
    assertThat(cleo.refused(Peer.request(pair, Action.Post.text("alone"))))
        .isEqualTo(Fault.CHAT_UNKNOWN);
    server.server().close();
    assertThat(count("SELECT count(*) FROM chat WHERE id = " + pair.value() + " AND kind = 9"))
        .isEqualTo(1);
  }

  @Test
  void aRemovedPersonIsShutOutForEverAndTheNameIsFree() throws StartException {
    Peer phone = server.resume(ben.token());
    Request.Join joinedWith = new Request.Join("Ben", ben.token());
    assertThat(ann.call(new DeleteUser(ben.me()))).isEqualTo(new Response.Done());
    assertThat(ben.awaitClosed()).isEqualTo(Limits.CLOSE_REMOVED);
    assertThat(phone.awaitClosed()).isEqualTo(Limits.CLOSE_REMOVED);
    for (int restarts = 0; restarts < 2; restarts++) {
      assertThat(server.connect().refused(new Request.Resume(ben.token())))
          .isEqualTo(Fault.ACCOUNT_DELETED);
      assertThat(server.connect().refused(joinedWith)).isEqualTo(Fault.ACCOUNT_DELETED);
      server.restart();
    }
    ann = server.resume(ann.token());
    assertThat(ann.call(new DeleteUser(ben.me()))).as("twice").isEqualTo(new Response.Done());
    assertThat(server.join("Ben").me().value()).isGreaterThan(ben.me().value());
  }

  @Test
  void othersHearThatAPersonWasRemovedAndThoseWhoWereAwayLearnIt() {
    Peer dee = server.join("Dee");
    dee.close();
    long seq = ben.post("Good morning").seq();
    ann.call(new DeleteUser(ben.me()));
    User gone = User.deleted(ben.me());
    UserChanged heard = cleo.await(UserChanged.class, told -> told.user().deleted());
    assertThat(heard.user()).isEqualTo(gone);
    assertThat(cleo.row(seq).author()).isEqualTo(ben.me());
    assertThat(server.overview(dee).people()).contains(gone);
    assertThat(server.lobby(dee).chat().members()).doesNotContain(ben.me());
    assertThat(cleo.refused(new OpenDirect(ben.me()))).isEqualTo(Fault.USER_UNKNOWN);
    assertThat(cleo.refused(new CreateGroup(Peer.sendId(), "With Ben", List.of(ben.me()))))
        .isEqualTo(Fault.USER_UNKNOWN);
  }

  @Test
  void aRemovedPersonLeavesGroupsAndDirectChatsGo() {
    cleo.post(group, "I wrote here too");
    ChatId direct = direct(ben, cleo);
    cleo.await(ChatAppeared.class, told -> told.chat().chat().id().equals(direct));
    ann.call(new DeleteUser(ben.me()));
    EntryAppended left =
        cleo.await(
            EntryAppended.class,
            told ->
                told.entry().chat().equals(group) && told.entry().action() instanceof RemoveMember);
    assertThat(left.entry().author()).isEqualTo(ben.me());
    assertThat(cleo.await(ChatDeleted.class)).isEqualTo(new ChatDeleted(direct));
    ChatOverview now = overviewOf(group, server.overview(cleo));
    assertThat(now.chat().members()).containsExactly(ann.me(), cleo.me());
    assertThat(now.chat().roleOf(ann.me())).as("the heir").isEqualTo(Role.OWNER);
    ann.append(group, new SetRole(cleo.me(), Role.OWNER));
  }

  @Test
  void aFloodGoesWithWhoeverMadeIt() {
    List<ChatId> flood = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      ChatId one = group(cleo, "Buy " + i, ann.me(), ben.me());
      cleo.post(one, "Buy!");
      flood.add(one);
    }
    ann.post(flood.getFirst(), "Who is this?");
    ann.call(new DeleteUser(cleo.me()));
    assertThat(chats(server.overview(ben)))
        .as("where somebody else wrote, the chat stays")
        .containsExactly(Peer.LOBBY, group, flood.getFirst());
  }

  @Test
  void nothingOfARemovedPersonsNameStaysOnTheDisk() throws Exception {
    Peer peculiar = server.join("Peculiar Name");
    ann.call(new DeleteUser(peculiar.me()));
    peculiar.awaitClosed();
    server.server().close();
    assertThat(onDisk()).doesNotContainIgnoringCase("peculiar");
    assertThat(count("SELECT count(*) FROM name_look WHERE user = " + peculiar.me().value()))
        .isZero();
  }

  @Test
  void whatWasOnItsWayWhenThePersonWasRemovedIsRefused() {
    ChatId direct = direct(ben, cleo);
    for (int i = 0; i < 50; i++) {
      var _ = ben.ask(Peer.request(direct, Action.Post.text("flood " + i)));
    }
    ann.call(new DeleteUser(ben.me()));
    ben.awaitClosed();
    assertThat(cleo.toldUntilNow()).last().isInstanceOf(UserChanged.class);
    assertThat(ann.isOpen()).isTrue();
  }

  private void awaitErased(Peer anyone) throws Exception {
    // Each write lets one piece of what is deleted be erased before the next answer.
    do {
      anyone.post("on");
    } while (count("SELECT count(*) FROM erasing") > 0);
  }

  private long count(String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hearth.db"));
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      return found.getLong(1);
    }
  }

  private String onDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(data)) {
      for (Path file : files.filter(file -> file.toString().contains("hearth.db")).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static List<ChatId> chats(OverviewPage page) {
    return page.chats().stream().map(overview -> overview.chat().id()).toList();
  }

  private static ChatOverview overviewOf(ChatId chat, OverviewPage page) {
    return page.chats().stream()
        .filter(overview -> overview.chat().id().equals(chat))
        .findFirst()
        .orElseThrow();
  }

  private static ChatId group(Peer maker, String title, UserId... members) {
    return opened(maker.call(new CreateGroup(Peer.sendId(), title, List.of(members))));
  }

  private static ChatId direct(Peer maker, Peer with) {
    return opened(maker.call(new OpenDirect(with.me())));
  }

  private static ChatId opened(Response response) {
    return ((Response.ChatOpened) response).chat().chat().id();
  }
}
