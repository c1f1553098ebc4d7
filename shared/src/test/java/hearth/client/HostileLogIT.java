package hearth.client;

import static hearth.client.Lobby.BO;
import static hearth.client.Lobby.LOBBY;
import static hearth.client.Lobby.ME;
import static hearth.client.Lobby.at;
import static hearth.client.Lobby.entries;
import static hearth.client.Lobby.entry;
import static hearth.client.Lobby.fromBo;
import static hearth.client.Lobby.history;
import static hearth.client.Lobby.lobby;
import static hearth.client.Lobby.resumed;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Link.Closing;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Content;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Request;
import hearth.protocol.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A server that lies about its logs, histories and overviews.
class HostileLogIT extends DeceivedClient {
  @Test
  void aPlaceThatCannotBeEndsTheConnection() throws InterruptedException {
    playOnceOnline(asked -> asked.tells(fromBo(Long.MAX_VALUE - 1)));
    awaitDropped(Closing.BREACH);
  }

  @Test
  void aJumpThatIsNotTrueIsAskedAboutOnce() throws InterruptedException {
    playOnceOnline(
        asked -> {
          asked.tells(fromBo(1L << 40));
          asked.tells(fromBo(4));
        });
    await(p -> p.chat(LOBBY).filter(chat -> chat.newest().row() != null).isPresent());
    client().openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 4 && p.online());
    assertThat(server().requests()).isLessThan(20);
  }

  @Test
  void aLogThatNeverEndsIsLeft() throws InterruptedException {
    play(
        asked ->
            switch (asked.request()) {
              case Request.Resume _ -> asked.answer(resumed(lobby(1L << 40, 0)));
              case Request.FetchHistory _ -> asked.answer(history(1, 3));
              case Request.CatchUp(ChatId _, long after, Instant _) ->
                  asked.answer(entries(after + 1, after + 1));
              default -> false;
            });
    awaitDropped(Closing.BREACH);
    assertThat(server().requests()).isLessThan(3_000);
  }

  @Test
  void aHistoryThatGoesNowhereIsLeft() throws InterruptedException {
    play(
        asked ->
            switch (asked.request()) {
              case Request.Resume _ -> asked.answer(resumed(lobby(1_000, 0)));
              case Request.FetchHistory(ChatId _, Request.Side _, long seq, int _)
                  when seq > 1_000 ->
                  asked.answer(history(900, 1_000));
              case Request.FetchHistory(ChatId _, Request.Side _, long seq, int _) ->
                  asked.answer(
                      new Response.History(new Page(LOBBY, seq, seq - 1, List.of(), List.of())));
              default -> false;
            });
    await(p -> p.online() && p.chat(LOBBY).isPresent());
    client().openTimeline(LOBBY);
    await(p -> !p.messages(LOBBY).isEmpty());
    client().older(LOBBY);
    client().older(LOBBY);
    awaitDropped(Closing.BREACH);
  }

  @Test
  void anOverviewThatNeverEndsIsLeft() throws InterruptedException {
    play(
        asked ->
            switch (asked.request()) {
              case Request.Resume _ -> {
                Response.Resumed honest = resumed();
                yield asked.answer(
                    new Response.Resumed(
                        honest.welcome(), ME, new OverviewPage(List.of(), List.of(), "more")));
              }
              case Request.FetchOverview _ ->
                  asked.answer(
                      new Response.Overview(new OverviewPage(List.of(), List.of(), "more")));
              default -> false;
            });
    awaitDropped(Closing.BREACH);
    assertThat(server().requests()).isLessThan(10_000);
  }

  @Test
  void aHundredThousandChatsAreMoreThanAClientTakes() throws InterruptedException {
    play(
        asked ->
            switch (asked.request()) {
              case Request.Resume _ -> asked.answer(chats(0, 2_000));
              case Request.FetchOverview(String from) ->
                  asked.answer(
                      new Response.Overview(chats(Long.parseLong(from), 2_000).overview()));
              default -> false;
            });
    awaitDropped(Closing.BREACH);
    assertThat(picture.chats()).isEmpty();
    assertThat(server().requests()).isLessThan(20);
  }

  private static Response.Resumed chats(long from, int count) {
    Response.Resumed honest = resumed();
    List<ChatOverview> some =
        LongStream.range(from, from + count)
            .mapToObj(
                id ->
                    new ChatOverview(
                        new Chat(
                            new ChatId(id + 1),
                            Chat.Kind.GROUP,
                            "Group " + id,
                            List.of(ME, BO),
                            List.of(),
                            0),
                        0,
                        at(0),
                        null,
                        Markers.NONE,
                        0))
            .toList();
    String next = from + count < 100_000 ? String.valueOf(from + count) : null;
    return new Response.Resumed(
        honest.welcome(), ME, new OverviewPage(honest.overview().people(), some, next));
  }

  @Test
  void anEntryThatComesTwiceWithOtherContentStaysAsItCameFirst() throws InterruptedException {
    playOnceOnline(
        asked -> {
          asked.tells(fromBo(4, Action.Post.text("first")));
          asked.tells(fromBo(4, Action.Post.text("second")));
          asked.tells(entry(4, ME, null, Action.Post.text("third")));
          asked.tells(fromBo(5, Action.Post.text("last")));
        });
    await(p -> p.chat(LOBBY).isPresent());
    client().openTimeline(LOBBY);
    await(p -> p.messages(LOBBY).size() == 5);
    assertThat(picture.messages(LOBBY).get(3).content()).isEqualTo(new Content.Text("first"));
    assertThat(picture.online()).isTrue();
  }

  @Test
  void markersBeyondTheHeadCountUpToTheHead() throws InterruptedException {
    play(
        asked ->
            switch (asked.request()) {
              case Request.Resume _ ->
                  asked.answer(
                      resumed(
                          lobby(
                              3,
                              0,
                              new Marker(ME, 1L << 50, 1L << 50),
                              new Marker(BO, 1L << 50, 1L << 50))));
              case Request.FetchHistory _ -> asked.answer(history(1, 3)) && asked.tells(fromBo(4));
              default -> false;
            });
    await(
        p ->
            p.chat(LOBBY).filter(chat -> chat.reading().head() == 4).isPresent()
                && p.chat(LOBBY).orElseThrow().receipts().readByAll() <= 4);
    assertThat(picture.chat(LOBBY).orElseThrow().reading().readTo()).isLessThanOrEqualTo(4);
    assertThat(picture.online()).isTrue();
  }
}
