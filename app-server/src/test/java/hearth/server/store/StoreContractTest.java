package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.ChatSettings;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.OverviewPage;
import hearth.protocol.Page;
import hearth.protocol.Presence;
import hearth.protocol.Request.Side;
import hearth.protocol.Response;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.Version;
import hearth.server.store.WriteTransaction.Admission;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.WriteTransaction.Opening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Store] must do, whatever it stands on. Failures of random tests name their seed;
/// `-Dhearth.fuzz.seed=N` repeats it.
public abstract class StoreContractTest {
  private static final long SEED = Long.getLong("hearth.fuzz.seed", System.nanoTime());
  private static final ChatId LOBBY = new ChatId(1);

  private final SettableClock clock = new SettableClock();
  private Store store;
  private UserId ann;
  private UserId bo;
  private UserId cem;
  private long lastId;

  /// Opens the store on the same data as before.
  protected abstract Store open(InstantSource clock) throws Exception;

  @BeforeEach
  void begin() throws Exception {
    store = open(clock);
    ann = join("Ann").account().id();
    bo = join("Bo").account().id();
    cem = join("Cem").account().id();
  }

  @AfterEach
  void end() {
    store.close();
  }

  private void reopen() throws Exception {
    store.close();
    store = open(clock);
  }

  @Test
  void aLogIsGaplessAndInTheOrderOfCommits() throws Exception {
    assertThat(post(ann, LOBBY, "one").seq()).isEqualTo(4);
    reopen();
    assertThat(post(bo, LOBBY, "two").seq()).isEqualTo(5);
    assertThat(log(LOBBY)).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(log(LOBBY).getLast().action()).isEqualTo(Action.Post.text("two"));
  }

  @Test
  void theSameIdAgainIsAnsweredWithTheFirstPlace() {
    SendId id = nextId();
    Appending first = append(ann, LOBBY, id, Action.Post.text("one"));
    clock.advance(Duration.ofMinutes(1));
    Appending again = append(ann, LOBBY, id, Action.Post.text("one"));
    assertThat(first.entries()).hasSize(1);
    assertThat(again.entries()).isEmpty();
    assertThat(again.seq()).isEqualTo(first.seq());
    assertThat(again.at()).isEqualTo(first.at());
    assertThat(append(bo, LOBBY, id, Action.Post.text("his own")).entries()).hasSize(1);
  }

  @Test
  void theSameIdForSomethingElseIsRefused() {
    SendId id = nextId();
    ChatId group = group(ann, bo);
    long seq = append(ann, LOBBY, id, Action.Post.text("one")).seq();
    refuses(Fault.SEND_ID_REUSED, () -> append(ann, LOBBY, id, Action.Post.text("two")));
    refuses(Fault.SEND_ID_REUSED, () -> append(ann, group, id, Action.Post.text("one")));
    refuses(
        Fault.SEND_ID_REUSED,
        () -> append(ann, LOBBY, id, new Action.Post(new Content.Text("one"), seq)));
    refuses(Fault.SEND_ID_REUSED, () -> append(ann, LOBBY, id, new Action.Delete(seq)));
  }

  @Test
  void whatWasErasedOrEditedSinceIsStillTheSameWhenSentAgain() {
    SendId post = nextId();
    SendId edit = nextId();
    long seq = append(ann, LOBBY, post, Action.Post.text("one")).seq();
    append(ann, LOBBY, edit, edit(seq, "two"));
    append(ann, LOBBY, new Action.Delete(seq));
    assertThat(append(ann, LOBBY, post, Action.Post.text("one")).entries()).isEmpty();
    assertThat(append(ann, LOBBY, edit, edit(seq, "two")).entries()).isEmpty();
  }

  @Test
  void aStrangerToAChatCanDoNothingInIt() {
    ChatId group = group(ann, bo);
    long seq = post(ann, group, "ours").seq();
    List<Action> actions =
        List.of(
            Action.Post.text("hello"),
            edit(seq, "mine"),
            new Action.Delete(seq),
            react(seq, "👍"),
            new Action.AddMembers(List.of(cem)),
            new Action.RemoveMember(ann),
            new Action.SetRole(cem, Role.OWNER),
            new Action.SetSlowMode(5));
    for (Action action : actions) {
      refuses(Fault.CHAT_UNKNOWN, () -> append(cem, group, action));
      refuses(Fault.CHAT_UNKNOWN, () -> append(ann, new ChatId(77), action));
    }
    assertThat(log(group)).hasSize(2);
  }

  @Test
  void whoMayNotIsRefused() {
    ChatId group = group(ann, bo, cem);
    long seq = post(ann, group, "Ann's").seq();
    refuses(Fault.NOT_ALLOWED, () -> append(bo, group, edit(seq, "Bo's")));
    refuses(Fault.NOT_ALLOWED, () -> append(bo, group, new Action.Delete(seq)));
    refuses(Fault.NOT_ALLOWED, () -> append(bo, group, new Action.SetSlowMode(5)));
    refuses(Fault.NOT_ALLOWED, () -> append(bo, group, new Action.RemoveMember(cem)));
    refuses(Fault.NOT_ALLOWED, () -> append(bo, group, new Action.SetRole(bo, Role.OWNER)));
    refuses(Fault.NOT_ALLOWED, () -> append(bo, LOBBY, new Action.RemoveMember(bo)));
    refuses(Fault.ACTION_UNKNOWN, () -> append(ann, group, new Action.Unknown("x", 0, "{}")));
    long bos = post(bo, group, "Bo's").seq();
    assertThat(append(ann, group, new Action.Delete(bos)).entries()).hasSize(1);
    assertThat(log(group)).hasSize(4);
  }

  @Test
  void aTargetIsAMessageOfThisChatThatIsNotDeleted() {
    ChatId group = group(ann, bo);
    long seq = post(ann, LOBBY, "in the lobby").seq();
    refuses(Fault.MESSAGE_UNKNOWN, () -> append(ann, group, react(seq, "👍")));
    refuses(Fault.MESSAGE_UNKNOWN, () -> append(ann, group, react(1, "👍")));
    refuses(Fault.MESSAGE_UNKNOWN, () -> append(ann, LOBBY, edit(99, "x")));
    long reaction = append(ann, LOBBY, react(seq, "👍")).seq();
    refuses(Fault.MESSAGE_UNKNOWN, () -> append(ann, LOBBY, react(reaction, "👍")));
    refuses(
        Fault.MESSAGE_UNKNOWN,
        () -> append(ann, LOBBY, new Action.Post(new Content.Text("re"), reaction)));
    append(ann, LOBBY, new Action.Delete(seq));
    refuses(Fault.MESSAGE_UNKNOWN, () -> append(ann, LOBBY, edit(seq, "back")));
    assertThat(append(ann, LOBBY, new Action.Post(new Content.Text("re"), seq)).entries())
        .hasSize(1);
  }

  @Test
  void whatChangesNothingMakesNoEntry() {
    ChatId group = group(ann, bo);
    long seq = post(ann, group, "one").seq();
    assertThat(append(bo, group, off(seq, "👍"))).isEqualTo(Appending.before(seq, clock.instant()));
    long reaction = append(bo, group, react(seq, "👍")).seq();
    assertThat(append(bo, group, react(seq, "👍")).seq()).isEqualTo(reaction);
    assertThat(append(ann, group, edit(seq, "one")).seq()).isEqualTo(reaction);
    assertThat(append(ann, group, new Action.SetSlowMode(0)).entries()).isEmpty();
    assertThat(append(ann, group, new Action.AddMembers(List.of(bo))).entries()).isEmpty();
    assertThat(append(ann, group, new Action.SetRole(bo, Role.MEMBER)).entries()).isEmpty();
    assertThat(log(group)).hasSize(3);
  }

  @Test
  void aMessageHasABoundedNumberOfDifferentReactions() {
    long seq = post(ann, LOBBY, "one").seq();
    for (int i = 0; i < Limits.REACTIONS; i++) {
      append(ann, LOBBY, react(seq, Character.toString(0x1F600 + i)));
    }
    refuses(Fault.REACTIONS_TOO_MANY, () -> append(bo, LOBBY, react(seq, "👍")));
    assertThat(append(bo, LOBBY, react(seq, Character.toString(0x1F600))).entries()).hasSize(1);
    append(ann, LOBBY, off(seq, Character.toString(0x1F601)));
    assertThat(append(bo, LOBBY, react(seq, "👍")).entries()).hasSize(1);
  }

  @Test
  void aPinIsOfTheChatUntilItIsTakenBackOrItsMessageDeleted() throws Exception {
    ChatId group = group(ann, bo);
    long one = post(bo, group, "one").seq();
    long two = post(ann, group, "two").seq();
    refuses(Fault.NOT_ALLOWED, () -> append(bo, group, new Action.Pin(one, true)));
    append(ann, group, new Action.Pin(one, true));
    append(ann, group, new Action.Pin(two, true));
    assertThat(append(ann, group, new Action.Pin(one, true)).entries()).isEmpty();
    reopen();
    assertThat(chat(group, bo).settings().pins()).containsExactly(one, two);
    append(ann, group, new Action.Pin(two, false));
    assertThat(append(ann, group, new Action.Pin(two, false)).entries()).isEmpty();
    append(bo, group, new Action.Delete(one));
    assertThat(chat(group, bo).settings().pins()).isEmpty();
    refuses(Fault.MESSAGE_UNKNOWN, () -> append(ann, group, new Action.Pin(one, true)));
  }

  @Test
  void bothMayPinInADirectChatAndTheOldestPinGivesWay() {
    ChatId direct = idOf(submit(tx -> tx.openDirect(ann, bo)));
    List<Long> posts = new ArrayList<>();
    for (int i = 0; i <= ChatSettings.PINS; i++) {
      posts.add(post(ann, direct, "message " + i).seq());
      append(bo, direct, new Action.Pin(posts.getLast(), true));
    }
    assertThat(chat(direct, ann).settings().pins()).isEqualTo(posts.subList(1, posts.size()));
  }

  @Test
  void slowModeHoldsBackMessagesOfAllButTheOwner() {
    ChatId group = group(ann, bo);
    append(ann, group, new Action.SetSlowMode(30));
    long seq = post(bo, group, "one").seq();
    FaultException wait = catchThrowableOfType(FaultException.class, () -> post(bo, group, "two"));
    assertThat(wait.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(append(bo, group, edit(seq, "one!")).entries()).hasSize(1);
    post(ann, group, "mine");
    post(ann, group, "mine too");
    clock.advance(Duration.ofSeconds(30));
    assertThat(post(bo, group, "two").entries()).hasSize(1);
  }

  @Test
  void joiningAgainWithTheSameTokenIsTheSamePerson() {
    byte[] token = {1, 2, 3};
    Admission first = submit(tx -> tx.join("Dee", "dee", token));
    Admission again = submit(tx -> tx.join("Dee", "dee", token));
    assertThat(first.entries()).hasSize(1);
    assertThat(again.entries()).isEmpty();
    assertThat(again.account()).isEqualTo(first.account());
    assertThat(store.accountOf(token)).contains(first.account());
    refuses(Fault.NAME_TAKEN, () -> submit(tx -> tx.join("Dee", "dee", new byte[] {4})));
    refuses(Fault.PARAMS_INVALID, () -> submit(tx -> tx.join("Eve", "eve", token)));
  }

  @Test
  void theFirstPersonOwnsTheLobbyAndTheMakerAGroup() throws Exception {
    ChatId group = group(bo, cem);
    assertThat(chat(LOBBY, ann).owner()).contains(ann);
    assertThat(chat(group, cem).owner()).contains(bo);
    reopen();
    assertThat(chat(LOBBY, ann).owner()).contains(ann);
    assertThat(store.chats()).extracting(Chat::owner).contains(chat(group, bo).owner());
    assertThat(append(bo, group, new Action.SetSlowMode(5)).entries()).hasSize(1);
  }

  @Test
  void whoLeavesIsOutAndTheLogStopsForThem() {
    ChatId group = group(ann, bo, cem);
    Appending left = append(bo, group, new Action.RemoveMember(bo));
    assertThat(left.entries()).hasSize(1);
    post(ann, group, "after");
    refuses(Fault.CHAT_UNKNOWN, () -> store.catchUp(group, bo, 0, null));
    refuses(Fault.CHAT_UNKNOWN, () -> store.history(group, bo, Side.BEFORE, 9, 9));
    refuses(Fault.CHAT_UNKNOWN, () -> store.chat(group, bo));
    refuses(Fault.CHAT_UNKNOWN, () -> submit(tx -> tx.mark(group, bo, 3, 3)));
    refuses(Fault.CHAT_UNKNOWN, () -> post(bo, group, "still here"));
    assertThat(overview(bo)).extracting(o -> o.chat().id()).doesNotContain(group);
    assertThat(chat(group, ann).members()).containsExactly(ann, cem);
  }

  @Test
  void whoIsAddedAgainBeginsAtTheHead() {
    ChatId group = group(ann, bo, cem);
    append(ann, group, new Action.RemoveMember(bo));
    post(ann, group, "between");
    Appending added = append(ann, group, new Action.AddMembers(List.of(bo, cem)));
    assertThat(added.entries().getFirst().action()).isEqualTo(new Action.AddMembers(List.of(bo)));
    ChatOverview opened = added.opened();
    assertThat(opened).isNotNull();
    assertThat(store.chat(group, bo)).isEqualTo(opened);
    assertThat(store.chat(group, bo).unread()).isZero();
    assertThat(chat(group, ann).members()).containsExactly(ann, cem, bo);
  }

  @Test
  void anOwnerWhoLeavesHandsTheChatOn() {
    ChatId group = group(ann, bo, cem);
    Appending left = append(ann, group, new Action.RemoveMember(ann));
    assertThat(left.entries())
        .extracting(Entry::action)
        .containsExactly(new Action.SetRole(bo, Role.OWNER), new Action.RemoveMember(ann));
    assertThat(left.seq()).isEqualTo(left.entries().getLast().seq());
    assertThat(chat(group, cem).owner()).contains(bo);
    append(bo, group, new Action.RemoveMember(cem));
    assertThat(append(bo, group, new Action.RemoveMember(bo)).entries()).hasSize(1);
  }

  @Test
  void aChatHasOneOwner() {
    ChatId group = group(ann, bo, cem);
    Appending made = append(ann, group, new Action.SetRole(cem, Role.OWNER));
    assertThat(made.seq()).isEqualTo(made.entries().getFirst().seq());
    assertThat(chat(group, bo).roles()).containsExactly(new Chat.MemberRole(cem, Role.OWNER));
    Chat folded = chat(group, bo);
    for (Entry entry : made.entries()) {
      folded = folded.after(entry.action());
    }
    assertThat(folded.owner()).contains(cem);
    refuses(Fault.NOT_ALLOWED, () -> append(ann, group, new Action.SetSlowMode(5)));
    refuses(Fault.NOT_ALLOWED, () -> append(cem, group, new Action.SetRole(cem, Role.MEMBER)));
    refuses(
        Fault.USER_UNKNOWN,
        () -> append(cem, group, new Action.SetRole(new UserId(99), Role.OWNER)));
  }

  @Test
  void rowsAreWhatTheLogComesTo() throws Exception {
    for (int round = 0; round < 4; round++) {
      long seed = SEED + round;
      Random random = new Random(seed);
      ChatId group = group(ann, bo, cem);
      List<Long> posts = new ArrayList<>();
      List<Entry> told = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        told.addAll(actRandomly(random, group, posts));
      }
      if (round == 2) {
        reopen();
      }
      List<Entry> log = log(group);
      assertTold(told, log.subList(1, log.size()));
      Map<Long, Row> folded = new TreeMap<>();
      for (Entry entry : log) {
        if (entry.standsAlone()) {
          folded.put(entry.seq(), Row.of(entry));
        } else {
          folded.computeIfPresent(entry.target(), (_, row) -> row.after(entry));
        }
      }
      assertThat(rows(group)).as("seed " + seed).isEqualTo(List.copyOf(folded.values()));
    }
  }

  /// What is told at once is what catch-up gives later, apart from what was erased since.
  private static void assertTold(List<Entry> told, List<Entry> log) {
    assertThat(log).hasSameSizeAs(told);
    for (int i = 0; i < log.size(); i++) {
      Entry kept = log.get(i);
      switch (kept.action()) {
        case Action.Post(Content.Erased _, long replyTo) ->
            assertThat(told.get(i).action())
                .isInstanceOfSatisfying(
                    Action.Post.class, post -> assertThat(post.replyTo()).isEqualTo(replyTo));
        case Action.Edit(long target, Content.Erased _) ->
            assertThat(told.get(i).target()).isEqualTo(target);
        default -> assertThat(kept).isEqualTo(told.get(i));
      }
    }
  }

  private List<Entry> actRandomly(Random random, ChatId chat, List<Long> posts) {
    UserId author = List.of(ann, bo, cem).get(random.nextInt(3));
    clock.advance(Duration.ofMillis(random.nextInt(3)));
    long target = posts.isEmpty() ? 0 : posts.get(random.nextInt(posts.size()));
    Content.Text text = new Content.Text("text " + random.nextInt(3));
    Action action =
        switch (posts.isEmpty() ? 0 : random.nextInt(10)) {
          case 0, 1 -> new Action.Post(text, 0);
          case 2 -> new Action.Post(text, target);
          case 3, 4 -> new Action.Edit(target, text);
          case 5 -> new Action.Delete(target);
          case 6 -> new Action.Pin(target, random.nextBoolean());
          default ->
              new Action.React(
                  target, List.of("👍", "🎉", "❤️").get(random.nextInt(3)), random.nextInt(3) > 0);
        };
    try {
      Appending appending = append(author, chat, action);
      if (action instanceof Action.Post) {
        posts.add(appending.seq());
      }
      return appending.entries();
    } catch (FaultException refused) {
      assertThat(refused.fault()).isIn(Fault.NOT_ALLOWED, Fault.MESSAGE_UNKNOWN);
      return List.of();
    }
  }

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
    assertThat(store.chat(group, ann).unread()).isEqualTo(2);
    append(bo, group, new Action.Delete(two));
    assertThat(store.chat(group, ann).unread()).isEqualTo(1);
    submit(tx -> tx.mark(group, ann, 99, 99));
    assertThat(store.chat(group, ann).unread()).isZero();
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
            return tx.join("Person " + number, "person " + number, token);
          });
    }
    List<UserId> many =
        store.overview(ann, null, _ -> Presence.OFFLINE).people().stream().map(User::id).toList();
    for (int i = 0; i < 100; i++) {
      SendId id = nextId();
      submit(tx -> tx.createGroup(ann, id, "Group", many));
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

  private Admission join(String name) {
    byte[] token = name.getBytes(StandardCharsets.UTF_8);
    return submit(tx -> tx.join(name, name.toLowerCase(Locale.ROOT), token));
  }

  private ChatId group(UserId maker, UserId... others) {
    SendId id = nextId();
    return idOf(submit(tx -> tx.createGroup(maker, id, "Group", List.of(others))));
  }

  private static ChatId idOf(Opening opening) {
    return switch (opening) {
      case Opening.Made made -> made.overview().chat().id();
      case Opening.Found(ChatId found) -> found;
    };
  }

  private Appending post(UserId author, ChatId chat, String text) {
    return append(author, chat, Action.Post.text(text));
  }

  private Appending append(UserId author, ChatId chat, Action action) {
    return append(author, chat, nextId(), action);
  }

  private Appending append(UserId author, ChatId chat, SendId id, Action action) {
    return submit(tx -> tx.append(author, chat, id, action));
  }

  private static Action edit(long target, String text) {
    return new Action.Edit(target, new Content.Text(text));
  }

  private static Action react(long target, String emoji) {
    return new Action.React(target, emoji, true);
  }

  private static Action off(long target, String emoji) {
    return new Action.React(target, emoji, false);
  }

  private Chat chat(ChatId chat, UserId me) {
    return store.chat(chat, me).chat();
  }

  private List<ChatOverview> overview(UserId me) {
    return store.overview(me, null, _ -> Presence.OFFLINE).chats();
  }

  private List<Entry> log(ChatId chat) {
    List<Entry> log = new ArrayList<>();
    boolean more = true;
    while (more) {
      long after = log.isEmpty() ? 0 : log.getLast().seq();
      Response.Entries page = (Response.Entries) store.catchUp(chat, ann, after, null);
      log.addAll(page.entries());
      more = page.more();
    }
    return log;
  }

  private List<Row> rows(ChatId chat) {
    return store.history(chat, ann, Side.BEFORE, Long.MAX_VALUE, Limits.PAGE).rows();
  }

  private SendId nextId() {
    return new SendId(new UUID(7, ++lastId));
  }

  private static void refuses(Fault fault, ThrowingCallable call) {
    assertThat(catchThrowableOfType(FaultException.class, call).fault()).isEqualTo(fault);
  }

  private <R> R submit(Write<R> write) {
    CompletableFuture<R> result = new CompletableFuture<>();
    store.submit(
        write,
        new Completion<>() {
          @Override
          public void committed(R made) {
            result.complete(made);
          }

          @Override
          public void refused(FaultException why) {
            result.completeExceptionally(why);
          }
        });
    try {
      return result.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof FaultException refused) {
        throw refused;
      }
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /// A clock that stands still until it is told otherwise.
  private static final class SettableClock implements InstantSource {
    private volatile Instant now = Instant.ofEpochMilli(1_790_000_000_000L);

    @Override
    public Instant instant() {
      return now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }
  }
}
