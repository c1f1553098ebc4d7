package hearth.desktop.composer;

import hearth.client.model.ChatItem;
import hearth.desktop.fx.Completion;
import hearth.desktop.markdown.MentionText;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.desktop.text.NameMatch;
import hearth.protocol.Permission;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who can be mentioned in the chat in view. Confined to the FX thread.
final class MentionCandidates {
  private static final int SHOWN = 8;

  /// A name has so many characters at most, of up to two units each.
  private static final int LONGEST = 80;

  private final ServerViewModel server;
  private final DisplayText display;

  MentionCandidates(ServerViewModel server, DisplayText display) {
    this.server = server;
    this.display = display;
  }

  /// Everybody by their names, and all of them together where that is allowed.
  List<MentionText.Name> all() {
    Optional<ChatItem> chat = server.currentChat();
    if (chat.isEmpty() || !server.offers("mention")) {
      return List.of();
    }
    List<MentionText.Name> names = new ArrayList<>();
    if (chat.get().chat().allows(chat.get().own().as(), Permission.MENTION_ALL)) {
      names.add(new MentionText.Name(Messages.get("mention.all"), null));
      names.add(new MentionText.Name("all", null));
    }
    for (UserId member : chat.get().chat().members()) {
      server
          .person(member)
          .filter(user -> !user.deleted())
          .ifPresent(user -> names.add(new MentionText.Name(display.name(member), member)));
    }
    return names;
  }

  /// Who may be meant by an `@` and the characters behind it.
  Optional<Completion.Found> find(String before) {
    int at = before.lastIndexOf('@');
    boolean begins =
        at >= 0
            && before.length() - at <= LONGEST
            && (at == 0 || !Character.isLetterOrDigit(before.codePointBefore(at)));
    String typed = begins ? before.substring(at + 1) : "";
    if (!begins || typed.indexOf('\n') >= 0 || typed.startsWith(" ")) {
      return Optional.empty();
    }
    List<Completion.Choice> choices =
        all().stream()
            .filter(name -> !isMe(name) && !isSameAgain(name))
            .filter(name -> NameMatch.of(name.written(), typed).begins())
            .filter(name -> goesOn(name.written(), typed))
            .sorted(
                Comparator.comparing((MentionText.Name name) -> NameMatch.of(name.written(), typed))
                    .thenComparing(name -> name.user() == null)
                    .thenComparing(MentionText.Name::written, String.CASE_INSENSITIVE_ORDER))
            .limit(SHOWN)
            .map(MentionCandidates::choice)
            .toList();
    boolean written = choices.size() == 1 && choices.getFirst().text().equals("@" + typed + " ");
    return choices.isEmpty() || written
        ? Optional.empty()
        : Optional.of(new Completion.Found(at, choices));
  }

  /// A blank may end a name, or be part of it.
  private static boolean goesOn(String name, String typed) {
    return !typed.endsWith(" ") || name.regionMatches(true, 0, typed, 0, typed.length());
  }

  private boolean isMe(MentionText.Name name) {
    return name.user() != null && display.isMe(name.user());
  }

  /// Everybody can be written in two ways.
  private static boolean isSameAgain(MentionText.Name name) {
    return name.user() == null && !name.written().equals(Messages.get("mention.all"));
  }

  private static Completion.Choice choice(MentionText.Name name) {
    String written = "@" + name.written();
    return new Completion.Choice(written, name.written(), written + " ", () -> {});
  }
}
