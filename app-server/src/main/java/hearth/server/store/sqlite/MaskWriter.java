package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.AliasName;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.store.sqlite.AliasTable.Alias;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Puts an alias in the place of the person, where something is written in a masked chat, and draws
/// one for who comes in. What is behind it knows aliases only. Confined to the commit thread.
final class MaskWriter {
  /// Names that are tried before a number is appended.
  private static final int TRIES = 16;

  private final Tables tables;
  private final ChatCounters counters;
  private final LogWriter log;
  private final MemberWriter members;
  private final RandomGenerator random = new SecureRandom();

  MaskWriter(Tables tables, ChatCounters counters, LogWriter log, MemberWriter members) {
    this.tables = tables;
    this.counters = counters;
    this.log = log;
    this.members = members;
  }

  boolean isMasked(ChatId chat) {
    return counters.of(chat).filter(ChatCounters.Properties::masked).isPresent();
  }

  /// Who a person is, or was, in a chat: themselves, or their alias.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for who has none in a masked chat
  UserId in(ChatId chat, UserId person) {
    return isMasked(chat)
        ? tables
            .aliases()
            .of(chat, person)
            .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN))
        : person;
  }

  /// Who a person is in a chat that they do something in, which may be that they come in: with the
  /// alias that they had there before, if any.
  UserId author(ChatId chat, UserId person, Action action) {
    if (!isMasked(chat)) {
      return person;
    }
    Optional<UserId> before = tables.aliases().of(chat, person);
    if (before.isPresent()) {
      return before.get();
    }
    boolean open = counters.of(chat).filter(known -> known.kind() == Chat.Kind.MASKED).isPresent();
    if (!open || !action.equals(new Action.AddMembers(List.of(person)))) {
      throw new FaultException(Fault.CHAT_UNKNOWN);
    }
    members.needRoom(chat);
    return draw(chat, person);
  }

  /// An action as the alias does it: who comes in names themselves, and so does an older client of
  /// somebody who leaves.
  Action action(UserId person, UserId as, Action action) {
    if (as.equals(person)) {
      return action;
    }
    if (action.equals(new Action.AddMembers(List.of(person)))) {
      return new Action.AddMembers(List.of(as));
    }
    return action.equals(new Action.RemoveMember(person)) ? new Action.RemoveMember(as) : action;
  }

  /// The entry by which a person made a masked chat under this id.
  Optional<Entry> made(UserId person, SendId sendId) {
    return tables.entries().firstOfAlias(person, sendId);
  }

  /// The aliases of two people in the chat where that of one was drawn.
  ///
  /// @throws FaultException `USER_UNKNOWN` if they cannot write to each other
  List<UserId> pair(UserId person, UserId with, Alias other) {
    UserId as =
        tables
            .aliases()
            .of(other.home(), person)
            .filter(one -> !one.equals(with))
            .orElseThrow(() -> new FaultException(Fault.USER_UNKNOWN));
    boolean known = tables.chats().directOf(as, with).isPresent();
    if (!known && !(isMember(other.home(), as) && isMember(other.home(), with))) {
      throw new FaultException(Fault.USER_UNKNOWN);
    }
    return List.of(as, with);
  }

  private boolean isMember(ChatId chat, UserId user) {
    return tables.members().role(chat, user).isPresent();
  }

  /// A new alias in a chat, with a name that nobody has or had there.
  UserId draw(ChatId chat, UserId person) {
    AliasName name = drawn(1);
    for (int i = 0; i < TRIES && tables.aliases().isTaken(chat, name); i++) {
      name = drawn(1);
    }
    if (tables.aliases().isTaken(chat, name)) {
      name = drawn(tables.aliases().count(chat) + 1); // numbers only grow, so nobody has it
    }
    return tables.aliases().add(chat, person, name, log.now());
  }

  private AliasName drawn(int number) {
    return new AliasName(any(AliasName.ADJECTIVES), any(AliasName.ANIMALS), number);
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
