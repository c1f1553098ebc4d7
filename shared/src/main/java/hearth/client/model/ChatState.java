package hearth.client.model;

import hearth.client.store.LogWindow;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.Blocked;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Entry;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.Mask;
import hearth.protocol.Preferences;
import hearth.protocol.Role;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the client knows of one chat beside its timeline: how far it holds the log, who has come
/// how far, which signs they show. Confined to the client thread.
public final class ChatState {
  private final UserId person;
  private final Blocks blocks;

  /// Who the person is here: themselves, or their alias.
  private UserId me;

  private final ChatLog log;
  private final Map<UserId, Marker> markers = new LinkedHashMap<>();
  private final ShownSigns signs = new ShownSigns();
  private long floor;
  private Chat chat;
  private Instant activeAt;
  private @Nullable Row last;
  private int unread;
  private int mentions;
  private Preferences preferences = Preferences.NONE;

  /// How many messages of others the person has read and marked as unread.
  private int marked;

  /// Whether the person marked something as unread while they were looking at it.
  private boolean markStays;

  /// When this person last wrote while slow mode was on.
  private Instant lastSlowPost = Instant.EPOCH;

  /// The seq up to which the overview has told everything.
  private long countedTo;

  private long unreadTo;

  /// Whether the device holds too little to count the unread messages.
  private boolean unreadGuessed;

  private final ReceiptProgress progress = new ReceiptProgress();

  ChatState(UserId person, Blocks blocks, ChatOverview overview, @Nullable LogWindow window) {
    this.person = person;
    this.blocks = blocks;
    me = person;
    log = new ChatLog(window, overview.head());
    chat = overview.chat();
    activeAt = overview.activeAt();
    take(overview);
  }

  /// Takes the server's word for all but what this person has read here meanwhile.
  void adopt(ChatOverview overview) {
    long readHere = readTo();
    log.serverEndsAt(overview.head(), overview.activeAt());
    take(overview);
    if (readHere > readTo() && readHere <= overview.head()) {
      moveMarker(me, readHere, readHere);
    }
  }

  private void take(ChatOverview overview) {
    chat = overview.chat();
    activeAt = overview.activeAt();
    last = overview.last();
    unread = overview.mine().unread();
    mentions = overview.mine().mentions();
    preferences = overview.mine().preferences();
    me = overview.mine().mask() == null ? person : overview.mine().mask().as();
    unreadGuessed = false;
    countedTo = overview.head();
    unreadTo = overview.head();
    floor = overview.markers().floor();
    if (isAlone()) {
      markers.keySet().removeIf(this::isMember); // those who left are all that the ticks tell of
    } else {
      markers.clear();
    }
    overview.markers().listed().forEach(marker -> markers.put(marker.user(), marker));
  }

  /// Who the person is here.
  public UserId me() {
    return me;
  }

  /// The aliases are among the people.
  private @Nullable Mask mask() {
    return me.equals(person) ? null : new Mask(me, List.of());
  }

  private boolean isMember(UserId user) {
    return chat.members().contains(user);
  }

  private boolean isAlone() {
    return chat.members().stream().allMatch(me::equals);
  }

  public ChatLog log() {
    return log;
  }

  /// Notes an entry that follows the log's tail.
  ///
  /// @param now the time by this device's clock
  void append(Entry entry, Instant now) {
    boolean news = entry.seq() > countedTo; // else the overview has told it
    if (entry.action() instanceof Action.Post) {
      posted(Row.of(entry), now);
    } else if (last != null) {
      last = last.after(entry);
    }
    if (news) {
      chat = chat.after(entry.action());
      if (entry.action() instanceof Action.AddMembers(List<UserId> added)) {
        added.forEach(user -> joined(user, entry.seq()));
      }
      countedTo = entry.seq();
      activeAt = entry.at();
    }
  }

  /// What was said before somebody joined is not unread by them.
  private void joined(UserId user, long seq) {
    if (!user.equals(me)) {
      moveMarker(user, seq, seq);
    }
  }

  private boolean mentionsMe(Row row) {
    return row.entry().action() instanceof Action.Post post
        && blocks.mentioned(me, row.author(), post);
  }

  private void posted(Row row, Instant now) {
    boolean mine = row.author().equals(me);
    signs.posted(row.author());
    if (mine) {
      wrote(row.at().isBefore(now) ? row.at() : now);
    }
    if (last == null || last.seq() < row.seq()) {
      last = row;
    }
    if (row.seq() > unreadTo) {
      unreadTo = row.seq();
      if (!mine && row.seq() > readTo()) {
        unread = Math.min(Limits.UNREAD, unread + 1);
        mentions = Math.min(unread, mentions + (mentionsMe(row) ? 1 : 0));
      }
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
    return chat.slowModeSeconds() > 0 && !chat.roleOf(me).atLeast(Role.ADMIN);
  }

  /// Moves a member's marker forward.
  ///
  /// @return whether it moved
  boolean moveMarker(UserId user, long delivered, long read) {
    Marker old = markerOf(user);
    long newRead = Math.max(old.read(), read);
    var moved = new Marker(user, Math.max(Math.max(old.delivered(), delivered), newRead), newRead);
    if (!moved.equals(old)) {
      markers.put(user, moved);
    }
    return !moved.equals(old);
  }

  /// How far a member has come: never beyond what the log is known to have.
  private Marker markerOf(UserId user) {
    Marker known = markers.get(user);
    long delivered = Math.min(known == null ? floor : known.delivered(), log.head());
    long read = Math.min(known == null ? floor : known.read(), log.head());
    return known != null && known.delivered() == delivered && known.read() == read
        ? known
        : new Marker(user, delivered, read);
  }

  /// What the chat takes of [Capacity].
  int places() {
    return chat.members().size() + markers.size() + signs.places();
  }

  /// Up to which seq unread messages are counted.
  long unreadTo() {
    return unreadTo;
  }

  boolean hasUnread() {
    return !isSilent() && (unread > 0 || preferences.unreadFrom() > 0);
  }

  /// Whether it is the direct chat with somebody who is blocked: nothing is told of it, and nothing
  /// tells the other how far this person is.
  public boolean isSilent() {
    return blocked() != null;
  }

  /// The block by which the chat is silent; null for none.
  @Nullable Blocked blocked() {
    return blocks.of(chat);
  }

  /// Whether it is the direct chat with one of these people.
  boolean isDirectWith(Set<UserId> people) {
    return chat.kind() == Chat.Kind.DIRECT && chat.members().stream().anyMatch(people::contains);
  }

  /// Whether other messages would count if any of these people were blocked, or not any more.
  boolean countsMentionsOf(Set<UserId> people) {
    return unread > 0 && chat.members().stream().anyMatch(people::contains);
  }

  /// The seq from which the person has to read, or wants to again.
  long firstUnread() {
    long mark = preferences.unreadFrom();
    return mark == 0 ? readTo() + 1 : Math.min(mark, readTo() + 1);
  }

  public Preferences preferences() {
    return preferences;
  }

  /// Takes what the person has set.
  ///
  /// @param inView whether they are looking at the chat now
  void setPreferences(Preferences now, boolean inView) {
    boolean marked = now.unreadFrom() > 0 && now.unreadFrom() != preferences.unreadFrom();
    markStays = marked ? inView : markStays;
    preferences = now;
  }

  /// How many messages of others are read and marked as unread.
  void setMarked(int count) {
    marked = count;
  }

  /// The person comes to the chat: what they see from now on is read.
  void entered() {
    markStays = false;
  }

  /// Whether what was marked as unread is read, now that a row has been seen.
  boolean endsMark(long seq) {
    return !markStays && preferences.unreadFrom() > 0 && seq >= preferences.unreadFrom();
  }

  /// Takes a count of the unread messages up to a seq; later ones are counted as they come.
  ///
  /// @param mentioning how many of them mention this person
  void setUnread(int count, int mentioning, long to) {
    unread = Math.min(Limits.UNREAD, count);
    mentions = Math.min(unread, mentioning);
    unreadTo = to;
    unreadGuessed = false;
  }

  /// The unread messages are other ones, and the device does not hold them all.
  void guessUnread() {
    unread = Math.clamp(log.head() - readTo(), 0, unread);
    mentions = Math.min(mentions, unread);
    unreadGuessed = true;
  }

  /// Whether only the server can count the unread messages.
  public boolean isUnreadGuessed() {
    return unreadGuessed;
  }

  ShownSigns signs() {
    return signs;
  }

  public ChatId id() {
    return chat.id();
  }

  public long readTo() {
    return markerOf(me).read();
  }

  public long deliveredTo() {
    return markerOf(me).delivered();
  }

  ChatOverview overview() {
    return new ChatOverview(
        chat,
        log.head(),
        activeAt,
        last,
        new Markers(floor, markers.keySet().stream().map(this::markerOf).toList()),
        new ChatOverview.Mine(unread, mentions, preferences, mask()));
  }

  /// The chat as it is shown.
  ///
  /// @param waiting what waits on this device to be sent there
  ChatItem item(List<Pending> waiting, @Nullable Pending newestPost, String draft) {
    Chat shown = chat;
    Row newest = last;
    Preferences set = preferences;
    for (Pending pending : waiting) {
      shown = shown.after(pending.action());
      set = pending.action() instanceof Action.Personal personal ? set.after(personal) : set;
      if (newest != null
          && pending.action() instanceof Action.Targeted action
          && action.target() == newest.seq()) {
        newest = newest.changedBy(action, me, pending.at());
      }
    }
    ChatItem item =
        new ChatItem(
            shown,
            new ChatItem.Newest(shownAt(newestPost), newest, newestPost),
            reading(set),
            receipts(),
            signs.all(),
            new ChatItem.Own(
                slowed() ? lastSlowPost.plusSeconds(chat.slowModeSeconds()) : Instant.EPOCH,
                draft,
                set,
                me));
    Blocked blocked = blocked();
    return blocked == null ? item : item.silent(blocked);
  }

  private ChatItem.Reading reading(Preferences set) {
    long mark = set.unreadFrom();
    return mark == 0 || mark > readTo()
        ? new ChatItem.Reading(unread, mentions, readTo(), log.head())
        : new ChatItem.Reading(
            Math.min(Limits.UNREAD, unread + Math.max(1, marked)), mentions, mark - 1, log.head());
  }

  /// When that was written which a list shows of the chat; where nobody has written, when something
  /// last happened.
  private Instant shownAt(@Nullable Pending newestPost) {
    Row newest = last;
    if (newestPost != null && (newest == null || newestPost.at().isAfter(newest.at()))) {
      return newestPost.at();
    }
    return newest == null ? activeAt : newest.at();
  }

  private ChatItem.Receipts receipts() {
    List<Marker> all = chat.members().stream().map(this::markerOf).toList();
    List<Marker> counting = isAlone() ? List.copyOf(markers.values()) : all;
    return progress.now(
        all, counting.stream().filter(one -> !one.user().equals(me)).toList(), log.head());
  }
}
