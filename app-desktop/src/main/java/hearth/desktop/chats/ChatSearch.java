package hearth.desktop.chats;

import hearth.client.model.ChatItem;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.NameMatch;
import hearth.protocol.Chat;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds chats, and people to write to, by what a person types. Confined to the FX thread.
final class ChatSearch {
  /// People without a chat are listed after a whole name or word, up to this many.
  private static final int PEOPLE = 20;

  private final ServerViewModel server;
  private final DisplayText display;

  ChatSearch(ServerViewModel server, DisplayText display) {
    this.server = server;
    this.display = display;
  }

  /// Titles that begin so, then titles with such a word, then people who have no chat yet, then
  /// everything else that has it in the title or in a member's name; each by `order`.
  ///
  /// @param typed not blank
  List<Hit> find(String typed, Comparator<ChatItem> order) {
    List<Ranked> found = new ArrayList<>();
    Set<UserId> written = new HashSet<>();
    for (ChatItem item : server.chats().stream().sorted(order).toList()) {
      display.other(item.chat()).ifPresent(written::add);
      Rank rank = rankOf(item.chat(), typed);
      if (rank != Rank.NONE) {
        found.add(new Ranked(rank, new ChatHit(item)));
      }
    }
    if (server.isOnline()) {
      people(typed, written).forEach(user -> found.add(new Ranked(Rank.PERSON, new UserHit(user))));
    }
    return found.stream().sorted(Comparator.comparing(Ranked::rank)).map(Ranked::hit).toList();
  }

  private List<User> people(String typed, Set<UserId> written) {
    return server.people().stream()
        .filter(user -> !display.isMe(user.id()) && !written.contains(user.id()))
        .filter(user -> NameMatch.of(user.name(), typed).begins())
        .sorted(
            Comparator.comparing((User user) -> NameMatch.of(user.name(), typed))
                .thenComparing(User::name, String.CASE_INSENSITIVE_ORDER))
        .limit(PEOPLE)
        .toList();
  }

  private Rank rankOf(Chat chat, String typed) {
    Rank title =
        switch (NameMatch.of(display.title(chat), typed)) {
          case EXACT -> Rank.EXACT;
          case START -> Rank.START;
          case WORD -> Rank.WORD;
          case INSIDE -> Rank.REST;
          case NONE -> Rank.NONE;
        };
    if (title != Rank.NONE || chat.kind() != Chat.Kind.GROUP) {
      return title;
    }
    return chat.members().stream().anyMatch(user -> NameMatch.of(display.name(user), typed).fits())
        ? Rank.REST
        : Rank.NONE;
  }

  /// What was found.
  sealed interface Hit {}

  record ChatHit(ChatItem item) implements Hit {}

  /// Somebody there is no direct chat with.
  record UserHit(User user) implements Hit {}

  private record Ranked(Rank rank, Hit hit) {}

  private enum Rank {
    EXACT,
    START,
    WORD,
    PERSON,
    REST,
    NONE
  }
}
