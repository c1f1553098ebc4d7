package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatSettings;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Forwarded;
import hearth.protocol.Limits;
import hearth.protocol.Mentions;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ChatPolicy;
import hearth.server.policy.ChatPolicy.Actor;
import hearth.server.store.WriteTransaction.Appending;
import hearth.server.store.sqlite.LogWriter.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Appends actions to logs, and changes what they change. Confined to the commit thread.
final class ActionWriter {
  private final Tables tables;
  private final LogWriter log;
  private final MemberWriter members;
  private final ChatCounters counters;
  private final Erasure erasure;

  ActionWriter(
      Tables tables, LogWriter log, MemberWriter members, ChatCounters counters, Erasure erasure) {
    this.tables = tables;
    this.log = log;
    this.members = members;
    this.counters = counters;
    this.erasure = erasure;
  }

  Appending append(UserId author, ChatId chat, SendId sendId, Action action) {
    if (action instanceof Action.Post post && post.content() instanceof Content.Text(String text)) {
      return post(author, chat, sendId, post, text);
    }
    var _ = log.propertiesOf(chat); // what a deleted chat's log still holds answers nobody
    Entry before = tables.entries().bySendId(author, sendId).orElse(null);
    if (before != null) {
      return again(before, chat, action);
    }
    By by = new By(author, chat, sendId, roleFor(action, author, chat));
    return switch (action) {
      case Action.Targeted targeted -> change(by, targeted);
      case Action.AddMembers add -> members.addMembers(by, add);
      case Action.RemoveMember remove -> members.removeMember(by, remove);
      case Action.SetRole set -> members.setRole(by, set);
      case Action.Rename rename -> rename(by, rename);
      case Action.SetSlowMode _, Action.SetTopic _, Action.SetPermission _ -> set(by, action);
      case Action.Post _, Action.Personal _, Action.Unknown _ ->
          throw new FaultException(Fault.ACTION_UNKNOWN);
    };
  }

  /// A message, in one statement unless it replies to another or the chat is in slow mode.
  private Appending post(UserId author, ChatId chat, SendId sendId, Action.Post post, String text) {
    ChatCounters.Properties known = log.propertiesOf(chat);
    Role role = known.role(author);
    ChatPolicy.check(post, new Actor(author, known.kind(), role, known.settings(), null, null));
    Instant now = log.now();
    int slowMode = known.settings().slowModeSeconds();
    boolean limited = slowMode > 0 && !role.atLeast(Role.ADMIN);
    if ((limited || post.replyTo() > 0 || post.forwarded() != null)
        && tables.entries().bySendId(author, sendId).isEmpty()
        && tables.members().role(chat, author).isPresent()) {
      needMessage(chat, post.replyTo());
      needOrigin(author, post);
      if (limited) {
        needPace(author, chat, slowMode, now);
      }
    }
    Action.Post kept = kept(post);
    Entry entry =
        new Entry(chat, counters.head(chat) + 1, counters.next(chat, now), author, sendId, kept);
    if (tables.entries().addPost(entry, kept, text)) {
      counters.advance(chat, entry.seq(), entry.at());
      tables.personal().mentions().add(chat, entry.seq(), author, Mentions.in(kept));
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

  /// Nobody is said to have written what they have not: the author of a forwarded message can read
  /// those words, and they are of that person.
  ///
  /// @throws FaultException `MESSAGE_UNKNOWN`, `NOT_ALLOWED` for what was said in a masked chat
  private void needOrigin(UserId author, Action.Post post) {
    Forwarded forwarded = post.forwarded();
    if (forwarded == null) {
      return;
    }
    Forwarded.Origin origin = forwarded.origin();
    UserId reader = tables.aliases().person(author).orElse(author);
    if (origin != null && tables.aliases().of(origin.chat(), reader).isPresent()) {
      throw new FaultException(Fault.NOT_ALLOWED, "what is said in a masked chat stays there");
    }
    boolean known =
        origin != null
            && tables.members().role(origin.chat(), reader).isPresent()
            && tables
                .rows()
                .one(origin.chat(), origin.seq())
                .filter(row -> post.content().equals(row.content()))
                .filter(row -> forwarded.author().equals(authorOf(row)))
                .isPresent();
    if (!known) {
      throw new FaultException(Fault.MESSAGE_UNKNOWN);
    }
  }

  /// Whose words a message holds.
  private static UserId authorOf(Row row) {
    return row.entry().action() instanceof Action.Post post && post.forwarded() != null
        ? post.forwarded().author()
        : row.author();
  }

  /// A message without what only the server is told.
  private static Action.Post kept(Action.Post post) {
    return post.forwarded() == null
        ? post
        : new Action.Post(post.content(), post.replyTo(), post.forwarded().withoutOrigin());
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

  /// Somebody who is not in a channel or a masked chat may come in.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for all else that others do
  private Role roleFor(Action action, UserId author, ChatId chat) {
    Chat.Kind kind = log.propertiesOf(chat).kind();
    boolean comesIn =
        (kind == Chat.Kind.CHANNEL || kind == Chat.Kind.MASKED)
            && action.equals(new Action.AddMembers(List.of(author)));
    return tables
        .members()
        .role(chat, author)
        .or(() -> Optional.of(Role.MEMBER).filter(role -> comesIn))
        .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
  }

  /// The same id again: the same answer, if it is for the same action.
  private static Appending again(Entry before, ChatId chat, Action action) {
    Action asked = action instanceof Action.Post post ? kept(post) : action;
    if (!before.chat().equals(chat) || !isSame(before.action(), asked)) {
      throw new FaultException(Fault.SEND_ID_REUSED);
    }
    return Appending.before(before.seq(), before.at());
  }

  /// What is stored may have been erased since, or names only those members who were new.
  private static boolean isSame(Action stored, Action asked) {
    return switch (stored) {
      case Action.Post(Content.Erased _, long replyTo, var _) ->
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
          Action.Rename _,
          Action.SetTopic _,
          Action.SetPermission _,
          Action.Personal _,
          Action.Unknown _ ->
          stored.equals(asked);
    };
  }

  private Appending change(By by, Action.Targeted action) {
    Row row =
        tables
            .rows()
            .one(by.chat(), action.target())
            .filter(found -> found.content() != null && !found.erased())
            .orElseThrow(() -> new FaultException(Fault.MESSAGE_UNKNOWN));
    log.check(by, action, row.author(), null);
    if (action instanceof Action.Edit && !authorOf(row).equals(row.author())) {
      throw new FaultException(Fault.NOT_ALLOWED, "these are somebody else's words");
    }
    needRoom(row, action);
    Row changed = row.changedBy(action, by.author(), log.now());
    ChatSettings settings = log.propertiesOf(by.chat()).settings();
    if (changed.equals(row) && settings.after(action).equals(settings)) {
      return tables
          .entries()
          .bySeq(by.chat(), row.changed())
          .map(entry -> Appending.before(entry.seq(), entry.at()))
          .orElseThrow();
    }
    Entry entry = log.add(by, by.sendId(), action);
    tables.rows().put(row.after(entry), entry);
    mentionAgain(row, row.after(entry));
    set(by.chat(), settings.after(action));
    if (action instanceof Action.Delete) {
      tables.entries().erase(by.chat(), action.target());
      erasure.overwritten();
    }
    return Appending.of(List.of(entry));
  }

  /// A message that has another content mentions other people.
  private void mentionAgain(Row before, Row now) {
    if (before.entry().action() instanceof Action.Post old
        && now.entry().action() instanceof Action.Post changed
        && !changed.equals(old)) {
      MentionTable mentions = tables.personal().mentions();
      mentions.remove(now.chat(), now.seq(), Mentions.in(old));
      mentions.add(now.chat(), now.seq(), now.author(), Mentions.in(changed));
    }
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
    if (!settings.equals(log.propertiesOf(chat).settings())) {
      tables.chats().setSettings(chat, settings);
      counters.set(chat, settings);
    }
  }

  private Appending rename(By by, Action.Rename action) {
    log.check(by, action, null, null);
    boolean same =
        tables.chats().one(by.chat()).filter(c -> c.title().equals(action.title())).isPresent();
    if (same) {
      return log.unchanged(by.chat());
    }
    Entry entry = log.add(by, by.sendId(), action);
    tables.chats().setTitle(by.chat(), action.title());
    return Appending.of(List.of(entry));
  }

  /// An action that changes nothing but the chat's settings.
  private Appending set(By by, Action action) {
    log.check(by, action, null, null);
    ChatSettings settings = log.propertiesOf(by.chat()).settings();
    if (settings.after(action).equals(settings)) {
      return log.unchanged(by.chat());
    }
    Entry entry = log.add(by, by.sendId(), action);
    set(by.chat(), settings.after(action));
    return Appending.of(List.of(entry));
  }
}
