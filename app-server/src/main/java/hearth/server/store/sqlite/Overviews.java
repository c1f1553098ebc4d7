package hearth.server.store.sqlite;

import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Markers;
import hearth.protocol.OverviewPage;
import hearth.protocol.Presence;
import hearth.protocol.Response;
import hearth.protocol.Row;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.server.store.sqlite.MemberTable.Member;
import hearth.sqlite.Query;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  private static final int AT_ONCE = 500;
  private static final String PEOPLE = "u:";
  private static final String CHATS = "c:";

  private final Tables tables;
  private final Query unread;

  Overviews(Connection connection, Tables tables) {
    this.tables = tables;
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
    List<ChatTable.Properties> read = tables.chats().ofMember(me, after, AT_ONCE);
    boolean all = read.size() < AT_ONCE;
    for (ChatTable.Properties chat : read) {
      ChatOverview overview = overview(chat, me);
      if (!chats.add(overview, size(overview))) {
        all = false;
        break;
      }
    }
    String next = all ? null : CHATS + chats.taken().getLast().chat().id().value();
    return new OverviewPage(people, chats.taken(), next);
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
        + (last == null ? 0 : RowTable.size(last));
  }

  /// The channels with an id over `after`, by their ids.
  Response.Channels channels(long after) {
    List<Channel> found = tables.chats().channels(after, Limits.PAGE + 1);
    boolean more = found.size() > Limits.PAGE;
    return new Response.Channels(more ? found.subList(0, Limits.PAGE) : found, more);
  }

  /// How many messages of others come after a seq.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for who is not a member
  Response.Unread unread(ChatId chat, UserId me, long after) {
    needMember(chat, me);
    long head = tables.entries().head(chat).map(EntryTable.Place::seq).orElse(0L);
    return new Response.Unread(
        chat,
        after,
        head,
        count(chat, me, after),
        tables.personal().mentions().count(chat, me, after));
  }

  private int count(ChatId chat, UserId me, long after) {
    return unread.only(row -> row.getInt(1), chat.value(), after, me.value(), Limits.UNREAD);
  }

  private void needMember(ChatId chat, UserId me) {
    if (tables.members().role(chat, me).isEmpty()) {
      throw new FaultException(Fault.CHAT_UNKNOWN);
    }
  }

  /// One chat as one member sees it.
  ///
  /// @throws FaultException `CHAT_UNKNOWN` for others
  ChatOverview chat(ChatId chat, UserId me) {
    needMember(chat, me);
    return overview(tables.chats().one(chat).orElseThrow(), me);
  }

  private ChatOverview overview(ChatTable.Properties properties, UserId me) {
    ChatId id = properties.id();
    List<Member> members = tables.members().all(id);
    Chat chat = properties.with(members);
    EntryTable.Place head =
        tables.entries().head(id).orElse(new EntryTable.Place(0, properties.madeAt()));
    long read =
        members.stream()
            .filter(member -> member.user().equals(me))
            .mapToLong(member -> member.marker().read())
            .findFirst()
            .orElse(0);
    Instant activeAt = head.at();
    return new ChatOverview(
        chat,
        head.seq(),
        activeAt,
        tables.rows().newestMessage(id).orElse(null),
        markers(seen(members, me)),
        new ChatOverview.Mine(
            count(id, me, read),
            tables.personal().mentions().count(id, me, read),
            tables.personal().preferences().of(id, me)));
  }

  /// The markers as one member may see them: who keeps from the others what they read sees nothing
  /// of them either.
  private static List<Marker> seen(List<Member> members, UserId me) {
    boolean blind = members.stream().anyMatch(one -> one.user().equals(me) && one.hides());
    return members.stream()
        .map(
            one ->
                one.user().equals(me) || !(blind || one.hides())
                    ? one.marker()
                    : one.marker().withoutRead())
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
