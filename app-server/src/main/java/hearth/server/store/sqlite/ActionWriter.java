package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ChatPolicy;
import hearth.server.policy.ChatPolicy.Actor;
import hearth.server.store.WriteTransaction.Appending;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Appends actions to logs, and changes what they change. Confined to the commit thread.
final class ActionWriter {
  private final Tables tables;
  private final Overviews overviews;
  private final ChatCounters counters;
  private final QuotaGuard quotas;
  private final InstantSource clock;
  private final Erasure erasure;

  ActionWriter(
      Tables tables,
      Overviews overviews,
      ChatCounters counters,
      QuotaGuard quotas,
      InstantSource clock,
      Erasure erasure) {
    this.tables = tables;
    this.overviews = overviews;
    this.counters = counters;
    this.quotas = quotas;
    this.clock = clock;
    this.erasure = erasure;
  }

  Appending append(UserId author, ChatId chat, SendId sendId, Action action) {
    if (action instanceof Action.Post post && post.content() instanceof Content.Text(String text)) {
      return post(author, chat, sendId, post, text);
    }
    var _ = propertiesOf(chat); // what a deleted chat's log still holds answers nobody
    Entry before = tables.entries().bySendId(author, sendId).orElse(null);
    if (before != null) {
      return again(before, chat, action);
    }
    Role role =
        tables
            .members()
            .role(chat, author)
            .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
    By by = new By(author, chat, sendId, role);
    return switch (action) {
      case Action.Targeted targeted -> change(by, targeted);
      case Action.AddMembers add -> addMembers(by, add);
      case Action.RemoveMember remove -> removeMember(by, remove);
      case Action.SetRole set -> setRole(by, set);
      case Action.SetSlowMode set -> setSlowMode(by, set);
      case Action.Post _, Action.Unknown _ -> throw new FaultException(Fault.ACTION_UNKNOWN);
    };
  }

  /// A message, in one statement unless it replies to another or the chat is in slow mode.
  private Appending post(UserId author, ChatId chat, SendId sendId, Action.Post post, String text) {
    ChatCounters.Properties known = propertiesOf(chat);
    Role role = author.equals(known.owner()) ? Role.OWNER : Role.MEMBER;
    ChatPolicy.check(post, new Actor(author, known.kind(), role, null, null));
    Instant now = now();
    int slowMode = known.settings().slowModeSeconds();
    boolean limited = slowMode > 0 && role != Role.OWNER;
    if ((limited || post.replyTo() > 0)
        && tables.entries().bySendId(author, sendId).isEmpty()
        && tables.members().role(chat, author).isPresent()) {
      needMessage(chat, post.replyTo());
      if (limited) {
        needPace(author, chat, slowMode, now);
      }
    }
    Entry entry =
        new Entry(chat, counters.head(chat) + 1, counters.next(chat, now), author, sendId, post);
    if (tables.entries().addPost(entry, post, text)) {
      counters.advance(chat, entry.seq(), entry.at());
      if (limited) {
        tables.members().recordPost(chat, author, now.toEpochMilli());
      }
      return Appending.of(List.of(entry));
    }
    return again(
        tables
            .entries()
            .bySendId(author, sendId)
            .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN)),
        chat,
        post);
  }

  private void needMessage(ChatId chat, long replyTo) {
    boolean found =
        replyTo == 0
            || tables.rows().one(chat, replyTo).filter(row -> row.content() != null).isPresent();
    if (!found) {
      throw new FaultException(Fault.MESSAGE_UNKNOWN);
    }
  }

  /// Pace goes by the clock, not by the times of the log, which may be ahead of it. A post that the
  /// clock says is yet to come was made before the clock was set back, and keeps nobody waiting.
  private void needPace(UserId author, ChatId chat, int slowMode, Instant now) {
    long pause = slowMode * 1_000L;
    long since = now.toEpochMilli() - tables.members().lastPostAt(chat, author);
    if (since >= 0 && since < pause) {
      throw FaultException.tooSoon(Duration.ofMillis(pause - since));
    }
  }

  /// The same id again: the same answer, if it is for the same action.
  private static Appending again(Entry before, ChatId chat, Action action) {
    if (!before.chat().equals(chat) || !isSame(before.action(), action)) {
      throw new FaultException(Fault.SEND_ID_REUSED);
    }
    return Appending.before(before.seq(), before.at());
  }

  /// What is stored may have been erased since, or names only those members who were new.
  private static boolean isSame(Action stored, Action asked) {
    return switch (stored) {
      case Action.Post(Content.Erased _, long replyTo) ->
          asked instanceof Action.Post post && post.replyTo() == replyTo;
      case Action.Edit(long target, Content.Erased _) ->
          asked instanceof Action.Edit edit && edit.target() == target;
      case Action.AddMembers(List<UserId> added) ->
          asked instanceof Action.AddMembers(List<UserId> wanted) && wanted.containsAll(added);
      case Action.Post _,
          Action.Targeted _,
          Action.RemoveMember _,
          Action.SetRole _,
          Action.SetSlowMode _,
          Action.Unknown _ ->
          stored.equals(asked);
    };
  }

  private Appending change(By by, Action.Targeted action) {
    Row row =
        tables
            .rows()
            .one(by.chat, action.target())
            .filter(found -> found.content() != null && !found.erased())
            .orElseThrow(() -> new FaultException(Fault.MESSAGE_UNKNOWN));
    check(by, action, row.author(), null);
    needRoom(row, action);
    Row changed = row.changedBy(action, by.author, now());
    ChatSettings settings = propertiesOf(by.chat).settings();
    if (changed.equals(row) && settings.after(action).equals(settings)) {
      return tables
          .entries()
          .bySeq(by.chat, row.changed())
          .map(entry -> Appending.before(entry.seq(), entry.at()))
          .orElseThrow();
    }
    Entry entry = add(by, by.sendId, action);
    tables.rows().put(row.after(entry), entry);
    set(by.chat, settings.after(action));
    if (action instanceof Action.Delete) {
      tables.entries().erase(by.chat, action.target());
      erasure.overwritten();
    }
    return Appending.of(List.of(entry));
  }

  private static void needRoom(Row row, Action.Targeted action) {
    boolean another =
        action instanceof Action.React(long _, String emoji, boolean on)
            && on
            && row.reactions().stream().noneMatch(reaction -> reaction.emoji().equals(emoji));
    if (another && row.reactions().size() >= Limits.REACTIONS) {
      throw new FaultException(Fault.REACTIONS_TOO_MANY);
    }
  }

  private void set(ChatId chat, ChatSettings settings) {
    if (!settings.equals(propertiesOf(chat).settings())) {
      tables.chats().setSettings(chat, settings);
      counters.set(chat, settings);
    }
  }

  private Appending addMembers(By by, Action.AddMembers action) {
    check(by, action, null, null);
    Set<UserId> present = new LinkedHashSet<>();
    tables.members().all(by.chat).forEach(member -> present.add(member.user()));
    Set<UserId> added = new LinkedHashSet<>(action.members());
    added.removeAll(present);
    if (added.isEmpty()) {
      return unchanged(by.chat);
    }
    if (present.size() + added.size() > Limits.GROUP) {
      throw new FaultException(Fault.MEMBERS_TOO_MANY);
    }
    needUsers(added);
    quotas.needRoomForMembers(added.size());
    Entry entry = add(by, by.sendId, new Action.AddMembers(List.copyOf(added)));
    tables.members().add(by.chat, added, entry.seq(), null);
    quotas.membersAdded(added.size());
    return new Appending(
        List.of(entry), entry.seq(), entry.at(), overviews.chat(by.chat, added.iterator().next()));
  }

  /// @throws FaultException `USER_UNKNOWN`
  void needUsers(Collection<UserId> users) {
    if (!tables.users().allExist(users)) {
      throw new FaultException(Fault.USER_UNKNOWN);
    }
  }

  private Appending removeMember(By by, Action.RemoveMember action) {
    Role role = tables.members().role(by.chat, action.member()).orElse(null);
    check(by, action, null, role);
    return Appending.of(takeOut(by, action, role));
  }

  /// Takes somebody out of a chat who is removed from the server.
  List<Entry> leave(ChatId chat, UserId member) {
    Role role = tables.members().role(chat, member).orElseThrow();
    return takeOut(new By(member, chat, null, role), new Action.RemoveMember(member), role);
  }

  /// A group that nobody is left in is deleted: nobody could do it later.
  private List<Entry> takeOut(By by, Action.RemoveMember action, @Nullable Role role) {
    Optional<UserId> next = tables.members().firstBeside(by.chat, action.member());
    List<Entry> entries = new ArrayList<>();
    if (role == Role.OWNER) {
      next.ifPresent(heir -> entries.add(makeOwner(by, null, heir)));
    }
    entries.add(add(by, by.sendId, action));
    tables.members().remove(by.chat, action.member());
    quotas.memberRemoved();
    if (next.isEmpty() && propertiesOf(by.chat).kind() == Chat.Kind.GROUP) {
      erasure.deleteChat(by.chat);
    }
    return entries;
  }

  private Appending setRole(By by, Action.SetRole action) {
    Role role = tables.members().role(by.chat, action.member()).orElse(null);
    check(by, action, null, role);
    if (role == action.role()) {
      return unchanged(by.chat);
    }
    if (action.role() != Role.OWNER) {
      Entry entry = add(by, by.sendId, action);
      tables.members().setRole(by.chat, action.member(), action.role());
      return Appending.of(List.of(entry));
    }
    Entry made = makeOwner(by, by.sendId, action.member());
    Entry former = add(by, null, new Action.SetRole(by.author, Role.MEMBER));
    tables.members().setRole(by.chat, by.author, Role.MEMBER);
    return new Appending(List.of(made, former), made.seq(), made.at(), null);
  }

  private Entry makeOwner(By by, @Nullable SendId sendId, UserId member) {
    Entry entry = add(by, sendId, new Action.SetRole(member, Role.OWNER));
    tables.members().setRole(by.chat, member, Role.OWNER);
    counters.setOwner(by.chat, member);
    return entry;
  }

  private Appending setSlowMode(By by, Action.SetSlowMode action) {
    check(by, action, null, null);
    ChatSettings settings = propertiesOf(by.chat).settings();
    if (settings.after(action).equals(settings)) {
      return unchanged(by.chat);
    }
    Entry entry = add(by, by.sendId, action);
    set(by.chat, settings.after(action));
    return Appending.of(List.of(entry));
  }

  /// The chat is as wanted already: its newest entry stands for the one that made it so.
  private Appending unchanged(ChatId chat) {
    EntryTable.Place head = tables.entries().head(chat).orElseThrow();
    return Appending.before(head.seq(), head.at());
  }

  private void check(
      By by, Action action, @Nullable UserId targetAuthor, @Nullable Role memberRole) {
    ChatPolicy.check(
        action,
        new Actor(by.author, propertiesOf(by.chat).kind(), by.role, targetAuthor, memberRole));
  }

  private ChatCounters.Properties propertiesOf(ChatId chat) {
    return counters.of(chat).orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
  }

  private Entry add(By by, @Nullable SendId sendId, Action action) {
    return add(by.chat, by.author, sendId, action);
  }

  /// Appends an entry that was checked before.
  Entry add(ChatId chat, UserId author, @Nullable SendId sendId, Action action) {
    Instant at = counters.next(chat, now());
    Entry entry = new Entry(chat, counters.head(chat) + 1, at, author, sendId, action);
    tables.entries().add(entry);
    counters.advance(chat, entry.seq(), at);
    return entry;
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /// Who acts where, and as what.
  private record By(UserId author, ChatId chat, @Nullable SendId sendId, Role role) {}
}
