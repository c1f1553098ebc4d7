package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.store.Views;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.sqlite.LogWriter.By;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Appends what changes who is in a chat, and as what. Confined to the commit thread.
final class MemberWriter {
  private final Tables tables;
  private final LogWriter log;
  private final Overviews overviews;
  private final ChatCounters counters;
  private final QuotaGuard quotas;
  private final Erasure erasure;

  MemberWriter(
      Tables tables,
      LogWriter log,
      Overviews overviews,
      ChatCounters counters,
      QuotaGuard quotas,
      Erasure erasure) {
    this.tables = tables;
    this.log = log;
    this.overviews = overviews;
    this.counters = counters;
    this.quotas = quotas;
    this.erasure = erasure;
  }

  Appending addMembers(By by, Action.AddMembers action) {
    log.check(by, action, null, null);
    Set<UserId> present = new LinkedHashSet<>();
    tables.members().all(by.chat()).forEach(member -> present.add(member.user()));
    Set<UserId> added = new LinkedHashSet<>(action.members());
    added.removeAll(present);
    if (added.isEmpty()) {
      return log.unchanged(by.chat());
    }
    needRoom(present.size(), added.size());
    boolean masked = log.propertiesOf(by.chat()).masked(); // an alias that was just drawn
    if (!masked) {
      needUsers(added);
    }
    Entry entry = log.add(by, by.sendId(), new Action.AddMembers(List.copyOf(added)));
    tables.members().add(by.chat(), added, entry.seq(), null);
    counters.membersChanged(by.chat(), added.size());
    quotas.membersAdded(added.size());
    Views opened =
        masked
            ? maskedView(by.chat(), by.author())
            : overviews.newcomers(by.chat(), List.copyOf(added));
    return new Appending(List.of(entry), entry.seq(), entry.at(), opened);
  }

  /// A masked chat as one member sees it, unless nobody is behind the alias any more.
  Views maskedView(ChatId chat, UserId alias) {
    return tables
        .aliases()
        .person(alias)
        .map(person -> new Views(Map.of(person, overviews.chat(chat, person))))
        .orElse(Views.NONE);
  }

  /// @throws FaultException `MEMBERS_TOO_MANY`, `CHATS_TOO_MANY`
  void needRoom(ChatId chat) {
    needRoom(tables.members().all(chat).size(), 1);
  }

  private void needRoom(int present, int more) {
    if (present + more > Limits.GROUP) {
      throw new FaultException(Fault.MEMBERS_TOO_MANY);
    }
    quotas.needRoomForMembers(more);
  }

  /// @throws FaultException `USER_UNKNOWN`
  void needUsers(Collection<UserId> users) {
    if (!tables.users().allExist(users)) {
      throw new FaultException(Fault.USER_UNKNOWN);
    }
  }

  Appending removeMember(By by, Action.RemoveMember action) {
    Role role = tables.members().role(by.chat(), action.member()).orElse(null);
    log.check(by, action, null, role);
    return Appending.of(takeOut(by, action, role));
  }

  /// Takes somebody out of a chat who is removed from the server.
  List<Entry> leave(ChatId chat, UserId member) {
    Role role = tables.members().role(chat, member).orElseThrow();
    return takeOut(new By(member, chat, null, role), new Action.RemoveMember(member), role);
  }

  /// A group that nobody is left in is deleted: nobody could do it later.
  private List<Entry> takeOut(By by, Action.RemoveMember action, @Nullable Role role) {
    Optional<UserId> next = tables.members().firstBeside(by.chat(), action.member());
    List<Entry> entries = new ArrayList<>();
    if (role == Role.OWNER) {
      next.ifPresent(heir -> entries.add(makeOwner(by, null, heir)));
    }
    entries.add(log.add(by, by.sendId(), action));
    tables.members().remove(by.chat(), action.member());
    tables
        .aliases()
        .person(action.member())
        .ifPresent(person -> tables.personal().preferences().remove(by.chat(), person));
    counters.setRole(by.chat(), action.member(), Role.MEMBER);
    counters.membersChanged(by.chat(), -1);
    quotas.memberRemoved();
    if (next.isEmpty() && log.propertiesOf(by.chat()).kind() != Chat.Kind.LOBBY) {
      erasure.deleteChat(by.chat());
    }
    return entries;
  }

  Appending setRole(By by, Action.SetRole action) {
    Role role = tables.members().role(by.chat(), action.member()).orElse(null);
    log.check(by, action, null, role);
    if (role == action.role()) {
      return log.unchanged(by.chat());
    }
    if (action.role() != Role.OWNER) {
      Entry entry = log.add(by, by.sendId(), action);
      setRole(by.chat(), action.member(), action.role());
      return Appending.of(List.of(entry));
    }
    Entry made = makeOwner(by, by.sendId(), action.member());
    Entry former = log.add(by, null, new Action.SetRole(by.author(), Role.MEMBER));
    setRole(by.chat(), by.author(), Role.MEMBER);
    return new Appending(List.of(made, former), made.seq(), made.at(), Views.NONE);
  }

  private Entry makeOwner(By by, @Nullable SendId sendId, UserId member) {
    Entry entry = log.add(by, sendId, new Action.SetRole(member, Role.OWNER));
    setRole(by.chat(), member, Role.OWNER);
    return entry;
  }

  private void setRole(ChatId chat, UserId member, Role role) {
    tables.members().setRole(chat, member, role);
    counters.setRole(chat, member, role);
  }
}
