package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.SERVER;
import static hearth.client.Lobby.entries;
import static hearth.client.Lobby.entry;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.overview;
import static hearth.client.Lobby.page;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.model.ChatItem;
import hearth.client.model.Connection;
import hearth.client.model.Picture;
import hearth.client.model.TimelineRow;
import hearth.client.model.Timelines;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Marker;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against a server that the test plays, with a real store.
class HearthClientTest {
  @TempDir Path folder;

  private final FakeNetwork network = new FakeNetwork();
  private Picture picture = new Picture();
  private HearthClient client;

  @BeforeEach
  void join() {
    client = HearthClient.start(new ProfileFolder(folder).create(IDENTITY), network, picture);
  }

  @AfterEach
  void leave() {
    client.close();
  }

  private void restart() {
    client.close();
    picture = new Picture();
    client = HearthClient.start(new ProfileFolder(folder).open(SERVER.id()), network, picture);
  }

  private void await(Predicate<Picture> wish) {
    assertThat(picture.await(Duration.ofSeconds(10), wish)).isTrue();
  }

  private FakeLink resume(ChatOverview lobby) {
    FakeLink link = network.accept();
    link.opens();
    var resume = link.asked(Request.Resume.class);
    assertThat(resume.request().token()).isEqualTo("secret");
    resume.answer(resumed(lobby));
    await(Picture::online);
    return link;
  }

  private List<Long> seqs() {
    return picture.messages(LOBBY).stream().map(Row::seq).toList();
  }

  private FakeLink resumeWithHistory(long head) {
    FakeLink link = resume(lobby(head, 0, new Marker(ME, head, head)));
    link.asked(Request.FetchHistory.class).answer(history(1, head));
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == head);
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == head);
    return link;
  }

  @Test
  void whatIsStoredIsToldBeforeWhatTheConnectionHasToWaitForIsOver() {
    resumeWithHistory(2);
    client.close();
    picture = new Picture();
    var before = new CompletableFuture<Void>();
    client =
        HearthClient.start(new ProfileFolder(folder).open(SERVER.id()), network, before, picture);
    await(p -> p.chat(LOBBY).isPresent());
    assertThat(network.isQuiet()).isTrue();
    before.complete(null);
    network.accept();
  }

  @Test
  void aPostIsSeenAtOnceAndConfirmedInPlace() {
    FakeLink link = resumeWithHistory(2);
    SendId sendId = client.append(LOBBY, Action.Post.text("  Hello "));
    await(p -> p.rows(LOBBY).getLast() instanceof TimelineRow.Unsent);

    var post = link.appended();
    assertThat(post.request().action()).isEqualTo(Action.Post.text("Hello"));
    link.tells(entry(3, ME, sendId, Action.Post.text("Hello")));
    post.answer(Lobby.appended(3));

    await(p -> p.messages(LOBBY).size() == 3);
    assertThat(picture.rows(LOBBY)).hasSize(3);
    assertThat(picture.chat(LOBBY).orElseThrow().reading().unread()).isZero();
  }

  @Test
  void aPostBeforeTheFirstOverviewWaitsForItsChat() {
    client.append(LOBBY, Action.Post.text("early"));
    FakeLink link = resume(lobby(0, 0));
    var sent = link.asked(Request.Append.class);
    assertThat(sent.request().action()).isEqualTo(Action.Post.text("early"));
    await(p -> p.chat(LOBBY).orElseThrow().newest().pending() != null);
  }

  @Test
  void aPostToAChatThatIsNotThereIsRefusedAloud() {
    FakeLink link = resume(lobby(0, 0));
    client.append(new ChatId(99), Action.Post.text("lost"));
    link.asked(Request.Append.class).refuse(Fault.CHAT_UNKNOWN);
    await(p -> !p.refusals().isEmpty());
    assertThat(picture.refusals().getFirst().fault()).isEqualTo(Fault.CHAT_UNKNOWN);
  }

  @Test
  void anUnacknowledgedPostIsSentAgainUnderTheSameIdAndStandsOnce() {
    FakeLink link = resumeWithHistory(2);
    SendId sendId = client.append(LOBBY, Action.Post.text("Hello"));
    assertThat(link.appended().request().sendId()).isEqualTo(sendId);
    link.breaks(Link.Closing.LOST);

    FakeLink second = resume(lobby(3, 0, new Marker(ME, 2, 2)));
    var again = second.appended();
    assertThat(again.request().sendId()).isEqualTo(sendId);
    again.answer(Lobby.appended(3));
    var catchUp = second.asked(Request.CatchUp.class);
    assertThat(catchUp.request().after()).isEqualTo(2);
    catchUp.answer(entries(entry(3, ME, sendId, Action.Post.text("Hello"))));

    await(p -> p.messages(LOBBY).size() == 3);
    assertThat(picture.rows(LOBBY)).hasSize(3);
  }

  @Test
  void whatWasWrittenOfflineSurvivesARestartAndIsSentInOrder() {
    resumeWithHistory(2).breaks(Link.Closing.LOST);
    client.append(LOBBY, Action.Post.text("one"));
    client.append(LOBBY, Action.Post.text("two"));
    client.draft(LOBBY, "thr");
    restart();
    client.openTimeline(LOBBY);
    await(p -> p.rows(LOBBY).size() == 4);
    assertThat(picture.chat(LOBBY).orElseThrow().own().draft()).isEqualTo("thr");
    assertThat(picture.person("Bo")).isPresent();

    FakeLink link = resume(lobby(2, 0, new Marker(ME, 2, 2)));
    var first = link.appended();
    assertThat(first.request().action()).isEqualTo(Action.Post.text("one"));
    assertThat(link.unasked()).noneMatch(Request.Append.class::isInstance);
    link.tells(entry(3, ME, first.request().sendId(), Action.Post.text("one")));
    first.answer(Lobby.appended(3));
    assertThat(link.appended().request().action()).isEqualTo(Action.Post.text("two"));
  }

  @Test
  void aGapIsFilledBeforeWhatCameAfterItIsShown() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(5));
    var catchUp = link.asked(Request.CatchUp.class);
    assertThat(catchUp.request().after()).isEqualTo(2);
    link.tells(fromBo(6));
    catchUp.answer(entries(3, 5));
    var rest = link.asked(Request.CatchUp.class);
    assertThat(rest.request().after()).isEqualTo(5);
    rest.answer(entries(6, 6));

    await(p -> p.messages(LOBBY).size() == 6);
    assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(picture.chat(LOBBY).orElseThrow().reading().unread()).isEqualTo(4);
  }

  @Test
  void anEntryToldTwiceStandsOnce() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    link.tells(fromBo(3));
    link.tells(fromBo(2));
    link.tells(fromBo(4));
    await(p -> p.messages(LOBBY).size() == 4);
    assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void notificationsBeforeTheAnswerToResumeAreHeld() {
    resumeWithHistory(2).breaks(Link.Closing.LOST);
    FakeLink link = network.accept();
    link.opens();
    var resume = link.asked(Request.Resume.class);
    link.tells(fromBo(3));
    resume.answer(resumed(lobby(2, 0, new Marker(ME, 2, 2))));
    await(p -> p.messages(LOBBY).size() == 3);
  }

  @Test
  void whoIsTooFarBehindResyncs() {
    resumeWithHistory(2).breaks(Link.Closing.LOST);
    FakeLink link = resume(lobby(9_000, 1_000, new Marker(ME, 2, 2)));
    link.asked(Request.CatchUp.class).answer(new Response.Resync(page(8_901, 9_000)));
    link.asked(Request.FetchHistory.class).answer(history(1, 50));
    await(p -> p.messages(LOBBY).size() == 50);
    var _ = client.seek(LOBBY, Timelines.END);
    await(p -> p.messages(LOBBY).size() == 100);
    assertThat(seqs().getFirst()).isEqualTo(8_901);
    assertThat(picture.complete(LOBBY)).isFalse();
  }

  @Test
  void aServerWhoseLogIsShorterIsBelieved() {
    resumeWithHistory(5).breaks(Link.Closing.LOST);
    FakeLink link = resume(lobby(3, 0, new Marker(ME, 3, 3)));
    link.asked(Request.FetchHistory.class).answer(history(1, 3));
    await(p -> p.messages(LOBBY).size() == 3);
  }

  @Test
  void olderRowsComeFromTheServerAndThenFromTheDevice() {
    FakeLink link = resume(lobby(150, 0, new Marker(ME, 150, 150)));
    link.asked(Request.FetchHistory.class).answer(history(51, 150));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    client.older(LOBBY);
    var older = link.asked(Request.FetchHistory.class);
    assertThat(older.request().seq()).isEqualTo(51);
    older.answer(history(1, 50));
    await(p -> p.complete(LOBBY));
    assertThat(seqs()).hasSize(150).isSorted();

    restart();
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    client.older(LOBBY);
    await(p -> p.complete(LOBBY));
    assertThat(seqs()).hasSize(150).isSorted();
  }

  @Test
  void aPostRefusedForGoodStaysFailedUntilThePersonDecides() {
    FakeLink link = resumeWithHistory(2);
    SendId sendId = client.append(LOBBY, Action.Post.text("Hello"));
    link.appended().refuse(Fault.CHAT_UNKNOWN);
    await(
        p ->
            p.rows(LOBBY).getLast() instanceof TimelineRow.Unsent pending
                && pending.pending().failure() == Fault.CHAT_UNKNOWN);

    client.retry(sendId);
    assertThat(link.appended().request().sendId()).isEqualTo(sendId);
    await(
        p ->
            p.rows(LOBBY).getLast() instanceof TimelineRow.Unsent pending
                && !pending.pending().failed());
    client.discard(sendId);
    await(p -> p.rows(LOBBY).size() == 2);
  }

  @Test
  void aPostRefusedForNowIsTriedAgainByItself() {
    FakeLink link = resumeWithHistory(2);
    client.append(LOBBY, Action.Post.text("one"));
    client.append(LOBBY, Action.Post.text("two"));
    link.appended().refuse(Fault.STORE_FAILED);
    assertThat(link.appended().request().action()).isEqualTo(Action.Post.text("one"));
  }

  @Test
  void deliveredAndReadAreTold() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    assertThat(link.asked(Request.MarkDelivered.class).request().seq()).isEqualTo(3);
    client.markRead(LOBBY, 3);
    assertThat(link.asked(Request.MarkRead.class).request().seq()).isEqualTo(3);
    await(p -> p.chat(LOBBY).orElseThrow().reading().unread() == 0);
  }

  @Test
  void whatWasReadOfflineIsToldWhenTheConnectionIsBack() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    await(p -> p.chat(LOBBY).orElseThrow().reading().unread() == 1);
    link.breaks(Link.Closing.LOST);
    client.markRead(LOBBY, 3);
    FakeLink second = resume(lobby(3, 1, new Marker(ME, 3, 2)));
    assertThat(second.asked(Request.MarkRead.class).request().seq()).isEqualTo(3);
    assertThat(picture.chat(LOBBY).orElseThrow().reading().unread()).isZero();
  }

  @Test
  void ticksFollowTheSlowestOfTheOthers() {
    FakeLink link = resumeWithHistory(2);
    assertThat(progress()).isEqualTo(ChatItem.Progress.SENT);
    link.tells(new Notification.MarkerMoved(LOBBY, new Marker(BO, 2, 0)));
    await(p -> progress() == ChatItem.Progress.DELIVERED);
    link.tells(new Notification.MarkerMoved(LOBBY, new Marker(BO, 2, 2)));
    await(p -> progress() == ChatItem.Progress.READ);
  }

  @Test
  void ticksStayWhenSomebodyJoins() {
    FakeLink link = resumeWithHistory(2);
    link.tells(new Notification.MarkerMoved(LOBBY, new Marker(BO, 2, 2)));
    await(p -> progress() == ChatItem.Progress.READ);
    UserId cem = new UserId(3);
    link.tells(entry(3, BO, null, new Action.AddMembers(List.of(cem))));
    await(p -> p.chat(LOBBY).orElseThrow().chat().members().contains(cem));
    assertThat(progress()).isEqualTo(ChatItem.Progress.READ);
    assertThat(picture.chat(LOBBY).orElseThrow().receipts().markers())
        .contains(new Marker(cem, 3, 3));
  }

  @Test
  void ticksStayWhenTheLastOtherLeavesAndAfterARestart() {
    FakeLink link = resumeWithHistory(2);
    link.tells(new Notification.MarkerMoved(LOBBY, new Marker(BO, 2, 2)));
    await(p -> progress() == ChatItem.Progress.READ);
    link.tells(entry(3, BO, null, new Action.RemoveMember(BO)));
    await(p -> p.chat(LOBBY).orElseThrow().chat().members().equals(List.of(ME)));
    assertThat(progress()).isEqualTo(ChatItem.Progress.READ);
    restart();
    await(p -> p.chat(LOBBY).isPresent());
    assertThat(progress()).isEqualTo(ChatItem.Progress.READ);
    resume(overview(Lobby.chat(List.of(ME), ME, 0), 3, 0, new Marker(ME, 3, 3)));
    assertThat(progress()).isEqualTo(ChatItem.Progress.READ);
  }

  @Test
  void aListShowsTheTimeOfTheMessageThatItShows() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    link.tells(fromBo(4, new Action.React(3, "👍", true)));
    link.tells(fromBo(5, new Action.SetSlowMode(30)));
    await(p -> p.chat(LOBBY).orElseThrow().reading().head() == 5);
    assertThat(picture.chat(LOBBY).orElseThrow().newest().at()).isEqualTo(Lobby.at(3));
  }

  private ChatItem.Progress progress() {
    return picture.chat(LOBBY).orElseThrow().receipts().progressOf(2);
  }

  @Test
  void typingIsSentSeldomAndEndsWithTheMessage() {
    FakeLink link = resumeWithHistory(2);
    client.show(LOBBY, Sign.TYPING);
    client.show(LOBBY, Sign.TYPING);
    client.away(true);
    link.asked(Request.SetAway.class);
    assertThat(link.unasked()).filteredOn(Request.ShowSign.class::isInstance).hasSize(1);

    link.tells(new Notification.SignShown(LOBBY, BO, Sign.TYPING));
    await(p -> p.chat(LOBBY).orElseThrow().showing(Sign.TYPING).equals(List.of(BO)));
    link.tells(fromBo(3));
    await(p -> p.chat(LOBBY).orElseThrow().showing(Sign.TYPING).isEmpty());
  }

  @Test
  void aTokenThatIsUnknownEndsTheTries() {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).refuse(Fault.TOKEN_UNKNOWN);
    await(p -> p.connection().equals(new Connection.Refused(Fault.TOKEN_UNKNOWN)));
    assertThat(link.isClosed()).isTrue();
  }

  @Test
  void aServerThatIsStoppingIsTriedAgain() {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).refuse(Fault.SERVER_STOPPING);
    resume(lobby(0, 0));
  }

  @Test
  void aConnectionThatSpeaksNonsenseIsDroppedAndTriedAgain() {
    resumeWithHistory(2).says("nonsense");
    await(p -> p.connection() instanceof Connection.Waiting);
    resume(lobby(2, 0, new Marker(ME, 2, 2)));
  }

  @Test
  void anEmptyTextIsRefusedAtOnceAndChangesNothing() {
    assertThatThrownBy(() -> client.append(LOBBY, Action.Post.text("  ")))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TEXT_EMPTY));
  }

  @Test
  void aChatIsThereBeforeItsFutureCompletes() throws Exception {
    FakeLink link = resumeWithHistory(2);
    var opened = client.openDirect(BO);
    var chat = new Chat(new ChatId(7), Chat.Kind.DIRECT, "", List.of(ME, BO), List.of(), 0);
    link.asked(Request.OpenDirect.class).answer(new Response.ChatOpened(overview(chat, 0, 0)));
    assertThat(picture.chat(opened.get())).isPresent();
  }

  @Test
  void aChatCannotBeMadeOffline() {
    network.accept().breaks(Link.Closing.UNREACHABLE);
    assertThatThrownBy(() -> client.openDirect(BO).get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(JoinException.class);
  }
}
