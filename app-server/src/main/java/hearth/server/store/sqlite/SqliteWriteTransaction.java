package hearth.server.store.sqlite;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event.MembersAdded;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.SlowModeSet;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Marker;
import hearth.protocol.Message;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.store.Account;
import hearth.server.store.WriteTransaction;
import hearth.sqlite.Query;
import java.sql.Connection;
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

/// Writes in SQL. Confined to the commit thread.
final class SqliteWriteTransaction implements WriteTransaction {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);

  private final ChatCounters counters;
  private final InstantSource clock;

  private final Query addUser;
  private final Query addDevice;
  private final Query hasUser;
  private final Query addEntry;
  private final Query addPost;
  private final Query entryOfSendId;
  private final Query addChat;
  private final Query directOfPair;
  private final Query titleOf;
  private final Query addMember;
  private final Query lastPostAt;
  private final Query recordPost;
  private final Query isOwner;
  private final Query setSlowMode;
  private final Query markerOf;
  private final Query moveMarker;
  private final Query recordSeen;

  SqliteWriteTransaction(Connection writer, ChatCounters counters, InstantSource clock) {
    this.counters = counters;
    this.clock = clock;
    addUser =
        new Query(
            writer,
            """
            INSERT INTO user (name, name_key, joined_at) VALUES (?, ?, ?)
            ON CONFLICT (name_key) DO NOTHING RETURNING id\
            """);
    addDevice =
        new Query(writer, "INSERT INTO device (token_hash, user, added_at) VALUES (?, ?, ?)");
    hasUser = new Query(writer, "SELECT 1 FROM user WHERE id = ?");
    addEntry =
        new Query(
            writer,
            """
            INSERT INTO entry (chat, seq, kind, author, send_id, at, body)
            VALUES (?, ?, ?, ?, ?, ?, ?)\
            """);
    addPost =
        new Query(
            writer,
            """
            INSERT INTO entry (chat, seq, kind, author, send_id, at, body)
            SELECT chat, ?, ?, user, ?, ?, ? FROM member WHERE chat = ? AND user = ?
            ON CONFLICT (author, send_id) DO NOTHING\
            """);
    entryOfSendId =
        new Query(
            writer,
            "SELECT " + EntryTable.COLUMNS + " FROM entry WHERE author = ? AND send_id = ?");
    addChat =
        new Query(
            writer,
            """
            INSERT INTO chat (kind, title, made_at, low_user, high_user)
            VALUES (?, ?, ?, ?, ?) RETURNING id\
            """);
    directOfPair = new Query(writer, "SELECT id FROM chat WHERE low_user = ? AND high_user = ?");
    titleOf = new Query(writer, "SELECT title FROM chat WHERE id = ?");
    addMember =
        new Query(
            writer,
            """
            INSERT INTO member (chat, user, place, delivered, read)
            VALUES (?1, ?2, (SELECT coalesce(max(place), 0) + 1 FROM member WHERE chat = ?1),
                    ?3, ?3)\
            """);
    isOwner =
        new Query(
            writer,
            """
            SELECT place = 1 AND kind <> ? FROM member JOIN chat ON id = member.chat
            WHERE chat = ? AND user = ?\
            """);
    setSlowMode = new Query(writer, "UPDATE chat SET slow_mode = ? WHERE id = ?");
    lastPostAt = new Query(writer, "SELECT posted_at FROM member WHERE chat = ? AND user = ?");
    recordPost = new Query(writer, "UPDATE member SET posted_at = ? WHERE chat = ? AND user = ?");
    markerOf = new Query(writer, "SELECT delivered, read FROM member WHERE chat = ? AND user = ?");
    moveMarker =
        new Query(writer, "UPDATE member SET delivered = ?, read = ? WHERE chat = ? AND user = ?");
    recordSeen = new Query(writer, "UPDATE user SET seen_at = ? WHERE id = ?");
  }

  @Override
  public Admission admit(String name, String nameKey, byte[] tokenHash) {
    Instant now = now();
    UserId user =
        addUser
            .first(row -> new UserId(row.getLong(1)), name, nameKey, now.toEpochMilli())
            .orElseThrow(() -> new FaultException(Fault.NAME_TAKEN));
    addDevice.update(tokenHash, user.value(), now.toEpochMilli());
    return new Admission(
        new Account(user, name), addMembers(LOBBY, now, user, null, List.of(user)));
  }

  @Override
  public Posting post(UserId author, ChatId chat, SendId sendId, String text) {
    Instant now = now();
    byte[] key = Codes.of(sendId);
    int slowMode = counters.slowMode(chat);
    if (slowMode > 0 && !entryOfSendId.exists(author.value(), key)) {
      requirePause(author, chat, slowMode, now);
    }
    long seq = counters.head(chat) + 1;
    int added =
        addPost.update(
            seq, Codes.POST, key, now.toEpochMilli(), text, chat.value(), author.value());
    if (added == 1) {
      counters.advance(chat, seq);
      if (slowMode > 0) {
        recordPost.update(now.toEpochMilli(), chat.value(), author.value());
      }
      return new Posting(
          new MessagePosted(new Message(chat, seq, author, sendId, now, text)), true);
    }
    return switch (entryOfSendId.first(EntryTable::read, author.value(), key).orElse(null)) {
      case null -> throw new FaultException(Fault.CHAT_UNKNOWN);
      case MessagePosted(Message m) when m.chat().equals(chat) && m.text().equals(text) ->
          new Posting(new MessagePosted(m), false);
      case MessagePosted _, MembersAdded _, SlowModeSet _ ->
          throw new FaultException(Fault.SEND_ID_REUSED);
    };
  }

  /// A clock that was set back makes nobody wait for longer than slow mode's pause.
  private void requirePause(UserId author, ChatId chat, int slowMode, Instant now) {
    if (isOwner(author, chat).orElse(true)) {
      return; // the owner, or a non-member, who is refused later
    }
    long pause = slowMode * 1_000L;
    long since =
        now.toEpochMilli() - lastPostAt.only(row -> row.getLong(1), chat.value(), author.value());
    long wait = Math.min(pause, pause - since);
    if (wait > 0) {
      throw FaultException.tooSoon(Duration.ofMillis(wait));
    }
  }

  /// Whether the person is the chat's owner, by the rule of [Chat#keeper]; empty for non-members.
  private Optional<Boolean> isOwner(UserId user, ChatId chat) {
    return isOwner.first(
        row -> row.getBoolean(1), Codes.of(Chat.Kind.DIRECT), chat.value(), user.value());
  }

  @Override
  public Optional<SlowModeSet> setSlowMode(UserId by, ChatId chat, int seconds) {
    if (!isOwner(by, chat).orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN))) {
      throw new FaultException(Fault.NOT_ALLOWED);
    }
    if (counters.slowMode(chat) == seconds) {
      return Optional.empty();
    }
    Instant now = now();
    long seq = append(chat, Codes.SLOW_MODE_SET, by, null, now, "" + seconds);
    setSlowMode.update(seconds, chat.value());
    counters.setSlowMode(chat, seconds);
    return Optional.of(new SlowModeSet(chat, seq, now, by, seconds));
  }

  @Override
  public Opening openDirect(UserId maker, UserId with) {
    requireUser(with);
    long low = Math.min(maker.value(), with.value());
    long high = Math.max(maker.value(), with.value());
    return directOfPair
        .first(row -> new ChatId(row.getLong(1)), low, high)
        .<Opening>map(Opening.Found::new)
        .orElseGet(
            () -> {
              Instant now = now();
              List<UserId> pair = List.of(maker, with);
              ChatId chat = addChat(Chat.Kind.DIRECT, "", now, low, high);
              pair.forEach(user -> addMember.update(chat.value(), user.value(), 0));
              return made(new Chat(chat, Chat.Kind.DIRECT, "", pair), 0, now, Optional.empty());
            });
  }

  @Override
  public Opening createGroup(UserId maker, SendId sendId, String title, List<UserId> others) {
    Set<UserId> members = new LinkedHashSet<>();
    members.add(maker);
    members.addAll(others);
    byte[] key = Codes.of(sendId);
    var before = entryOfSendId.first(EntryTable::read, maker.value(), key);
    if (before.isPresent()) {
      if (before.get() instanceof MembersAdded added
          && Set.copyOf(added.members()).equals(members)
          && title.equals(titleOf.only(row -> row.getString(1), added.chat().value()))) {
        return new Opening.Found(added.chat());
      }
      throw new FaultException(Fault.SEND_ID_REUSED);
    }
    if (members.size() == 1) {
      throw new FaultException(Fault.MEMBERS_TOO_FEW);
    }
    others.forEach(this::requireUser);
    Instant now = now();
    ChatId chat = addChat(Chat.Kind.GROUP, title, now, null, null);
    MembersAdded entry = addMembers(chat, now, maker, key, new ArrayList<>(members));
    Chat group = new Chat(chat, Chat.Kind.GROUP, title, entry.members());
    return made(group, entry.seq(), now, Optional.of(entry));
  }

  @Override
  public Marking mark(ChatId chat, UserId user, long delivered, long read) {
    Marker old =
        markerOf
            .first(
                row -> new Marker(user, row.getLong(1), row.getLong(2)), chat.value(), user.value())
            .orElseThrow(() -> new FaultException(Fault.CHAT_UNKNOWN));
    long head = counters.head(chat);
    long newRead = Math.max(old.read(), Math.min(read, head));
    long newDelivered = Math.max(Math.max(old.delivered(), Math.min(delivered, head)), newRead);
    Marking marking =
        new Marking(
            new Marker(user, newDelivered, newRead),
            newDelivered > old.delivered(),
            newRead > old.read());
    if (marking.deliveredMoved() || marking.readMoved()) {
      moveMarker.update(newDelivered, newRead, chat.value(), user.value());
    }
    return marking;
  }

  @Override
  public void recordSeen(Collection<UserId> users, Instant at) {
    users.forEach(user -> recordSeen.update(at.toEpochMilli(), user.value()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  private void requireUser(UserId user) {
    if (!hasUser.exists(user.value())) {
      throw new FaultException(Fault.USER_UNKNOWN);
    }
  }

  private ChatId addChat(
      Chat.Kind kind, String title, Instant now, @Nullable Long low, @Nullable Long high) {
    return addChat.only(
        row -> new ChatId(row.getLong(1)), Codes.of(kind), title, now.toEpochMilli(), low, high);
  }

  /// Appends the entry and adds the people. Their markers start at it: earlier messages do not
  /// count as unread for them, nor as unread by them.
  private MembersAdded addMembers(
      ChatId chat, Instant now, UserId author, byte @Nullable [] key, List<UserId> members) {
    long seq = append(chat, Codes.MEMBERS_ADDED, author, key, now, EntryTable.body(members));
    members.forEach(user -> addMember.update(chat.value(), user.value(), seq));
    return new MembersAdded(chat, seq, now, author, members);
  }

  private long append(
      ChatId chat, int kind, UserId author, byte @Nullable [] key, Instant now, String body) {
    long seq = counters.head(chat) + 1;
    addEntry.update(chat.value(), seq, kind, author.value(), key, now.toEpochMilli(), body);
    counters.advance(chat, seq);
    return seq;
  }

  private static Opening made(Chat chat, long head, Instant now, Optional<MembersAdded> entry) {
    List<Marker> markers =
        chat.members().stream().map(user -> new Marker(user, head, head)).toList();
    return new Opening.Made(new ChatOverview(chat, head, now, null, markers, 0), entry);
  }
}
