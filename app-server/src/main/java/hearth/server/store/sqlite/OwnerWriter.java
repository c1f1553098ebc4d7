package hearth.server.store.sqlite;

import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.UserId;
import hearth.server.policy.ServerPolicy;
import hearth.server.store.WriteTransaction.Deletion;
import hearth.server.store.sqlite.UserTable.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Writes what the owners of a server do to it, and who they are. Confined to the commit thread.
final class OwnerWriter {
  private final Tables tables;
  private final ChatCounters counters;
  private final QuotaGuard quotas;
  private final MemberWriter members;
  private final Erasure erasure;

  OwnerWriter(
      Tables tables,
      ChatCounters counters,
      QuotaGuard quotas,
      MemberWriter members,
      Erasure erasure) {
    this.tables = tables;
    this.counters = counters;
    this.quotas = quotas;
    this.members = members;
    this.erasure = erasure;
  }

  UserId makeOwner(UserId person) {
    if (!tables.users().own(person)) {
      throw new FaultException(Fault.USER_UNKNOWN);
    }
    return person;
  }

  List<UserId> setOwners(Collection<String> nameKeys) {
    List<UserId> owners =
        nameKeys.stream()
            .map(tables.users()::byName)
            .map(found -> found.orElseThrow(() -> new FaultException(Fault.USER_UNKNOWN)))
            .toList();
    tables.users().disown();
    return owners.stream().map(this::makeOwner).toList();
  }

  Deletion deleteChat(UserId by, ChatId chat) {
    ServerPolicy.needOwner(isOwner(by));
    return counters
        .of(chat)
        .map(
            known -> {
              ServerPolicy.checkDeletion(true, known.kind());
              erasure.deleteChat(chat);
              return new Deletion(List.of(chat), List.of());
            })
        .orElse(Deletion.NONE);
  }

  Deletion deleteUser(UserId by, UserId user, Instant now) {
    ServerPolicy.needOwner(isOwner(by));
    Standing known =
        tables.users().standing(user).orElseThrow(() -> new FaultException(Fault.USER_UNKNOWN));
    if (known.removed()) {
      return Deletion.NONE;
    }
    ServerPolicy.checkRemoval(true, known.owner());
    List<ChatId> chats = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    tables
        .chats()
        .ofPerson(user)
        .forEach(
            (chat, goes) -> {
              if (goes) {
                erasure.deleteChat(chat);
                chats.add(chat);
              } else {
                entries.addAll(members.leave(chat, user));
              }
            });
    removeMasked(user, chats);
    tables.users().remove(user, now);
    tables.personal().blocks().removePerson(user);
    tables.devices().blank(user);
    quotas.personRemoved();
    erasure.overwritten();
    return new Deletion(chats, entries);
  }

  /// The aliases of somebody who is removed stay as they are, or those who see both would know. A
  /// masked chat goes in which nobody else is.
  private void removeMasked(UserId user, List<ChatId> deleted) {
    tables
        .aliases()
        .chatsOf(user)
        .forEach(
            (chat, as) -> {
              tables.personal().preferences().remove(chat, user);
              if (tables.members().role(chat, as).isPresent()
                  && tables.members().firstBeside(chat, as).isEmpty()) {
                erasure.deleteChat(chat);
                deleted.add(chat);
              }
            });
    tables.aliases().release(user);
  }

  private boolean isOwner(UserId user) {
    return tables.users().standing(user).filter(Standing::owner).isPresent();
  }
}
