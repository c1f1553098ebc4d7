package hearth.desktop.text;

import hearth.client.model.TimelineRow;
import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What was done in a chat, in words. Confined to the FX thread.
public final class ActionText {
  private final DisplayText display;

  public ActionText(DisplayText display) {
    this.display = display;
  }

  /// A row that is not a message, as a sentence.
  public String notice(UserId author, Action action) {
    String who = display.nameOrYou(author);
    return switch (action) {
      case Action.AddMembers added -> added(author, added);
      case Action.RemoveMember removed -> removed(author, removed);
      case Action.SetRole set -> role(set);
      case Action.SetSlowMode set ->
          set.seconds() == 0
              ? Messages.get("timeline.slow-off", who)
              : Messages.get("timeline.slow", who, Times.span(set.seconds()));
      case Action.Post _, Action.Targeted _, Action.Unknown _ -> Messages.get("timeline.unknown");
    };
  }

  private String added(UserId author, Action.AddMembers added) {
    String members =
        added.members().stream().map(display::nameOrYou).collect(Collectors.joining(", "));
    if (!added.members().equals(List.of(author))) {
      return Messages.get("timeline.added", display.nameOrYou(author), members);
    }
    return display.isMe(author)
        ? Messages.get("timeline.you-joined")
        : Messages.get("timeline.joined", members);
  }

  private String removed(UserId author, Action.RemoveMember removed) {
    if (!removed.member().equals(author)) {
      return Messages.get(
          "timeline.removed", display.nameOrYou(author), display.nameOrYou(removed.member()));
    }
    return display.isMe(author)
        ? Messages.get("timeline.you-left")
        : Messages.get("timeline.left", display.name(author));
  }

  private String role(Action.SetRole set) {
    if (set.role() != Role.OWNER) {
      return Messages.get("timeline.role-changed", display.nameOrYou(set.member()));
    }
    return display.isMe(set.member())
        ? Messages.get("timeline.you-own")
        : Messages.get("timeline.owner", display.name(set.member()));
  }

  /// Names in a row, this person first.
  public String names(List<UserId> users) {
    return users.stream()
        .sorted(Comparator.comparing((UserId user) -> !display.isMe(user)))
        .map(display::nameOrYou)
        .collect(Collectors.joining(", "));
  }

  /// A row as a screen reader says it.
  public String spoken(TimelineRow row, UserId author) {
    Content content = row.content();
    if (content == null) {
      return notice(author, row.action());
    }
    List<String> parts = new ArrayList<>();
    String text = content instanceof Content.Text(String written) ? written : preview(content);
    parts.add(
        Messages.get(
            "timeline.spoken", display.nameOrYou(author), text, display.times().clock(row.at())));
    TimelineRow.Quote quote = row.quote();
    if (quote != null && quote.row() != null) {
      parts.add(
          Messages.get(
              "timeline.spoken.reply",
              display.nameOrYou(quote.row().author()),
              preview(quote.row().entry().action())));
    }
    if (row instanceof TimelineRow.Committed committed) {
      if (committed.row().editedAt() != null) {
        parts.add(Messages.get("timeline.edited"));
      }
      committed
          .row()
          .reactions()
          .forEach(
              reaction ->
                  parts.add(
                      Messages.get("timeline.reacted", reaction.emoji(), names(reaction.users()))));
    }
    return String.join(". ", parts);
  }

  /// Why the server refused what was done with a message.
  public static String refused(Action action, Fault fault) {
    String why = ErrorText.of(fault);
    return switch (action) {
      case Action.Edit _ -> Messages.get("refused.edit", why);
      case Action.Delete _ -> Messages.get("refused.delete", why);
      case Action.React _ -> Messages.get("refused.react", why);
      case Action.Post _,
          Action.AddMembers _,
          Action.RemoveMember _,
          Action.SetRole _,
          Action.SetSlowMode _,
          Action.Unknown _ ->
          why;
    };
  }

  /// The first words of a text, with a mark where it goes on.
  public static String firstWords(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length)).strip() + "…";
  }

  /// A message in one line, as a chat list and a quote show it.
  public String preview(Action action) {
    return action instanceof Action.Post post
        ? preview(post.content())
        : Messages.get("timeline.unknown");
  }

  /// What a message holds, in one line.
  public String preview(Content content) {
    return switch (content) {
      case Content.Text(String text) -> oneLine(text);
      case Content.Erased() -> Messages.get("timeline.erased");
      case Content.Unknown _ -> Messages.get("timeline.unknown");
    };
  }

  /// A text without its line breaks.
  public static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
