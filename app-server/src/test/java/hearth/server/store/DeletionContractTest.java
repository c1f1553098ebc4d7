package hearth.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Request.Side;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.WriteTransaction.Admission;
import hearth.server.store.WriteTransaction.Deletion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Store] does with chats and people that the owner of the server deletes: Ann.
public abstract class DeletionContractTest extends StoreContract {
  @BeforeEach
  void own() {
    submit(tx -> tx.makeOwner(ann));
  }

  @Test
  void onlyOwnersDelete() throws Exception {
    ChatId group = group(bo, ann, cem);
    refuses(Fault.SERVER_OWNER_ONLY, () -> deleteChat(bo, group));
    refuses(Fault.SERVER_OWNER_ONLY, () -> deleteUser(bo, cem));
    refuses(Fault.NOT_ALLOWED, () -> deleteChat(ann, LOBBY));
    refuses(Fault.SERVER_OWNER_STAYS, () -> deleteUser(ann, ann));
    refuses(Fault.USER_UNKNOWN, () -> deleteUser(ann, new UserId(99)));
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.makeOwner(new UserId(99))));
    reopen();
    List<UserId> owners = submit(tx -> tx.setOwners(List.of("bo")));
    assertThat(owners).containsExactly(bo);
    refuses(Fault.SERVER_OWNER_ONLY, () -> deleteChat(ann, group));
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.setOwners(List.of("cem", "nobody"))));
    assertThat(deleteChat(bo, group).chats()).containsExactly(group);
  }

  @Test
  void aDeletedChatIsUnknownToEverybodyAndItsIdIsNotGivenAgain() throws Exception {
    SendId id = nextId();
    ChatId group =
        idOf(submit(tx -> tx.createGroup(bo, new Request.CreateGroup(id, "Group", List.of(ann)))));
    SendId post = nextId();
    append(bo, group, post, Action.Post.text("gone"));
    assertThat(deleteChat(ann, group).chats()).containsExactly(group);
    assertThat(deleteChat(ann, group)).isEqualTo(Deletion.NONE);
    for (int opened = 0; opened < 2; opened++) {
      refuses(Fault.CHAT_UNKNOWN, () -> append(bo, group, post, Action.Post.text("gone")));
      refuses(Fault.CHAT_UNKNOWN, () -> submit(tx -> tx.mark(group, bo, 1, 1)));
      refuses(Fault.CHAT_UNKNOWN, () -> store.chat(group, bo));
      refuses(Fault.CHAT_UNKNOWN, () -> store.history(group, bo, Side.BEFORE, 9, 9));
      assertThat(overview(bo)).extracting(one -> one.chat().id()).containsExactly(LOBBY);
      reopen();
    }
    assertThat(store.chats()).hasSize(1);
    assertThat(group(bo, ann).value()).isGreaterThan(group.value());
  }

  @Test
  void aDirectChatCanBeOpenedAgainAsAnotherOne() {
    ChatId direct = idOf(submit(tx -> tx.openDirect(bo, cem)));
    deleteChat(ann, direct);
    assertThat(idOf(submit(tx -> tx.openDirect(cem, bo))).value()).isGreaterThan(direct.value());
  }

  @Test
  void aRemovedPersonComesNeverBackAndTheNameIsFree() throws Exception {
    byte[] token = "Bo".getBytes(StandardCharsets.UTF_8);
    deleteUser(ann, bo);
    assertThat(deleteUser(ann, bo)).isEqualTo(Deletion.NONE);
    for (int opened = 0; opened < 2; opened++) {
      refuses(Fault.ACCOUNT_DELETED, () -> store.accountOf(token));
      refuses(
          Fault.ACCOUNT_DELETED,
          () -> submit(tx -> tx.join("Bo", "bo", token, new ClientNetwork(1))));
      refuses(Fault.CHAT_UNKNOWN, () -> post(bo, LOBBY, "still here"));
      refuses(Fault.USER_UNKNOWN, () -> group(bo, cem));
      refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.openDirect(bo, cem)));
      refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.openDirect(cem, bo)));
      refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.makeOwner(bo)));
      assertThat(store.overview(ann, null, _ -> Presence.ONLINE).people())
          .contains(User.deleted(bo));
      reopen();
    }
    byte[] another = {1};
    Admission next = submit(tx -> tx.join("Bo", "bo", another, new ClientNetwork(1)));
    assertThat(next.account().id().value()).isGreaterThan(bo.value());
  }

  @Test
  void aRemovedPersonLeavesChatsByTheirLogs() {
    ChatId mixed = group(bo, ann, cem);
    post(bo, mixed, "mine");
    post(cem, mixed, "yours");
    ChatId alone = group(bo, ann);
    post(bo, alone, "nobody answered");
    ChatId direct = idOf(submit(tx -> tx.openDirect(cem, bo)));
    Deletion deletion = deleteUser(ann, bo);
    assertThat(deletion.chats()).containsExactlyInAnyOrder(alone, direct);
    assertThat(deletion.entries()).extracting(Entry::chat).containsExactly(LOBBY, mixed, mixed);
    assertThat(log(mixed).subList(3, 5)).isEqualTo(deletion.entries().subList(1, 3));
    ChatOverview now = store.chat(mixed, cem);
    assertThat(now.chat().members()).containsExactly(ann, cem);
    assertThat(now.chat().owner()).contains(ann);
    assertThat(rows(mixed)).extracting(row -> row.author()).contains(bo);
  }

  @Test
  void whoLeavesLastDeletesTheGroup() throws Exception {
    ChatId group = group(bo, cem);
    append(bo, group, new Action.RemoveMember(bo));
    append(cem, group, new Action.RemoveMember(cem));
    refuses(Fault.CHAT_UNKNOWN, () -> post(cem, group, "alone"));
    reopen();
    assertThat(store.chats()).hasSize(1);
  }

  private Deletion deleteChat(UserId by, ChatId chat) {
    return submit(tx -> tx.deleteChat(by, chat));
  }

  private Deletion deleteUser(UserId by, UserId user) {
    return submit(tx -> tx.deleteUser(by, user));
  }
}
