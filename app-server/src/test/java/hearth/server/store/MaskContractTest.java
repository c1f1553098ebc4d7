package hearth.server.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.AliasName;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.Mask;
import hearth.protocol.Presence;
import hearth.protocol.Request;
import hearth.protocol.Role;
import hearth.protocol.SendId;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.store.WriteTransaction.Marking;
import hearth.server.store.WriteTransaction.Opening;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// In a masked chat everybody is who they drew, on the way in and on the way out.
public abstract class MaskContractTest extends StoreContract {
  private ChatId masked(UserId maker) {
    return idOf(create(maker, nextId()));
  }

  private Opening create(UserId maker, SendId id) {
    return submit(
        tx ->
            tx.createGroup(
                maker, new Request.CreateGroup(id, "Questions", List.of(), Chat.Kind.MASKED)));
  }

  private UserId enter(ChatId chat, UserId person) {
    append(person, chat, new Action.AddMembers(List.of(person)));
    return as(chat, person);
  }

  private UserId as(ChatId chat, UserId person) {
    return mask(store.chat(chat, person)).as();
  }

  private static Mask mask(ChatOverview seen) {
    return requireNonNull(seen.mine().mask());
  }

  @Test
  void theMakerIsThereUnderAnAliasAndOwnsIt() throws Exception {
    ChatId chat = masked(ann);
    ChatOverview seen = store.chat(chat, ann);
    UserId as = mask(seen).as();
    assertThat(as).isNotEqualTo(ann);
    assertThat(seen.chat().members()).containsExactly(as);
    assertThat(seen.chat().owner()).contains(as);
    assertThat(mask(seen).aliases()).extracting(User::id).containsExactly(as);
    assertThat(AliasName.of(mask(seen).aliases().getFirst().name())).isPresent();
    reopen();
    assertThat(store.chat(chat, ann)).isEqualTo(seen);
    assertThat(overview(ann)).contains(seen);
    assertThat(store.aliases()).containsEntry(as, ann);
    append(ann, chat, new Action.Rename("Answers"));
    assertThat(chat(chat, ann).title()).isEqualTo("Answers");
  }

  @Test
  void makingItTwiceMakesItOnce() {
    SendId id = nextId();
    ChatId chat = idOf(create(ann, id));
    assertThat(create(ann, id)).isEqualTo(new Opening.Found(chat));
    SendId used = nextId();
    append(ann, LOBBY, used, Action.Post.text("x"));
    refuses(Fault.SEND_ID_REUSED, () -> create(ann, used));
  }

  @Test
  void whatAnybodyDoesIsDoneByTheirAlias() {
    ChatId chat = masked(ann);
    UserId fox = enter(chat, bo);
    long said = post(bo, chat, "hello").entries().getFirst().seq();
    append(ann, chat, react(said, "👍"));
    append(bo, chat, edit(said, "Hello"));
    assertThat(store.history(chat, ann, Request.Side.BEFORE, 100, 10).rows())
        .allSatisfy(row -> assertThat(row.author()).isNotIn(ann, bo, cem))
        .last()
        .satisfies(
            row -> {
              assertThat(row.author()).isEqualTo(fox);
              assertThat(row.reactions().getFirst().users()).containsExactly(as(chat, ann));
            });
    assertThat(store.chat(chat, ann).mine().unread()).isEqualTo(1);
    assertThat(store.chat(chat, bo).mine().unread()).isZero();
    refuses(Fault.NOT_ALLOWED, () -> append(bo, chat, new Action.Rename("Mine")));
    refuses(Fault.CHAT_UNKNOWN, () -> post(cem, chat, "from outside"));
    refuses(Fault.CHAT_UNKNOWN, () -> store.chat(chat, cem));
  }

  @Test
  void nobodyIsBroughtIn() {
    ChatId chat = masked(ann);
    refuses(Fault.NOT_ALLOWED, () -> append(ann, chat, new Action.AddMembers(List.of(bo))));
    refuses(Fault.CHAT_UNKNOWN, () -> append(bo, chat, new Action.AddMembers(List.of(bo, cem))));
    ChatId group = group(ann, bo);
    UserId alias = as(chat, ann);
    refuses(Fault.USER_UNKNOWN, () -> append(ann, group, new Action.AddMembers(List.of(alias))));
    refuses(Fault.USER_UNKNOWN, () -> group(ann, alias));
    refuses(Fault.USER_UNKNOWN, () -> append(ann, chat, new Action.RemoveMember(bo)));
    append(ann, chat, new Action.RemoveMember(ann)); // as a client says it that knows no aliases
    refuses(Fault.CHAT_UNKNOWN, () -> store.chat(chat, ann));
  }

  @Test
  void whoComesBackIsTheSameAndComingAndGoingDrawsNoMore() {
    ChatId chat = masked(ann);
    UserId fox = enter(chat, bo);
    for (int i = 0; i < 3; i++) {
      append(bo, chat, new Action.RemoveMember(fox));
      assertThat(enter(chat, bo)).isEqualTo(fox);
    }
    SendId leaving = nextId();
    append(bo, chat, leaving, new Action.RemoveMember(fox));
    assertThat(append(bo, chat, leaving, new Action.RemoveMember(fox)).entries()).isEmpty();
    assertThat(mask(store.chat(chat, ann)).aliases()).hasSize(2);
    assertThat(overview(bo)).noneMatch(seen -> seen.chat().id().equals(chat));
  }

  @Test
  void aliasesAreNotAmongThePeople() {
    ChatId chat = masked(ann);
    enter(chat, bo);
    assertThat(store.overview(cem, null, _ -> Presence.ONLINE).people())
        .extracting(User::id)
        .containsExactly(ann, bo, cem);
    UserId alias = as(chat, ann);
    submit(tx -> tx.makeOwner(cem));
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.deleteUser(cem, alias)));
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.makeOwner(alias)));
    String name = mask(store.chat(chat, ann)).aliases().getFirst().name();
    assertThat(join(name).account().name()).as("nobody has it").isEqualTo(name);
  }

  @Test
  void whereADeviceWasIsNotTold() {
    ChatId chat = masked(ann);
    UserId fox = enter(chat, bo);
    long said = post(ann, chat, "hello").entries().getFirst().seq();
    Marking arrived = submit(tx -> tx.mark(chat, bo, said, 0));
    assertThat(arrived.deliveredMoved()).isFalse();
    assertThat(store.chat(chat, ann).markers().of(fox).delivered()).isLessThan(said);
    Marking read = submit(tx -> tx.mark(chat, bo, said, said));
    assertThat(read.marker().user()).isEqualTo(fox);
    assertThat(read.deliveredMoved()).isFalse();
    assertThat(read.readMoved()).isTrue();
    assertThat(store.chat(chat, ann).markers().of(fox).read()).isEqualTo(said);
  }

  @Test
  void aliasesWriteToEachOther() throws Exception {
    ChatId chat = masked(ann);
    UserId owl = as(chat, ann);
    UserId fox = enter(chat, bo);
    Opening opened = submit(tx -> tx.openDirect(bo, owl));
    ChatId direct = idOf(opened);
    Views views = ((Opening.Made) opened).views();
    assertThat(views.of().keySet()).containsExactlyInAnyOrder(ann, bo);
    assertThat(mask(requireNonNull(views.of().get(ann))).as()).isEqualTo(owl);
    assertThat(mask(requireNonNull(views.of().get(bo))).as()).isEqualTo(fox);
    Opening found = submit(tx -> tx.openDirect(ann, fox));
    assertThat(found).isEqualTo(new Opening.Found(direct));
    post(ann, direct, "psst");
    assertThat(chat(direct, bo).kind()).isEqualTo(Chat.Kind.DIRECT);
    assertThat(chat(direct, bo).members()).containsExactly(fox, owl);
    assertThat(store.chat(direct, bo).mine().unread()).isEqualTo(1);
    reopen();
    assertThat(post(bo, direct, "yes?").entries().getFirst().author()).isEqualTo(fox);
    assertThat(overview(ann)).anyMatch(seen -> seen.chat().id().equals(direct));
    ChatId open = idOf(submit(tx -> tx.openDirect(ann, bo)));
    assertThat(open).as("as themselves they have another one").isNotEqualTo(direct);
    refuses(Fault.CHAT_UNKNOWN, () -> store.chat(direct, cem));
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.openDirect(cem, owl)));
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.openDirect(ann, owl)));
    append(bo, chat, new Action.RemoveMember(fox));
    assertThat(post(bo, direct, "still").entries()).hasSize(1);
    enter(chat, cem);
    refuses(Fault.USER_UNKNOWN, () -> submit(tx -> tx.openDirect(cem, fox)));
  }

  @Test
  void mutingAndRemovingGoByTheAlias() {
    ChatId chat = masked(ann);
    UserId fox = enter(chat, bo);
    append(ann, chat, new Action.SetRole(fox, Role.READER));
    refuses(Fault.NOT_ALLOWED, () -> post(bo, chat, "x"));
    append(ann, chat, new Action.RemoveMember(fox));
    refuses(Fault.CHAT_UNKNOWN, () -> store.chat(chat, bo));
  }

  @Test
  void whatOneSetsIsTheirsAndGoesAsTheyLeave() {
    ChatId chat = masked(ann);
    UserId fox = enter(chat, bo);
    submit(tx -> tx.set(bo, chat, new Action.PinChat(true)));
    assertThat(store.chat(chat, bo).mine().preferences().pinned()).isTrue();
    append(bo, chat, new Action.RemoveMember(fox));
    enter(chat, bo);
    assertThat(store.chat(chat, bo).mine().preferences().pinned()).isFalse();
    refuses(Fault.CHAT_UNKNOWN, () -> submit(tx -> tx.set(cem, chat, new Action.PinChat(true))));
  }

  @Test
  void theAliasOfWhoIsRemovedStaysAndSaysNothing() throws Exception {
    ChatId chat = masked(ann);
    ChatId alone = masked(bo);
    UserId fox = enter(chat, bo);
    post(bo, chat, "hello");
    ChatOverview before = store.chat(chat, ann);
    submit(tx -> tx.makeOwner(cem));
    var deletion = submit(tx -> tx.deleteUser(cem, bo));
    assertThat(deletion.chats()).containsExactly(alone);
    assertThat(deletion.entries()).noneMatch(entry -> entry.chat().equals(chat));
    assertThat(store.chat(chat, ann)).isEqualTo(before);
    assertThat(store.chat(chat, ann).chat().members()).contains(fox);
    reopen();
    assertThat(store.aliases()).doesNotContainKey(fox);
    append(ann, chat, new Action.RemoveMember(fox));
    submit(tx -> tx.deleteChat(cem, chat));
    assertThat(store.channels(0, true).channels()).isEmpty();
  }

  @Test
  void nobodyInheritsAChatWhoIsNotThereAnyMore() {
    ChatId chat = masked(ann);
    enter(chat, bo);
    UserId dan = join("Dan").account().id();
    UserId owl = enter(chat, dan);
    submit(tx -> tx.makeOwner(cem));
    submit(tx -> tx.deleteUser(cem, bo));
    append(ann, chat, new Action.RemoveMember(as(chat, ann)));
    assertThat(chat(chat, dan).owner()).contains(owl);
    append(dan, chat, new Action.RemoveMember(owl));
    assertThat(store.channels(0, true).channels()).as("nobody could delete it").isEmpty();
  }

  @Test
  void everybodyHasANameOfTheirOwn() {
    ChatId chat = masked(ann);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      enter(chat, join("p" + i).account().id());
    }
    mask(store.chat(chat, ann)).aliases().forEach(alias -> names.add(alias.name()));
    assertThat(names).hasSize(41).allMatch(name -> AliasName.of(name).isPresent());
  }

  @Test
  void thoseWhoKnowMaskedChatsFindThem() {
    ChatId chat = masked(ann);
    assertThat(store.channels(0, false).channels()).isEmpty();
    assertThat(store.channels(0, true).channels())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.id()).isEqualTo(chat);
              assertThat(found.kind()).isEqualTo(Chat.Kind.MASKED);
            });
  }
}
