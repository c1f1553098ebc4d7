package hearth.desktop.text;

import hearth.client.ChatItem;
import hearth.client.Row;
import hearth.protocol.Chat;
import hearth.protocol.Event;
import hearth.protocol.Message;
import hearth.protocol.UserId;
import java.util.List;

/// What the log of a chat says: as notices in the timeline, as previews in the chat list, and to
/// screen readers. Confined to the FX thread.
public final class ActionText {
  private final DisplayText display;

  public ActionText(DisplayText display) {
    this.display = display;
  }

  /// A notice: who joined, or who added whom.
  public String notice(Event.MembersAdded added) {
    UserId author = added.author();
    if (added.members().equals(List.of(author))) {
      return Messages.get("notice.joined", subject(author));
    }
    List<String> members = added.members().stream().map(this::object).toList();
    return Messages.get("notice.added", subject(author), Messages.list(members));
  }

  /// A notice: slow mode was turned on or off.
  public String notice(Event.SlowModeSet set) {
    String who = subject(set.author());
    return set.seconds() == 0
        ? Messages.get("notice.slow-mode-off", who)
        : Messages.get("notice.slow-mode", who, Times.every(set.seconds()));
  }

  /// The second line of the chat list, if nobody types and nothing waits to be sent.
  public String preview(ChatItem item) {
    Message last = item.last();
    if (last == null) {
      return Messages.get("preview.empty");
    }
    if (display.isMe(last.author())) {
      return mine(last.text());
    }
    return item.chat().kind() == Chat.Kind.DIRECT
        ? oneLine(last.text())
        : Messages.get("preview.by", display.firstName(last.author()), oneLine(last.text()));
  }

  /// The second line while a message waits to be sent or was refused.
  public String preview(Row.Pending pending) {
    return pending.failed()
        ? Messages.get("preview.failed", oneLine(pending.text()))
        : mine(pending.text());
  }

  /// The second line while a message is being written.
  public String draft(String text) {
    return Messages.get("preview.draft", oneLine(text));
  }

  /// A message as a screen reader says it.
  ///
  /// @param at the time beside it
  public String spoken(UserId author, String text, String at) {
    return Messages.get("spoken.message", display.nameOrYou(author), text, at);
  }

  private static String mine(String text) {
    return Messages.get("preview.by", Messages.get("person.you"), oneLine(text));
  }

  private String subject(UserId id) {
    return display.isMe(id) ? Messages.get("person.you") : inSentence(id);
  }

  private String object(UserId id) {
    return display.isMe(id) ? Messages.get("person.you.object") : inSentence(id);
  }

  private String inSentence(UserId id) {
    return Messages.get("notice.name", display.name(id));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
