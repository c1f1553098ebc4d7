package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Markers;
import hearth.protocol.Request;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.server.store.Views;
import hearth.server.store.WriteTransaction.Opening;
import hearth.server.store.sqlite.AliasTable.Alias;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes chats, or finds those that were made before. Confined to the commit thread.
final class ChatWriter {
  private final Tables tables;
  private final ChatCounters counters;
  private final QuotaGuard quotas;
  private final LogWriter log;
  private final MemberWriter members;
  private final MaskWriter masks;

  ChatWriter(
      Tables tables,
      ChatCounters counters,
      QuotaGuard quotas,
      LogWriter log,
      MemberWriter members,
      MaskWriter masks) {
    this.tables = tables;
    this.counters = counters;
    this.quotas = quotas;
    this.log = log;
    this.members = members;
    this.masks = masks;
  }

  Opening openDirect(UserId maker, UserId with) {
    Optional<Alias> alias = tables.aliases().one(with);
    if (alias.isPresent()) {
      return openMaskedDirect(maker, masks.pair(maker, with, alias.get()));
    }
    List<UserId> pair = maker.equals(with) ? List.of(maker) : List.of(maker, with);
    members.needUsers(pair);
    Optional<ChatId> known = tables.chats().directOf(maker, with);
    if (known.isPresent()) {
      return new Opening.Found(known.get());
    }
    Instant now = log.now();
    ChatId chat = addDirect(maker, pair, now, false);
    Chat direct = new Chat(chat, Chat.Kind.DIRECT, "", pair, List.of(), 0);
    return new Opening.Made(same(direct, 0, now), Optional.empty());
  }

  /// The chat of two aliases, whom nobody but the two hears of.
  private Opening openMaskedDirect(UserId maker, List<UserId> pair) {
    Optional<ChatId> known = tables.chats().directOf(pair.getFirst(), pair.getLast());
    if (known.isPresent()) {
      return new Opening.Found(known.get());
    }
    ChatId chat = addDirect(maker, pair, log.now(), true);
    Map<UserId, ChatOverview> views = new HashMap<>();
    pair.forEach(alias -> views.putAll(members.maskedView(chat, alias).of()));
    return new Opening.Made(new Views(views), Optional.empty());
  }

  private ChatId addDirect(UserId maker, List<UserId> pair, Instant now, boolean masked) {
    quotas.needRoomForChat(maker, pair.size());
    ChatId chat = tables.chats().addDirect(maker, pair.getFirst(), pair.getLast(), now);
    counters.add(chat, Chat.Kind.DIRECT, null, pair.size(), masked);
    tables.members().add(chat, pair, 0, null);
    quotas.chatMade(pair.size());
    return chat;
  }

  Opening create(UserId maker, Request.CreateGroup request) {
    return request.kind() == Chat.Kind.MASKED
        ? createMasked(maker, request)
        : createGroup(maker, request);
  }

  private Opening createGroup(UserId maker, Request.CreateGroup request) {
    Set<UserId> people = new LinkedHashSet<>();
    people.add(maker);
    people.addAll(request.members());
    Entry before = tables.entries().bySendId(maker, request.sendId()).orElse(null);
    if (before != null) {
      return found(before, request, people);
    }
    if (people.size() == 1 && request.kind() == Chat.Kind.GROUP) {
      throw new FaultException(Fault.MEMBERS_TOO_FEW);
    }
    members.needUsers(people);
    quotas.needRoomForChat(maker, people.size());
    ChatId chat = tables.chats().addGroup(request.kind(), request.title(), maker, log.now());
    counters.add(chat, request.kind(), maker, people.size(), false);
    List<UserId> all = List.copyOf(people);
    Entry entry = begin(chat, maker, request, all);
    List<Chat.MemberRole> roles = List.of(new Chat.MemberRole(maker, Role.OWNER));
    Chat group = new Chat(chat, request.kind(), request.title(), all, roles, 0);
    return new Opening.Made(same(group, entry.seq(), entry.at()), Optional.of(entry));
  }

  /// Its maker is there under an alias too, and alone at first: whoever was brought in would be
  /// known.
  private Opening createMasked(UserId maker, Request.CreateGroup request) {
    Entry before =
        masks
            .made(maker, request.sendId())
            .or(() -> tables.entries().bySendId(maker, request.sendId()))
            .orElse(null);
    if (before != null) {
      return found(before, request, Set.of(before.author()));
    }
    quotas.needRoomForChat(maker, 1);
    ChatId chat = tables.chats().addGroup(Chat.Kind.MASKED, request.title(), maker, log.now());
    UserId as = masks.draw(chat, maker);
    counters.add(chat, Chat.Kind.MASKED, as, 1, true);
    Entry entry = begin(chat, as, request, List.of(as));
    return new Opening.Made(members.maskedView(chat, as), Optional.of(entry));
  }

  private Entry begin(ChatId chat, UserId maker, Request.CreateGroup request, List<UserId> all) {
    Entry entry = log.add(chat, maker, request.sendId(), new Action.AddMembers(all));
    tables.members().add(chat, all, entry.seq(), maker);
    quotas.chatMade(all.size());
    return entry;
  }

  /// The title may be another by now.
  private Opening found(Entry before, Request.CreateGroup request, Set<UserId> members) {
    boolean same =
        before.seq() == 1
            && before.action() instanceof Action.AddMembers(List<UserId> added)
            && Set.copyOf(added).equals(members)
            && counters.of(before.chat()).filter(c -> c.kind() == request.kind()).isPresent();
    if (counters.of(before.chat()).isEmpty()) {
      throw new FaultException(Fault.CHAT_UNKNOWN, "The group was deleted meanwhile.");
    }
    if (!same) {
      throw new FaultException(Fault.SEND_ID_REUSED);
    }
    return new Opening.Found(before.chat());
  }

  /// A chat that was just made looks the same to all its members.
  private static Views same(Chat chat, long head, Instant now) {
    ChatOverview one = new ChatOverview(chat, head, now, null, new Markers(head, List.of()), 0);
    Map<UserId, ChatOverview> views = new HashMap<>();
    chat.members().forEach(member -> views.put(member, one));
    return new Views(views);
  }
}
