package hearth.server;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.Frame;
import hearth.protocol.Limits;
import hearth.protocol.OverviewPage;
import hearth.protocol.Request;
import hearth.protocol.Request.CreateGroup;
import hearth.protocol.Response;
import hearth.protocol.json.Codec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person with many chats is told on resuming, page by page.
class OverviewIT {
  private static final int GROUPS = 150;
  private static final int PAGE_BYTES = 1 << 20;

  @TempDir Path data;

  @Test
  void manyChatsComeInBoundedPagesWhileThingsGoOn() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      Peer ben = server.join("Ben");
      List<ChatId> groups = groupsWithLongMessages(ann, ben);
      Peer desk = server.resume(ann.token());
      List<OverviewPage> pages = new ArrayList<>(List.of(desk.overview()));
      while (pages.getLast().next() != null) {
        ben.post(groups.getLast(), "meanwhile");
        pages.add(next(desk, pages.getLast()));
      }
      assertThat(pages).hasSizeBetween(2, 6);
      assertThat(pages)
          .allSatisfy(page -> assertThat(bytes(page)).isLessThan(PAGE_BYTES))
          .anySatisfy(page -> assertThat(page.chats()).hasSizeGreaterThan(20));
      assertThat(pages.stream().flatMap(page -> page.people().stream())).hasSize(2);
      List<ChatId> told =
          pages.stream()
              .flatMap(page -> page.chats().stream())
              .map(overview -> overview.chat().id())
              .toList();
      assertThat(told).doesNotHaveDuplicates().contains(Peer.LOBBY).containsAll(groups);
      ChatOverview busiest = pages.getLast().chats().getLast();
      assertThat(busiest.chat().id()).isEqualTo(groups.getLast());
      assertThat(busiest.head()).isEqualTo(2 + pages.size() - 1);
    }
  }

  @Test
  void aPageThatWasNeverOfferedIsRefused() throws StartException {
    try (var server = new ServerFixture(data)) {
      Peer ann = server.join("Ann");
      for (String from : List.of("x", "c:", "u:x", "c:9999999999999999999")) {
        assertThat(ann.refused(new Request.FetchOverview(from))).isEqualTo(Fault.PARAMS_INVALID);
      }
      assertThat(server.connect().refused(new Request.FetchOverview("u:0")))
          .isEqualTo(Fault.NOT_JOINED);
    }
  }

  /// Each with a message of the greatest length in a script that needs three bytes per character.
  private static List<ChatId> groupsWithLongMessages(Peer ann, Peer ben) {
    List<CompletableFuture<Response>> made =
        IntStream.range(0, GROUPS)
            .mapToObj(i -> ann.ask(new CreateGroup(Peer.sendId(), "Group " + i, List.of(ben.me()))))
            .toList();
    List<ChatId> groups =
        made.stream()
            .map(answer -> ((Response.ChatOpened) answer.join()).chat().chat().id())
            .toList();
    Action post = Action.Post.text("汉".repeat(Limits.TEXT));
    groups.stream()
        .map(group -> ben.ask(Peer.request(group, post)))
        .toList()
        .forEach(CompletableFuture::join);
    return groups;
  }

  private static OverviewPage next(Peer peer, OverviewPage page) {
    String from = page.next();
    assertThat(from).isNotNull();
    return ((Response.Overview) peer.call(new Request.FetchOverview(String.valueOf(from)))).page();
  }

  private static int bytes(OverviewPage page) {
    return Codec.encode(new Frame.ResponseFrame(1, new Response.Overview(page)))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }
}
