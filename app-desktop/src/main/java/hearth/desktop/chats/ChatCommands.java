package hearth.desktop.chats;

import hearth.client.model.ChatItem;
import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.protocol.Action;
import hearth.protocol.Preferences;
import hearth.protocol.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What a person can set for themselves in a chat, in one list: the menu of the chat list and the
/// details are made of it. Confined to the FX thread.
public final class ChatCommands {
  private final ServerViewModel server;
  private final DisplayText display;
  private final Blocking blocking;

  public ChatCommands(ServerViewModel server, DisplayText display, Blocking blocking) {
    this.server = server;
    this.display = display;
    this.blocking = blocking;
  }

  /// What can be done with this chat now.
  ///
  /// @param refused hears why something was not done
  public List<Command> of(ChatItem chat, Consumer<String> refused) {
    List<Command> commands = new ArrayList<>();
    Preferences set = chat.own().preferences();
    if (server.offers("pinChat")) {
      commands.add(command(chat, set.pinned() ? "chat.unpin" : "chat.pin", pin(set)));
    }
    if (server.offers("markUnread")) {
      commands.addAll(reading(chat));
    }
    commands.addAll(muting(chat));
    if (server.offers("archive")) {
      commands.add(
          command(
              chat,
              set.archived() ? "chat.unarchive" : "chat.archive",
              new Action.Archive(!set.archived())));
    }
    display
        .other(chat.chat())
        .filter(blocking::isOffered)
        .ifPresent(
            other ->
                commands.add(
                    new Command(blocking.label(other), () -> blocking.ask(other, refused))));
    return commands;
  }

  /// For how long one may not be told of messages.
  public List<Command> muting(ChatItem chat) {
    if (!server.offers("mute") || display.isSaved(chat.chat())) {
      return List.of();
    }
    Instant now = display.times().now();
    if (chat.own().preferences().isMuted(now)) {
      return List.of(command(chat, "chat.unmute", new Action.Mute(null)));
    }
    return List.of(
        command(chat, "chat.mute.hour", new Action.Mute(now.plus(Duration.ofHours(1)))),
        command(chat, "chat.mute.morning", new Action.Mute(display.times().morning())),
        command(chat, "chat.mute.always", new Action.Mute(Action.Mute.ALWAYS)));
  }

  private List<Command> reading(ChatItem chat) {
    Row last = chat.newest().row();
    if (chat.reading().unread() > 0) {
      return List.of(
          new Command(Messages.get("chat.mark-read"), () -> server.client().readAll(chat.id())));
    }
    return last == null || last.seq() > chat.reading().readTo()
        ? List.of()
        : List.of(command(chat, "chat.mark-unread", new Action.MarkUnread(last.seq())));
  }

  private static Action pin(Preferences set) {
    return new Action.PinChat(!set.pinned());
  }

  private Command command(ChatItem chat, String key, Action action) {
    return new Command(Messages.get(key), () -> server.append(chat.id(), action));
  }

  /// One thing that can be done.
  public record Command(String label, Runnable act) {}
}
