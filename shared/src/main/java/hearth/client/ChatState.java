package hearth.client;

import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Message;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What the client knows of one chat beside its timeline: how far it holds the log, who has come
/// how far, who is writing. Confined to the client thread.
final class ChatState {
  private final UserId me;
  private final Map<UserId, Marker> markers = new LinkedHashMap<>();
  private final Map<UserId, Long> typingUntil = new LinkedHashMap<>();
  private Chat chat;
  private Instant activeAt;
  private @Nullable Message last;
  private int unread;

  /// When this person last wrote while slow mode was on.
  private Instant lastSlowPost = Instant.EPOCH;

  /// The last seq that the device holds; 0 for none.
  private long tail;

  /// The highest seq heard of.
  private long head;

  /// The seq up to which `unread` has been counted.
  private long countedTo;

  ChatState(UserId me, ChatOverview overview, long tail) {
    this.me = me;
    this.tail = tail;
    chat = overview.chat();
    activeAt = overview.activeAt();
    adopt(overview);
  }

  /// Takes the server's word for all but what this person has read here meanwhile.
  ///
  /// @return whether the server's log is shorter than the device's: it is not the one we knew
  boolean adopt(ChatOverview overview) {
    long readHere = readTo();
    chat = overview.chat();
    activeAt = overview.activeAt();
    last = overview.last();
    unread = overview.unread();
    head = overview.head();
    countedTo = overview.head();
    markers.clear();
    overview.markers().forEach(marker -> markers.put(marker.user(), marker));
    boolean replaced = tail > head;
    if (replaced) {
      tail = 0;
    } else if (readHere > readTo()) {
      moveMarker(me, readHere, readHere);
    }
    return replaced;
  }

  /// Notes an entry that follows the tail.
  ///
  /// @param now the time by this device's clock
  void append(Event.Logged entry, Instant now) {
    tail = entry.seq();
    heardOf(entry.seq());
    switch (entry) {
      case Event.MessagePosted(Message message) -> {
        typingUntil.remove(message.author());
        if (message.author().equals(me)) {
          wrote(message.at().isBefore(now) ? message.at() : now);
        }
        if (last == null || last.seq() < message.seq()) {
          last = message;
        }
        if (countsAsUnread(entry)) {
          unread = Math.min(Limits.UNREAD, unread + 1);
        }
      }
      case Event.MembersAdded added -> addMembers(added.members());
      case Event.SlowModeSet set -> {
        if (set.seq() > countedTo) { // else the overview has it, or a later one
          chat = chat.withSlowMode(set.seconds());
        }
      }
    }
    if (entry.seq() > countedTo) {
      countedTo = entry.seq();
      activeAt = entry.at();
    }
  }

  private boolean countsAsUnread(Event.Logged entry) {
    return entry.seq() > countedTo && entry.seq() > readTo() && !entry.author().equals(me);
  }

  private void addMembers(List<UserId> added) {
    Set<UserId> members = new LinkedHashSet<>(chat.members());
    if (members.addAll(added)) {
      chat = chat.withMembers(List.copyOf(members));
    }
  }

  /// This person wrote, which slow mode counts from.
  void wrote(Instant at) {
    if (slowed() && at.isAfter(lastSlowPost)) {
      lastSlowPost = at;
    }
  }

  /// The server says how long slow mode lasts; it knows better than this device's clock.
  void waits(Instant until) {
    if (slowed()) {
      lastSlowPost = until.minusSeconds(chat.slowModeSeconds());
    }
  }

  private boolean slowed() {
    boolean keeper = chat.keeper().filter(me::equals).isPresent();
    return chat.slowModeSeconds() > 0 && !keeper;
  }

  void heardOf(long seq) {
    head = Math.max(head, seq);
  }

  /// The device holds nothing of the chat any more.
  void forget() {
    tail = 0;
  }

  /// The server's log ends where ours does, whatever was heard.
  void settle() {
    head = tail;
  }

  boolean behind() {
    return tail < head;
  }

  /// Moves a member's marker forward.
  ///
  /// @return whether it moved
  boolean moveMarker(UserId user, long delivered, long read) {
    Marker old = markers.getOrDefault(user, new Marker(user, 0, 0));
    long newRead = Math.max(old.read(), read);
    var moved = new Marker(user, Math.max(Math.max(old.delivered(), delivered), newRead), newRead);
    markers.put(user, moved);
    return !moved.equals(old);
  }

  void setUnread(int count) {
    unread = Math.min(Limits.UNREAD, count);
  }

  void typed(UserId user, long untilNanos) {
    typingUntil.remove(user);
    typingUntil.put(user, untilNanos);
  }

  /// Forgets who has not gone on typing.
  ///
  /// @return whether anybody was forgotten
  boolean expireTyping(long nowNanos) {
    return typingUntil.values().removeIf(until -> until - nowNanos <= 0);
  }

  boolean anyoneTyping() {
    return !typingUntil.isEmpty();
  }

  ChatId id() {
    return chat.id();
  }

  long tail() {
    return tail;
  }

  long head() {
    return head;
  }

  long readTo() {
    Marker mine = markers.get(me);
    return mine == null ? 0 : mine.read();
  }

  long deliveredTo() {
    Marker mine = markers.get(me);
    return mine == null ? 0 : mine.delivered();
  }

  ChatOverview overview() {
    return new ChatOverview(chat, head, activeAt, last, List.copyOf(markers.values()), unread);
  }

  ChatItem item(Row.@Nullable Pending pending, String draft) {
    return new ChatItem(
        chat,
        activeAt,
        last,
        pending,
        unread,
        readTo(),
        head,
        List.copyOf(markers.values()),
        leastOfOthers(Marker::delivered),
        leastOfOthers(Marker::read),
        new ArrayList<>(typingUntil.keySet()),
        slowed() ? lastSlowPost.plusSeconds(chat.slowModeSeconds()) : Instant.EPOCH,
        draft);
  }

  private long leastOfOthers(ToLongFunction<Marker> place) {
    long least = Long.MAX_VALUE;
    for (UserId member : chat.members()) {
      if (!member.equals(me)) {
        Marker marker = markers.get(member);
        least = marker == null ? 0 : Math.min(least, place.applyAsLong(marker));
      }
      if (least == 0) {
        break;
      }
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }
}
