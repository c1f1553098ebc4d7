package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.IDENTITY;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.SERVER;
import static hearth.client.Lobby.appended;
import static hearth.client.Lobby.entries;
import static hearth.client.Lobby.entry;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.page;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.FakeNetwork.FakeLink;
import hearth.client.link.Link;
import hearth.client.model.Change;
import hearth.client.model.Picture;
import hearth.client.model.TimelineRow;
import hearth.client.store.LocalStore;
import hearth.client.store.LogWindow;
import hearth.client.store.sqlite.ProfileFolder;
import hearth.protocol.Action;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Marker;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Reaction;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits, deletions, reactions and replies of a client against a server that the test plays, with a
/// real store.
class ActionsTest {
  private static final Action EDIT = new Action.Edit(2, new Content.Text("better"));
  private static final Action REACT = new Action.React(1, "👍", true);

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
    client.openTimeline(LOBBY);
  }

  private void await(Predicate<Picture> wish) {
    assertThat(picture.await(Duration.ofSeconds(10), wish)).isTrue();
  }

  private FakeLink resume(ChatOverview... chats) {
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed(chats));
    await(Picture::online);
    return link;
  }

  private static ChatOverview lobbyAt(long head) {
    return lobby(head, 0, new Marker(ME, head, head));
  }

  /// Bo's message, then one of one's own.
  private FakeLink resumeWithTwo() {
    FakeLink link = resume(lobbyAt(2));
    Page two =
        new Page(
            LOBBY,
            1,
            2,
            List.of(Row.of(fromBo(1)), Row.of(entry(2, ME, null, Action.Post.text("good")))),
            List.of());
    link.asked(Request.FetchHistory.class).answer(new Response.History(two));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 2);
    return link;
  }

  private Row row(long seq) {
    return picture.committed(LOBBY).stream().filter(r -> r.seq() == seq).findFirst().orElseThrow();
  }

  private boolean pending(long seq) {
    return picture.rows(LOBBY).stream()
        .anyMatch(
            r -> r instanceof TimelineRow.Committed(Row c, _, boolean p) && c.seq() == seq && p);
  }

  @Test
  void whatIsDoneOfflineShowsAtOnceSurvivesARestartAndIsSentOnce() {
    resumeWithTwo().breaks(Link.Closing.LOST);
    client.append(LOBBY, EDIT);
    client.append(LOBBY, REACT);
    await(p -> pending(1) && pending(2));
    restart();
    await(p -> p.committed(LOBBY).size() == 2 && pending(1) && pending(2));
    assertThat(row(2).content()).isEqualTo(new Content.Text("better"));
    assertThat(row(1).reactions()).containsExactly(new Reaction("👍", List.of(ME)));

    FakeLink link = resume(lobbyAt(2));
    var edit = link.appended();
    assertThat(edit.request().action()).isEqualTo(EDIT);
    edit.answer(appended(3));
    link.tells(entry(3, ME, edit.request().sendId(), EDIT));
    var react = link.appended();
    react.answer(appended(4));
    link.tells(entry(4, ME, react.request().sendId(), REACT));
    await(p -> !pending(1) && !pending(2));
    assertThat(row(2).changed()).isEqualTo(3);
    assertThat(row(1).reactions()).containsExactly(new Reaction("👍", List.of(ME)));
    assertThat(link.unasked()).noneMatch(Request.Append.class::isInstance);
    assertThat(link.unasked()).noneMatch(Request.CatchUp.class::isInstance);
  }

  @Test
  void aRefusalRollsBackAndIsTold() {
    FakeLink link = resumeWithTwo();
    client.append(LOBBY, EDIT);
    await(p -> pending(2));
    link.appended().refuse(Fault.MESSAGE_UNKNOWN);
    await(p -> !p.refusals().isEmpty());
    assertThat(picture.refusals())
        .containsExactly(new Change.ActionRefused(LOBBY, EDIT, Fault.MESSAGE_UNKNOWN));
    assertThat(row(2).content()).isEqualTo(new Content.Text("good"));
    restart();
    await(p -> p.committed(LOBBY).size() == 2);
    assertThat(pending(2)).isFalse();
  }

  @Test
  void anAnswerThatOvertakesItsEntryCausesNoCatchUp() {
    FakeLink link = resumeWithTwo();
    for (int seq = 3; seq <= 12; seq++) {
      client.append(LOBBY, Action.Post.text("message " + seq));
      var post = link.appended();
      post.answer(appended(seq));
      link.tells(entry(seq, ME, post.request().sendId(), post.request().action()));
    }
    await(p -> p.messages(LOBBY).size() == 12);
    client.away(true);
    link.asked(Request.SetAway.class);
    assertThat(link.unasked()).noneMatch(Request.CatchUp.class::isInstance);
  }

  @Test
  void anActionThatChangesNothingIsOverWithItsAnswer() {
    FakeLink link = resumeWithTwo();
    client.append(LOBBY, REACT);
    link.appended().answer(appended(1));
    await(p -> !pending(1));
    assertThat(row(1).reactions()).isEmpty();
  }

  @Test
  void aReactionTakenBackOfflineIsNeverSent() {
    FakeLink link = resumeWithTwo();
    link.breaks(Link.Closing.LOST);
    client.append(LOBBY, REACT);
    await(p -> pending(1));
    client.append(LOBBY, new Action.React(1, "👍", false));
    await(p -> !pending(1));
    client.append(LOBBY, EDIT);
    client.append(LOBBY, new Action.Edit(2, new Content.Text("best")));
    FakeLink second = resume(lobbyAt(2));
    assertThat(second.appended().request().action())
        .isEqualTo(new Action.Edit(2, new Content.Text("best")));
  }

  @Test
  void aMessageThatAResyncShowsIsNotSentAgain() {
    resumeWithTwo().breaks(Link.Closing.LOST);
    SendId sendId = client.append(LOBBY, Action.Post.text("hello"));
    await(p -> p.rows(LOBBY).size() == 3);
    FakeLink link = resume(lobby(9_000, 0, new Marker(ME, 2, 2)));
    var append = link.appended();
    var catchUp = link.asked(Request.CatchUp.class);
    assertThat(catchUp.request().at()).isEqualTo(Lobby.at(2));
    append.answer(appended(9_000));
    Row mine = Row.of(entry(9_000, ME, sendId, Action.Post.text("hello")));
    catchUp.answer(new Response.Resync(new Page(LOBBY, 9_000, 9_000, List.of(mine), List.of())));
    await(p -> p.rows(LOBBY).size() == 1);
    assertThat(picture.rows(LOBBY).getFirst()).isInstanceOf(TimelineRow.Committed.class);
  }

  @Test
  void anotherEpochFetchesEverythingAgainAndShowsNoPhantoms() {
    resumeWithTwo().breaks(Link.Closing.LOST);
    FakeLink link = network.accept();
    link.opens();
    link.asked(Request.Resume.class).answer(resumed("second", lobbyAt(2)));
    await(Picture::logsReplaced);
    var fetch = link.asked(Request.FetchHistory.class);
    assertThat(fetch.request().side()).isEqualTo(Request.Side.BEFORE);
    Page other =
        new Page(
            LOBBY,
            1,
            2,
            List.of(Row.of(fromBo(1)), Row.of(fromBo(2, Action.Post.text("another")))),
            List.of());
    fetch.answer(new Response.History(other));
    await(p -> p.messages(LOBBY).size() == 2 && row(2).author().equals(BO));
    assertThat(row(2).content()).isEqualTo(new Content.Text("another"));
  }

  @Test
  void aLogThatEndsInAnotherEntryIsNotTheOneThatWasKnown() {
    resumeWithTwo().breaks(Link.Closing.LOST);
    ChatOverview other =
        new ChatOverview(lobbyAt(2).chat(), 2, Lobby.at(77), null, lobbyAt(2).markers(), 0);
    FakeLink link = resume(other);
    assertThat(link.asked(Request.FetchHistory.class).request().side())
        .isEqualTo(Request.Side.BEFORE);
  }

  @Test
  void aQuoteThatTheDeviceDoesNotHoldIsFetched() {
    FakeLink link = resume(lobbyAt(500));
    link.asked(Request.FetchHistory.class).answer(history(401, 500));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    link.tells(fromBo(501, new Action.Post(new Content.Text("Yes"), 7)));
    var asked = link.asked(Request.FetchHistory.class);
    assertThat(asked.request())
        .isEqualTo(new Request.FetchHistory(LOBBY, Request.Side.AROUND, 7, 1));
    link.tells(fromBo(502, new Action.Edit(7, new Content.Text("edited meanwhile"))));
    asked.answer(history(7, 7));
    await(
        p ->
            p.rows(LOBBY).getLast().quote() instanceof TimelineRow.Quote(long seq, Row row)
                && seq == 7
                && row != null
                && new Content.Text("edited meanwhile").equals(row.content()));
  }

  @Test
  void aJumpOutOfTheWindowGoesThereAndComesBack() throws Exception {
    FakeLink link = resume(lobbyAt(500));
    link.asked(Request.FetchHistory.class).answer(history(401, 500));
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 100);
    var jump = client.jump(LOBBY, 50);
    link.asked(Request.FetchHistory.class).answer(history(1, 100));
    assertThat(jump.get()).isTrue();
    assertThat(picture.messages(LOBBY)).extracting(Row::seq).startsWith(1L).endsWith(100L);
    assertThat(picture.reach(LOBBY)).hasValue(new Change.Reach(true, false));
    link.tells(fromBo(501));
    client.newer(LOBBY);
    var newer = link.asked(Request.FetchHistory.class);
    assertThat(newer.request().seq()).isEqualTo(100);
    newer.answer(history(101, 300));
    await(p -> p.messages(LOBBY).size() == 300);
    client.newer(LOBBY);
    link.asked(Request.FetchHistory.class).answer(history(301, 400));
    await(p -> p.messages(LOBBY).size() == 400);
    client.newer(LOBBY);
    await(p -> p.messages(LOBBY).size() == 500);
    client.newer(LOBBY);
    await(p -> p.reach(LOBBY).equals(Optional.of(new Change.Reach(true, true))));
    assertThat(picture.messages(LOBBY)).hasSize(501);
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).getLast().seq() == 501);
  }

  @Test
  void whatADeviceHoldsIsErasedWithADeletion() {
    FakeLink link = resumeWithTwo();
    link.tells(fromBo(3, new Action.Delete(1)));
    await(p -> p.committed(LOBBY).stream().anyMatch(Row::erased));
    restart();
    await(p -> p.committed(LOBBY).size() == 2);
    assertThat(row(1).erased()).isTrue();
  }

  @Test
  void aChatThatOneHasLeftIsGone() {
    FakeLink link = resumeWithTwo();
    link.tells(fromBo(3, new Action.RemoveMember(ME)));
    await(p -> p.chat(LOBBY).isEmpty());
    client.close();
    picture = new Picture();
    client = HearthClient.start(new ProfileFolder(folder).open(SERVER.id()), network, picture);
    await(p -> p.server().isPresent());
    assertThat(picture.chats()).isEmpty();
  }

  @Test
  void aChatThatTheOverviewDoesNotHaveIsGone() {
    resumeWithTwo().breaks(Link.Closing.LOST);
    resume();
    await(p -> p.chat(LOBBY).isEmpty());
  }

  @Test
  void anOverviewComesInPages() {
    FakeLink link = network.accept();
    link.opens();
    Response.Resumed first = resumed();
    link.asked(Request.Resume.class)
        .answer(
            new Response.Resumed(
                first.welcome(),
                first.me(),
                new OverviewPage(first.overview().people(), List.of(), "c:0")));
    var next = link.asked(Request.FetchOverview.class);
    assertThat(next.request().from()).isEqualTo("c:0");
    link.tells(fromBo(1));
    assertThat(picture.online()).isFalse();
    next.answer(new Response.Overview(new OverviewPage(List.of(), List.of(lobby(0, 0)), null)));
    await(p -> p.online() && p.chat(LOBBY).isPresent());
    client.openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 1);
  }

  @Test
  void anActionOfANewerVersionKeepsItsPlaceAndTheNextOneFollows() {
    FakeLink link = resumeWithTwo();
    Entry poll = fromBo(3, new Action.Unknown("poll", 0, "{\"type\":\"poll\"}"));
    Entry star = fromBo(4, new Action.Unknown("star", 1, "{\"type\":\"star\",\"target\":1}"));
    link.tells(poll);
    link.tells(star);
    link.says("{\"jsonrpc\":\"2.0\",\"method\":\"pollClosed\",\"params\":{\"chat\":1}}");
    link.tells(fromBo(5));
    await(p -> p.committed(LOBBY).size() == 4);
    assertThat(picture.committed(LOBBY)).extracting(Row::seq).containsExactly(1L, 2L, 3L, 5L);
    client.away(true);
    link.asked(Request.SetAway.class);
    assertThat(link.unasked()).noneMatch(Request.CatchUp.class::isInstance);
    assertThat(link.isClosed()).isFalse();
  }

  @Test
  void whatWasNotUnderstoodIsFetchedAgainByAVersionThatDoes() {
    resumeWithTwo();
    client.close();
    // The raw JSON of an action that this version knows stands for one that it has learnt since.
    String raw = "{\"type\":\"react\",\"target\":1,\"emoji\":\"👍\",\"on\":true}";
    try (LocalStore store = new ProfileFolder(folder).open(SERVER.id())) {
      store.saveUnknown(fromBo(3, new Action.Unknown("newer", 1, raw)));
      store.saveWindow(LOBBY, new LogWindow(1, 3, Lobby.at(3), false));
    }
    restart();
    await(p -> p.committed(LOBBY).size() == 2);
    assertThat(row(1).reactions()).isEmpty();
    FakeLink second = resume(lobbyAt(3));
    var fetch = second.asked(Request.FetchHistory.class);
    Row reacted = Row.of(fromBo(1)).after(fromBo(3, new Action.React(1, "👍", true)));
    fetch.answer(
        new Response.History(
            new Page(LOBBY, 1, 3, List.of(reacted, page(2, 2).rows().getFirst()), List.of())));
    await(p -> !row(1).reactions().isEmpty());
    restart();
    resume(lobbyAt(3));
    client.away(true);
    await(p -> p.committed(LOBBY).size() == 2);
    assertThat(row(1).reactions()).hasSize(1);
  }

  @Test
  void entriesCaughtUpChangeRowsOfThePast() {
    resumeWithTwo().breaks(Link.Closing.LOST);
    FakeLink link = resume(lobbyAt(4));
    link.asked(Request.CatchUp.class)
        .answer(
            entries(
                fromBo(3, new Action.React(2, "🎉", true)),
                fromBo(4, new Action.Edit(1, new Content.Text("Hi")))));
    await(p -> p.committed(LOBBY).size() == 2 && row(1).changed() == 4);
    assertThat(row(2).reactions()).containsExactly(new Reaction("🎉", List.of(BO)));
  }
}
