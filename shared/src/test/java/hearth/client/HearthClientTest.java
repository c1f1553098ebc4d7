package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.SERVER;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.message;
import static hearth.client.Lobby.overview;
import static hearth.client.Lobby.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.store.ProfileFolder;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Marker;
import hearth.protocol.Message;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    resume.answer(new Reply.Resumed(overview(lobby)));
    await(Picture::online);
    return link;
  }

  private List<Long> seqs() {
    return picture.messages(LOBBY).stream().map(Message::seq).toList();
  }

  private FakeLink resumeWithHistory(long head) {
    FakeLink link = resume(lobby(head, 0, new Marker(ME, head, head)));
    link.asked(Request.FetchOlder.class).answer(new Reply.Page(LOBBY, stretch(1, head), false));
    await(p -> p.chat(LOBBY).orElseThrow().head() == head);
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
    SendId sendId = client.post(LOBBY, "  Hello ");
    await(p -> p.rows(LOBBY).getLast() instanceof Row.Pending);

    var post = link.asked(Request.PostMessage.class);
    assertThat(post.request().text()).isEqualTo("Hello");
    link.tells(message(3, ME, sendId, "Hello"));
    post.answer(new Reply.Posted(LOBBY, 3, Instant.EPOCH));

    await(p -> p.messages(LOBBY).size() == 3);
    assertThat(picture.rows(LOBBY)).hasSize(3);
    assertThat(picture.chat(LOBBY).orElseThrow().unread()).isZero();
  }

  @Test
  void anUnacknowledgedPostIsSentAgainUnderTheSameIdAndStandsOnce() {
    FakeLink link = resumeWithHistory(2);
    SendId sendId = client.post(LOBBY, "Hello");
    assertThat(link.asked(Request.PostMessage.class).request().sendId()).isEqualTo(sendId);
    link.breaks(Link.Closing.LOST);

    FakeLink second = resume(lobby(3, 0, new Marker(ME, 2, 2)));
    var again = second.asked(Request.PostMessage.class);
    assertThat(again.request().sendId()).isEqualTo(sendId);
    again.answer(new Reply.Posted(LOBBY, 3, Instant.EPOCH));
    var catchUp = second.asked(Request.CatchUp.class);
    assertThat(catchUp.request().after()).isEqualTo(2);
    catchUp.answer(new Reply.Page(LOBBY, List.of(message(3, ME, sendId, "Hello")), false));

    await(p -> p.messages(LOBBY).size() == 3);
    assertThat(picture.rows(LOBBY)).hasSize(3);
  }

  @Test
  void whatWasWrittenOfflineSurvivesARestartAndIsSentInOrder() {
    resumeWithHistory(2).breaks(Link.Closing.LOST);
    client.post(LOBBY, "one");
    client.post(LOBBY, "two");
    client.draft(LOBBY, "thr");
    restart();
    client.openTimeline(LOBBY);
    await(p -> p.rows(LOBBY).size() == 4);
    assertThat(picture.chat(LOBBY).orElseThrow().draft()).isEqualTo("thr");
    assertThat(picture.person("Bo")).isPresent();

    FakeLink link = resume(lobby(2, 0, new Marker(ME, 2, 2)));
    var first = link.asked(Request.PostMessage.class);
    assertThat(first.request().text()).isEqualTo("one");
    assertThat(link.unasked()).noneMatch(Request.PostMessage.class::isInstance);
    link.tells(message(3, ME, first.request().sendId(), "one"));
    first.answer(new Reply.Posted(LOBBY, 3, Instant.EPOCH));
    assertThat(link.asked(Request.PostMessage.class).request().text()).isEqualTo("two");
  }

  @Test
  void aGapIsFilledBeforeWhatCameAfterItIsShown() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(5));
    var catchUp = link.asked(Request.CatchUp.class);
    assertThat(catchUp.request().after()).isEqualTo(2);
    link.tells(fromBo(6));
    catchUp.answer(new Reply.Page(LOBBY, stretch(3, 5), false));
    var rest = link.asked(Request.CatchUp.class);
    assertThat(rest.request().after()).isEqualTo(5);
    rest.answer(new Reply.Page(LOBBY, stretch(6, 6), false));

    await(p -> p.messages(LOBBY).size() == 6);
    assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(picture.chat(LOBBY).orElseThrow().unread()).isEqualTo(4);
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
  void eventsBeforeTheAnswerToResumeAreHeld() {
    resumeWithHistory(2).breaks(Link.Closing.LOST);
    FakeLink link = network.accept();
    link.opens();
    var resume = link.asked(Request.Resume.class);
    link.tells(fromBo(3));
    resume.answer(new Reply.Resumed(overview(lobby(2, 0, new Marker(ME, 2, 2)))));
    await(p -> p.messages(LOBBY).size() == 3);
  }

  @Test
  void whoIsTooFarBehindStartsAfresh() {
    resumeWithHistory(2).breaks(Link.Closing.LOST);
    FakeLink link = resume(lobby(9_000, 1_000, new Marker(ME, 2, 2)));
    link.asked(Request.CatchUp.class).answer(new Reply.StartAfresh(LOBBY, stretch(8_901, 9_000)));
    await(p -> p.messages(LOBBY).size() == 100);
    assertThat(seqs().getFirst()).isEqualTo(8_901);
    assertThat(picture.complete(LOBBY)).isFalse();
  }

  @Test
  void aServerWhoseLogIsShorterIsBelieved() {
    resumeWithHistory(5).breaks(Link.Closing.LOST);
    FakeLink link = resume(lobby(3, 0, new Marker(ME, 3, 3)));
    link.asked(Request.FetchOlder.class).answer(new Reply.Page(LOBBY, stretch(1, 3), false));
    await(p -> p.messages(LOBBY).size() == 3);
  }

  @Test
  void olderRowsComeFromTheServerAndThenFromTheDevice() {
    FakeLink link = resume(lobby(150, 0, new Marker(ME, 150, 150)));
    link.asked(Request.FetchOlder.class).answer(new Reply.Page(LOBBY, stretch(51, 150), true));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    client.older(LOBBY);
    var older = link.asked(Request.FetchOlder.class);
    assertThat(older.request().before()).isEqualTo(51);
    older.answer(new Reply.Page(LOBBY, stretch(1, 50), false));
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
    SendId sendId = client.post(LOBBY, "Hello");
    link.asked(Request.PostMessage.class).refuse(Fault.CHAT_UNKNOWN);
    await(
        p ->
            p.rows(LOBBY).getLast() instanceof Row.Pending pending
                && pending.failure() == Fault.CHAT_UNKNOWN);

    client.retry(sendId);
    assertThat(link.asked(Request.PostMessage.class).request().sendId()).isEqualTo(sendId);
    await(p -> p.rows(LOBBY).getLast() instanceof Row.Pending pending && !pending.failed());
    client.discard(sendId);
    await(p -> p.rows(LOBBY).size() == 2);
  }

  @Test
  void aPostRefusedInPassingIsTriedAgainByItself() {
    FakeLink link = resumeWithHistory(2);
    client.post(LOBBY, "one");
    client.post(LOBBY, "two");
    link.asked(Request.PostMessage.class).refuse(Fault.STORE_FAILED);
    assertThat(link.asked(Request.PostMessage.class).request().text()).isEqualTo("one");
  }

  @Test
  void deliveredAndReadAreTold() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    assertThat(link.asked(Request.MarkDelivered.class).request().seq()).isEqualTo(3);
    client.markRead(LOBBY, 3);
    assertThat(link.asked(Request.MarkRead.class).request().seq()).isEqualTo(3);
    await(p -> p.chat(LOBBY).orElseThrow().unread() == 0);
  }

  @Test
  void whatWasReadOfflineIsToldAtTheNextMeeting() {
    FakeLink link = resumeWithHistory(2);
    link.tells(fromBo(3));
    await(p -> p.chat(LOBBY).orElseThrow().unread() == 1);
    link.breaks(Link.Closing.LOST);
    client.markRead(LOBBY, 3);
    FakeLink second = resume(lobby(3, 1, new Marker(ME, 3, 2)));
    assertThat(second.asked(Request.MarkRead.class).request().seq()).isEqualTo(3);
    assertThat(picture.chat(LOBBY).orElseThrow().unread()).isZero();
  }

  @Test
  void ticksFollowTheSlowestOfTheOthers() {
    FakeLink link = resumeWithHistory(2);
    assertThat(progress()).isEqualTo(ChatItem.Progress.SENT);
    link.tells(new Event.ChatDelivered(LOBBY, BO, 2));
    await(p -> progress() == ChatItem.Progress.DELIVERED);
    link.tells(new Event.ChatRead(LOBBY, BO, 2));
    await(p -> progress() == ChatItem.Progress.READ);
  }

  private ChatItem.Progress progress() {
    return picture.chat(LOBBY).orElseThrow().progressOf(2);
  }

  @Test
  void typingIsSentSeldomAndEndsWithTheMessage() {
    FakeLink link = resumeWithHistory(2);
    client.typing(LOBBY);
    client.typing(LOBBY);
    client.away(true);
    link.asked(Request.SetAway.class);
    assertThat(link.unasked()).filteredOn(Request.ReportTyping.class::isInstance).hasSize(1);

    link.tells(new Event.UserTyped(LOBBY, BO));
    await(p -> p.chat(LOBBY).orElseThrow().typing().equals(List.of(BO)));
    link.tells(fromBo(3));
    await(p -> p.chat(LOBBY).orElseThrow().typing().isEmpty());
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
    assertThatThrownBy(() -> client.post(LOBBY, "  "))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TEXT_EMPTY));
  }

  @Test
  void aChatIsThereBeforeItsFutureCompletes() throws Exception {
    FakeLink link = resumeWithHistory(2);
    var opened = client.openDirect(BO);
    var chat = new Chat(new ChatId(7), Chat.Kind.DIRECT, "", List.of(ME, BO));
    link.asked(Request.OpenDirect.class)
        .answer(new Reply.ChatOpened(new ChatOverview(chat, 0, Instant.EPOCH, null, List.of(), 0)));
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
