package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.Version;
import hearth.server.policy.ClientNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Store] gives back: pages, catch-up, versions, overviews.
public abstract class ReadContractTest extends StoreContract {
  @Test
  void pagesCountRows() {
    long first = post(ann, LOBBY, "first").seq();
    for (int i = 0; i < 500; i++) {
      append(bo, LOBBY, i % 2 == 0 ? react(first, "👍") : off(first, "👍"));
    }
    long second = post(ann, LOBBY, "second").seq();
    assertThat(second).isEqualTo(505);
    Page page = store.history(LOBBY, bo, Side.BEFORE, second, 2);
    assertThat(page.rows()).extracting(Row::seq).containsExactly(3L, first);
    assertThat(page.from()).isEqualTo(3);
    assertThat(page.to()).isEqualTo(504);
  }

  @Test
  void aPageSaysHowFarItReaches() {
    for (int i = 0; i < 6; i++) {
      post(ann, LOBBY, "message " + i); // 4 to 9
    }
    assertPage(store.history(LOBBY, bo, Side.BEFORE, 100, 3), 7, 9, 7, 8, 9);
    assertPage(store.history(LOBBY, bo, Side.BEFORE, 4, 3), 1, 3, 1, 2, 3);
    assertPage(store.history(LOBBY, bo, Side.BEFORE, 4, 9), 1, 3, 1, 2, 3);
    assertPage(store.history(LOBBY, bo, Side.BEFORE, 1, 9), 1, 0);
    assertPage(store.history(LOBBY, bo, Side.AFTER, 7, 9), 8, 9, 8, 9);
    assertPage(store.history(LOBBY, bo, Side.AFTER, 2, 3), 3, 5, 3, 4, 5);
    assertPage(store.history(LOBBY, bo, Side.AFTER, 9, 3), 10, 9);
    assertPage(store.history(LOBBY, bo, Side.AROUND, 6, 4), 4, 7, 4, 5, 6, 7);
    assertPage(store.history(LOBBY, bo, Side.AROUND, 6, 1), 6, 6, 6);
    assertPage(store.history(LOBBY, bo, Side.AROUND, 2, 100), 1, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private static void assertPage(Page page, long from, long to, Integer... seqs) {
    assertThat(page.rows()).extracting(row -> (int) row.seq()).containsExactly(seqs);
    assertThat(page.from()).isEqualTo(from);
    assertThat(page.to()).isEqualTo(to);
  }

  @Test
  void aPageBringsTheMessagesThatItsRowsQuote() {
    long quoted = post(ann, LOBBY, "question").seq();
    for (int i = 0; i < 5; i++) {
      post(ann, LOBBY, "between");
    }
    append(bo, LOBBY, new Action.Post(new Content.Text("answer"), quoted));
    append(ann, LOBBY, edit(quoted, "better question"));
    Page page = store.history(LOBBY, bo, Side.BEFORE, 100, 2);
    assertThat(page.quoted())
        .singleElement()
        .satisfies(row -> assertThat(row.content()).isEqualTo(new Content.Text("better question")));
    assertThat(store.history(LOBBY, bo, Side.BEFORE, 100, 100).quoted()).isEmpty();
  }

  @Test
  void pagesOfLongTextsAreShorter() {
    String text = "x".repeat(Limits.TEXT);
    for (int i = 0; i < 100; i++) {
      post(ann, LOBBY, text);
    }
    Page page = store.history(LOBBY, bo, Side.BEFORE, 1_000, 100);
    assertThat(page.rows()).hasSizeBetween(50, 70);
    assertThat(page.from()).isEqualTo(page.rows().getFirst().seq());
    Response.Entries entries = (Response.Entries) store.catchUp(LOBBY, bo, 3, null);
    assertThat(entries.entries()).hasSizeBetween(50, 70);
    assertThat(entries.more()).isTrue();
  }

  @Test
  void catchUpGivesEntriesOrSaysToResync() {
    post(ann, LOBBY, "one");
    Instant at = clock.instant();
    clock.advance(Duration.ofSeconds(1));
    post(ann, LOBBY, "two");
    assertThat(store.catchUp(LOBBY, bo, 4, at))
        .isEqualTo(new Response.Entries(LOBBY, List.of(log(LOBBY).getLast()), false));
    assertThat(store.catchUp(LOBBY, bo, 5, null))
        .isEqualTo(new Response.Entries(LOBBY, List.of(), false));
    assertThat(store.catchUp(LOBBY, bo, 4, at.plusMillis(1))).isInstanceOf(Response.Resync.class);
    assertThat(store.catchUp(LOBBY, bo, 6, null)).isInstanceOf(Response.Resync.class);
    for (int i = 0; i < Limits.CATCH_UP; i++) {
      post(ann, LOBBY, "more");
    }
    assertThat(store.catchUp(LOBBY, bo, 4, at)).isInstanceOf(Response.Resync.class);
  }

  @Test
  void earlierVersionsAreKeptUntilTheMessageIsDeleted() {
    long seq = post(ann, LOBBY, "one").seq();
    append(ann, LOBBY, edit(seq, "two"));
    append(bo, LOBBY, react(seq, "👍"));
    append(ann, LOBBY, edit(seq, "three"));
    assertThat(store.versions(LOBBY, bo, seq).versions())
        .extracting(Version::content)
        .containsExactly(
            new Content.Text("one"), new Content.Text("two"), new Content.Text("three"));
    append(ann, LOBBY, new Action.Delete(seq));
    refuses(Fault.MESSAGE_UNKNOWN, () -> store.versions(LOBBY, bo, seq));
    refuses(Fault.MESSAGE_UNKNOWN, () -> store.versions(LOBBY, bo, 1));
  }

  @Test
  void messagesOfOthersAreCountedFromAPlaceOn() {
    long first = post(ann, LOBBY, "one").seq();
    post(bo, LOBBY, "two");
    append(ann, LOBBY, react(first, "👍"));
    assertThat(store.unread(LOBBY, bo, 0))
        .isEqualTo(new Response.Unread(LOBBY, 0, first + 2, 1, 0));
    assertThat(store.unread(LOBBY, bo, first).count()).isZero();
    ChatId group = group(ann, cem);
    refuses(Fault.CHAT_UNKNOWN, () -> store.unread(group, bo, 0));
  }

  @Test
  void ofVeryManyVersionsTheFirstAndTheLastAreThere() {
    long seq = post(ann, LOBBY, "first").seq();
    for (int i = 0; i < 300; i++) {
      append(ann, LOBBY, edit(seq, i + "x".repeat(Limits.TEXT - 3)));
    }
    List<Version> versions = store.versions(LOBBY, bo, seq).versions();
    assertThat(versions).hasSizeBetween(100, 299);
    assertThat(versions.getFirst().content()).isEqualTo(new Content.Text("first"));
    assertThat(versions.getLast().content()).isEqualTo(rows(LOBBY).getLast().content());
  }

  @Test
  void whatIsDeletedIsInNoEntryAndNoRow() {
    long seq = post(ann, LOBBY, "secret one").seq();
    append(ann, LOBBY, edit(seq, "secret two"));
    append(bo, LOBBY, react(seq, "👍"));
    append(ann, LOBBY, new Action.Delete(seq));
    assertThat(log(LOBBY).toString()).doesNotContain("secret");
    assertThat(rows(LOBBY).toString()).doesNotContain("secret");
    Row row = rows(LOBBY).getLast();
    assertThat(row.erased()).isTrue();
    assertThat(row.reactions()).isEmpty();
    assertThat(log(LOBBY)).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  @Test
  void anOverviewCountsUnreadMessagesOfOthersThatAreNotDeleted() {
    ChatId group = group(ann, bo);
    post(bo, group, "one");
    long two = post(bo, group, "two").seq();
    post(ann, group, "mine");
    append(bo, group, react(two, "👍"));
    assertThat(store.chat(group, ann).mine().unread()).isEqualTo(2);
    append(bo, group, new Action.Delete(two));
    assertThat(store.chat(group, ann).mine().unread()).isEqualTo(1);
    submit(tx -> tx.mark(group, ann, 99, 99));
    assertThat(store.chat(group, ann).mine().unread()).isZero();
    Row last = store.chat(group, ann).last();
    assertThat(last).isNotNull();
    assertThat(last == null ? null : last.content()).isEqualTo(new Content.Text("mine"));
  }

  @Test
  void markersNameOnlyThoseWhoStandElsewhere() {
    ChatId group = group(ann, bo, cem);
    assertThat(store.chat(group, ann).markers().listed()).isEmpty();
    long seq = post(ann, group, "one").seq();
    submit(tx -> tx.mark(group, bo, seq, 1));
    assertThat(store.chat(group, ann).markers().listed()).containsExactly(new Marker(bo, seq, 1));
    assertThat(store.chat(group, ann).markers().of(cem)).isEqualTo(new Marker(cem, 1, 1));
  }

  @Test
  void anOverviewComesInBoundedPages() {
    for (int i = 0; i < 1_200; i++) {
      int number = i;
      submit(
          tx -> {
            byte[] token = {(byte) number, (byte) (number >> 8), 9};
            return tx.join("Person " + number, "person " + number, token, new ClientNetwork(1));
          });
    }
    List<UserId> many =
        store.overview(ann, null, _ -> Presence.OFFLINE).people().stream().map(User::id).toList();
    for (int i = 0; i < 100; i++) {
      SendId id = nextId();
      submit(tx -> tx.createGroup(ann, new Request.CreateGroup(id, "Group", many)));
    }
    int people = 0;
    int chats = 0;
    int pages = 0;
    String next = null;
    do {
      OverviewPage page = store.overview(ann, next, _ -> Presence.OFFLINE);
      people += page.people().size();
      chats += page.chats().size();
      pages++;
      int members = page.chats().stream().mapToInt(chat -> chat.chat().members().size()).sum();
      assertThat(members).isLessThan(60_000);
      next = page.next();
    } while (next != null);
    assertThat(people).isEqualTo(1_203);
    assertThat(chats).isEqualTo(101);
    assertThat(pages).isBetween(4, 12);
    refuses(Fault.PARAMS_INVALID, () -> store.overview(ann, "x:1", _ -> Presence.OFFLINE));
    refuses(Fault.PARAMS_INVALID, () -> store.overview(ann, "c:x", _ -> Presence.OFFLINE));
  }

  @Test
  void anEpochLastsAsLongAsTheDataDo() throws Exception {
    String epoch = store.epoch();
    assertThat(epoch).isNotBlank();
    post(ann, LOBBY, "one");
    reopen();
    assertThat(store.epoch()).isEqualTo(epoch);
  }
}
