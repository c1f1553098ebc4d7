package hearth.desktop.text;

import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.client.store.Pending;
import hearth.desktop.markdown.Markdown;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.Reaction;
import hearth.protocol.Row;
import hearth.protocol.UserId;
import java.util.Comparator;
import java.util.List;

/// What the log of a chat says: as notices in the timeline, as previews in the chat list, and to
/// screen readers. Confined to the FX thread.
public final class ActionText {
  private final DisplayText display;

  public ActionText(DisplayText display) {
    this.display = display;
  }

  /// A row that is not a message, as a sentence.
  public String notice(UserId author, Action action) {
    return switch (action) {
      case Action.AddMembers added -> added(author, added);
      case Action.RemoveMember removed ->
          removed.member().equals(author)
              ? Messages.get("notice.left", subject(author))
              : Messages.get("notice.removed", subject(author), object(removed.member()));
      case Action.SetRole set -> role(set);
      case Action.Rename(String title) ->
          Messages.get("notice.renamed", subject(author), Messages.get("notice.name", title));
      case Action.SetTopic(String topic) ->
          topic.isEmpty()
              ? Messages.get("notice.topic-off", subject(author))
              : Messages.get("notice.topic", subject(author), Messages.get("notice.name", topic));
      case Action.SetPermission set ->
          Messages.get(
              "notice.rule",
              subject(author),
              RoleText.who(set.from()),
              RoleText.of(set.permission()));
      case Action.SetSlowMode set ->
          set.seconds() == 0
              ? Messages.get("notice.slow-mode-off", subject(author))
              : Messages.get("notice.slow-mode", subject(author), Times.every(set.seconds()));
      case Action.Post _, Action.Targeted _, Action.Personal _, Action.Unknown _ ->
          Messages.get("notice.newer");
    };
  }

  private String added(UserId author, Action.AddMembers added) {
    List<String> members =
        added.members().stream().filter(id -> !id.equals(author)).map(this::object).toList();
    if (members.isEmpty()) {
      return Messages.get("notice.joined", subject(author));
    }
    return Messages.get("notice.added", subject(author), Messages.list(members));
  }

  private String role(Action.SetRole set) {
    if (display.isMe(set.member())) {
      return switch (set.role()) {
        case OWNER -> Messages.get("notice.owner.you");
        case ADMIN -> Messages.get("notice.admin.you");
        case MEMBER -> Messages.get("notice.member.you");
        case READER -> Messages.get("notice.reader.you");
        case UNKNOWN -> Messages.get("notice.newer");
      };
    }
    String who = subject(set.member());
    return switch (set.role()) {
      case OWNER -> Messages.get("notice.owner", who);
      case ADMIN -> Messages.get("notice.admin", who);
      case MEMBER -> Messages.get("notice.member", who);
      case READER -> Messages.get("notice.reader", who);
      case UNKNOWN -> Messages.get("notice.newer");
    };
  }

  private String subject(UserId id) {
    return display.isMe(id) ? Messages.get("person.you") : inSentence(id, "person.somebody");
  }

  private String object(UserId id) {
    return display.isMe(id)
        ? Messages.get("person.you.object")
        : inSentence(id, "person.somebody.object");
  }

  /// A name as a sentence quotes it.
  ///
  /// @param unknown the key of the word for somebody without one
  private String inSentence(UserId id, String unknown) {
    return display.isKnown(id)
        ? Messages.get("notice.name", display.name(id))
        : Messages.get(unknown);
  }

  /// Whose words a message repeats; empty for those of its author.
  public String origin(Action action) {
    return action instanceof Action.Post post && post.forwarded() != null
        ? Messages.get("message.forwarded", display.name(post.forwarded().author()))
        : "";
  }

  /// Names in a row, this person first.
  public String names(List<UserId> users) {
    List<String> names =
        users.stream()
            .sorted(Comparator.comparing((UserId user) -> !display.isMe(user)))
            .map(display::nameOrYou)
            .toList();
    return Messages.list(names);
  }

  /// A row as a screen reader says it.
  public String spoken(TimelineRow row, UserId author) {
    Content content = row.content();
    if (content == null) {
      return notice(author, row.action());
    }
    String text =
        content instanceof Content.Text(String written)
            ? Markdown.words(written, display::mention)
            : preview(content);
    String who = display.nameOrYou(author);
    TimelineRow.Quote quote = row.quote();
    String said =
        quote == null || quote.row() == null
            ? Messages.get("spoken.message", who, text, display.times().clock(row.at()))
            : Messages.get("spoken.reply", who, display.nameOrYou(quote.row().author()), text);
    return row instanceof TimelineRow.Committed committed ? spoken(said, committed.row()) : said;
  }

  private static String spoken(String said, Row row) {
    String now = row.editedAt() == null ? said : Messages.get("spoken.edited", said);
    for (Reaction reaction : row.reactions()) {
      String count =
          Messages.get("message.reactions.spoken", reaction.emoji(), reaction.users().size());
      now = Messages.get("list.more", now, count);
    }
    return now;
  }

  /// Why the server refused what was done in a chat.
  public static String refused(Action action, Fault fault) {
    String why = ErrorText.of(fault);
    return switch (action) {
      case Action.Edit _ -> Messages.get("refused.edit", why);
      case Action.Delete _ -> Messages.get("refused.delete", why);
      case Action.React react ->
          react.on()
              ? Messages.get("refused.reaction", why)
              : Messages.get("refused.reaction-removal", why);
      case Action.Pin pin -> Messages.get(pin.on() ? "refused.pin" : "refused.unpin", why);
      case Action.AddMembers _, Action.RemoveMember _, Action.SetRole _ ->
          Messages.get("refused.members", why);
      case Action.Post _,
          Action.SetSlowMode _,
          Action.Rename _,
          Action.SetTopic _,
          Action.SetPermission _,
          Action.Personal _,
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

  /// The second line of the chat list, if nobody types and nothing waits to be sent.
  public String preview(ChatItem item) {
    Row last = item.newest().row();
    if (last == null) {
      return Messages.get("preview.empty");
    }
    String said = preview(last.entry().action());
    if (display.isMe(last.author())) {
      return mine(said);
    }
    return item.chat().kind() == Chat.Kind.DIRECT
        ? said
        : Messages.get("preview.by", display.firstName(last.author()), said);
  }

  /// The second line while a message waits to be sent or was refused.
  public String preview(Pending pending) {
    String said = preview(pending.action());
    return pending.failed() ? Messages.get("preview.failed", said) : mine(said);
  }

  /// The second line while a message is being written.
  public String draft(String text) {
    return Messages.get("preview.draft", oneLine(text));
  }

  private static String mine(String said) {
    return Messages.get("preview.by", Messages.get("person.you"), said);
  }

  /// A message in one line, as a chat list and a quote show it.
  public String preview(Action action) {
    return action instanceof Action.Post post
        ? preview(post.content())
        : Messages.get("notice.newer");
  }

  /// What a message holds, in one line.
  public String preview(Content content) {
    return switch (content) {
      case Content.Text(String written) -> oneLine(Markdown.words(written, display::mention));
      case Content.Erased() -> Messages.get("message.deleted");
      case Content.Unknown _ -> Messages.get("message.newer");
    };
  }

  /// A text without its line breaks.
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
