package hearth.server.store.sqlite;

import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.Mask;
import hearth.protocol.OverviewPage;
import hearth.protocol.Preferences;
import hearth.protocol.Presence;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.store.Views;
import hearth.server.store.sqlite.MemberTable.Member;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a person sees first, in pages: people by id, then chats by id. Confined to the thread
/// that holds its connection.
final class Overviews {
  /// A page ends when it has about as many characters as this.
  private static final int PAGE_CHARACTERS = 256 * 1024;

  /// What a person takes, and a chat beside its members, markers and last message, in characters.
  private static final int FRAME = 160;

  private static final int MEMBER = 7;
  private static final int MARKER = 48;
  private static final int ALIAS = 80;
  private static final int AT_ONCE = 500;
  private static final String PEOPLE = "u:";
  private static final String CHATS = "c:";

  private final Tables tables;
  private final Masks masks;
  private final Query unread;

  Overviews(Connection connection, Tables tables) {
    this.tables = tables;
    masks = new Masks(tables);
    unread =
        new Query(
            connection,
            "SELECT count(*) FROM (SELECT 1 FROM entry WHERE chat = ? AND seq > ? AND kind = "
                + Codes.POST
                + " AND author <> ? LIMIT ?)");
  }

  /// A page.
  ///
  /// @param from where it begins; null for the beginning
  OverviewPage page(UserId me, @Nullable String from, Function<UserId, Presence> presence) {
    String place = from == null ? PEOPLE + 0 : from;
    long after = after(place);
    if (place.startsWith(CHATS)) {
      return chats(List.of(), me, after, PAGE_CHARACTERS);
    }
    List<User> people = tables.users().after(after, AT_ONCE, presence);
    int room = PAGE_CHARACTERS;
    for (User user : people) {
      room -= FRAME + user.name().length() + user.status().text().length();
    }
    if (people.size() == AT_ONCE) {
      return new OverviewPage(people, List.of(), PEOPLE + people.getLast().id().value());
    }
    return chats(people, me, 0, room);
  }

  private OverviewPage chats(List<User> people, UserId me, long after, int room) {
    SizeLimit<ChatOverview> chats = new SizeLimit<>(room);
    List<ChatTable.Properties> read = chatsOf(me, after);
    boolean all = read.size() < AT_ONCE;
    for (ChatTable.Properties chat : read) {
      ChatOverview overview = overview(chat, me, masks.member(chat.id(), me));
      if (!chats.add(overview, size(overview))) {
        all = false;
        break;
      }
    }
    String next = all ? null : CHATS + chats.taken().getLast().chat().id().value();
    return new OverviewPage(people, chats.taken(), next);
  }

  /// A person's chats with an id over `after`, masked ones among them, at most [#AT_ONCE].
  private List<ChatTable.Properties> chatsOf(UserId me, long after) {
    List<ChatTable.Properties> unmasked = tables.chats().ofMember(me, after, AT_ONCE);
    List<ChatTable.Properties> masked = new ArrayList<>();
    tables
        .aliases()
        .chatsOf(me)
        .forEach(
            (chat, as) -> {
              if (chat.value() > after && tables.members().role(chat, as).isPresent()) {
                tables.chats().one(chat).ifPresent(masked::add);
              }
            });
    if (masked.isEmpty()) {
      return unmasked;
    }
    return Stream.concat(unmasked.stream(), masked.stream())
        .sorted(Comparator.comparingLong(chat -> chat.id().value()))
        .limit(AT_ONCE)
        .toList();
  }

  private static long after(String place) {
    try {
      if (place.startsWith(PEOPLE) || place.startsWith(CHATS)) {
        return Long.parseLong(place.substring(PEOPLE.length()));
      }
    } catch (NumberFormatException notOurs) {
      // Said below.
    }
    throw new FaultException(Fault.PARAMS_INVALID, "no page begins there");
  }

  private static int size(ChatOverview overview) {
    Row last = overview.last();
    return FRAME
        + overview.chat().members().size() * MEMBER
        + overview.markers().listed().size() * MARKER
        + overview.mine().preferences().draft().length()
        + (overview.mine().mask() == null ? 0 : overview.mine().mask().aliases().size() * ALIAS)
        + (last == null ? 0 : RowTable.size(last));
  }

  /// The channels with an id over `after`, by their ids.
  Response.Channels channels(long after, boolean masked) {
    List<Channel> found = tables.chats().channels(after, masked, Limits.PAGE + 1);
    boolean more = found.size() > Limits.PAGE;
    return new Response.Channels(more ? found.subList(0, Limits.PAGE) : found, more);
  }

  /// How many messages of others come after a seq.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for who is not a member
  Response.Unread unread(ChatId chat, UserId me, long after) {
    UserId as = masks.member(chat, me);
    long head = tables.entries().head(chat).map(EntryTable.Place::seq).orElse(0L);
    return new Response.Unread(
        chat,
        after,
        head,
        count(chat, as, after),
        tables.personal().mentions().count(chat, me, as, after));
  }

  private int count(ChatId chat, UserId me, long after) {
    return unread.only(row -> row.getInt(1), chat.value(), after, me.value(), Limits.UNREAD);
  }

  /// One chat as one member sees it.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for others
  ChatOverview chat(ChatId chat, UserId me) {
    UserId as = masks.member(chat, me);
    return overview(tables.chats().one(chat).orElseThrow(), me, as);
  }

  /// A chat as people see it who have just come in, of whom the log says so last: all the same, but
  /// for those who are told nothing of what others read.
  Views newcomers(ChatId chat, Collection<UserId> people) {
    List<Member> members = tables.members().all(chat);
    ChatTable.Properties properties = tables.chats().one(chat).orElseThrow();
    Set<UserId> blind =
        members.stream()
            .filter(one -> one.hides(Hidden.READING) && people.contains(one.user()))
            .map(Member::user)
            .collect(Collectors.toUnmodifiableSet());
    ChatOverview seeing = newcomer(properties, members, people, false);
    ChatOverview unseeing = blind.isEmpty() ? seeing : newcomer(properties, members, people, true);
    Map<UserId, ChatOverview> views = new LinkedHashMap<>();
    people.forEach(one -> views.put(one, blind.contains(one) ? unseeing : seeing));
    return new Views(views);
  }

  /// Everybody knows where a newcomer begins, so that is told of those who hide it too.
  private ChatOverview newcomer(
      ChatTable.Properties properties,
      List<Member> members,
      Collection<UserId> people,
      boolean blind) {
    List<Marker> seen =
        members.stream()
            .map(one -> people.contains(one.user()) ? one.marker() : one.told(false, blind))
            .toList();
    return overview(
        properties.with(members),
        head(properties),
        markers(seen),
        new ChatOverview.Mine(0, 0, Preferences.NONE, null));
  }

  private EntryTable.Place head(ChatTable.Properties chat) {
    return tables.entries().head(chat.id()).orElse(new EntryTable.Place(0, chat.madeAt()));
  }

  private ChatOverview overview(
      Chat chat, EntryTable.Place head, Markers markers, ChatOverview.Mine mine) {
    Row newest = tables.rows().newestMessage(chat.id()).orElse(null);
    return new ChatOverview(chat, head.seq(), head.at(), newest, markers, mine);
  }

  /// A chat as one person sees it.
  ///
  /// @param as who the person is there
  private ChatOverview overview(ChatTable.Properties properties, UserId person, UserId as) {
    ChatId id = properties.id();
    boolean masked = !as.equals(person);
    List<Member> members = tables.members().all(id);
    long read =
        members.stream()
            .filter(member -> member.user().equals(as))
            .mapToLong(member -> member.marker().read())
            .findFirst()
            .orElse(0);
    return overview(
        properties.with(members),
        head(properties),
        markers(seen(members, as, masked)),
        new ChatOverview.Mine(
            count(id, as, read),
            tables.personal().mentions().count(id, person, as, read),
            tables.personal().preferences().of(id, person),
            masked ? new Mask(as, tables.aliases().in(id)) : null));
  }

  /// The markers as one member may see them: who keeps from the others what they read sees nothing
  /// of them either. When a device of an alias was there is told to nobody, nor when one was there
  /// of who hides presence.
  private static List<Marker> seen(List<Member> members, UserId me, boolean masked) {
    boolean blind =
        members.stream().anyMatch(one -> one.user().equals(me) && one.hides(Hidden.READING));
    return members.stream()
        .map(one -> one.user().equals(me) ? one.marker() : one.told(masked, blind))
        .toList();
  }

  /// The most frequent place of all is the floor; who stands there is not listed.
  private static Markers markers(List<Marker> members) {
    Map<Long, Integer> frequency = new HashMap<>();
    long floor = 0;
    int most = 0;
    for (Marker marker : members) {
      if (marker.delivered() == marker.read()) {
        int count = frequency.merge(marker.read(), 1, Integer::sum);
        if (count > most) {
          most = count;
          floor = marker.read();
        }
      }
    }
    List<Marker> listed = new ArrayList<>();
    for (Marker marker : members) {
      if (marker.read() != floor || marker.delivered() != floor) {
        listed.add(marker);
      }
    }
    return new Markers(floor, listed);
  }
}
