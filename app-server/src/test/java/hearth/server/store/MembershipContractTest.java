package hearth.server.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Hidden;
import hearth.protocol.Request.Side;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.WriteTransaction.Admission;
import hearth.server.store.WriteTransaction.Appending;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Store] does with accounts, members and owners.
public abstract class MembershipContractTest extends StoreContract {
  @Test
  void joiningAgainWithTheSameTokenIsTheSamePerson() {
    byte[] token = {1, 2, 3};
    Admission first = submit(tx -> tx.join("Dee", "dee", token, new ClientNetwork(1)));
    Admission again = submit(tx -> tx.join("Dee", "dee", token, new ClientNetwork(1)));
    assertThat(first.entries()).hasSize(1);
    assertThat(again.entries()).isEmpty();
    assertThat(again.account()).isEqualTo(first.account());
    assertThat(store.accountOf(token)).contains(first.account());
    refuses(
        Fault.NAME_TAKEN,
        () -> submit(tx -> tx.join("Dee", "dee", new byte[] {4}, new ClientNetwork(1))));
    refuses(
        Fault.PARAMS_INVALID,
        () -> submit(tx -> tx.join("Eve", "eve", token, new ClientNetwork(1))));
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
    ChatOverview opened = requireNonNull(added.opened().of().get(bo));
    assertThat(store.chat(group, bo)).isEqualTo(opened);
    assertThat(store.chat(group, bo).mine().unread()).isZero();
    assertThat(chat(group, ann).members()).containsExactly(ann, cem, bo);
  }

  @Test
  void peopleWhoAreAddedAtOnceSeeTheChatAsEachMay() {
    ChatId group = group(ann, join("Dan").account().id());
    submit(tx -> tx.hide(bo, Hidden.READING, true));
    long said = post(ann, group, "before them").seq();
    submit(tx -> tx.mark(group, ann, said, said));
    Appending added = append(ann, group, new Action.AddMembers(List.of(bo, cem)));
    ChatOverview blind = requireNonNull(added.opened().of().get(bo));
    ChatOverview seeing = requireNonNull(added.opened().of().get(cem));
    assertThat(blind.markers().of(ann).read()).isZero();
    assertThat(seeing.markers().of(ann).read()).isEqualTo(said);
    for (ChatOverview seen : List.of(blind, seeing)) {
      assertThat(seen.markers().of(bo).read()).isEqualTo(added.seq());
      assertThat(seen.markers().of(cem).read()).isEqualTo(added.seq());
    }
    assertThat(store.chat(group, cem).markers().of(bo).read()).as("from now on").isZero();
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
}
