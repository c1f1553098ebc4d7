package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.SendId;
import hearth.server.store.WriteTransaction.Appending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Store] does with actions: one order, once each, and only what is allowed.
public abstract class AppendContractTest extends StoreContract {
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
}
