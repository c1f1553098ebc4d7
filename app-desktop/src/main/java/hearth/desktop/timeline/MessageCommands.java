package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.text.Messages;
import hearth.protocol.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Everything that can be done with a message, in one list: the toolbar beside a bubble, the
/// context menu and the keys are made of it. Confined to the FX thread.
final class MessageCommands {
  private final List<Command> commands;

  /// The commands of a chat.
  ///
  /// @param popups what opens beside a message
  MessageCommands(MessageActions actions, MessagePopups popups) {
    commands =
        List.of(
            new Command(
                "message.reply",
                "fth-corner-up-left",
                Keys.plain("shortcuts.reply.keys", KeyCode.R),
                actions::mayReply,
                target -> actions.reply(target.row())),
            new Command(
                "message.react",
                "fth-smile",
                Keys.PLUS,
                row -> actions.may("react", row),
                popups::emoji),
            new Command(
                "message.edit",
                "fth-edit-2",
                Keys.plain("shortcuts.edit.keys", KeyCode.E),
                actions::mayEdit,
                target -> actions.edit(target.row())),
            new Command(
                "timeline.copy",
                "",
                Keys.shortcut("shortcuts.copy.keys", KeyCode.C),
                this::hasText,
                popups::copy),
            new Command(
                "message.forward",
                "",
                Keys.plain("shortcuts.forward.keys", KeyCode.F),
                actions::mayForward,
                target -> actions.forward(target.row())),
            new Command(
                "message.mark-unread",
                "",
                Keys.plain("shortcuts.mark-unread.keys", KeyCode.U),
                actions::mayMarkUnread,
                target -> actions.markUnread(target.row())),
            new Command(
                "message.remind",
                "",
                Keys.plain("shortcuts.remind.keys", KeyCode.T),
                row -> actions.may("remind", row),
                popups::remind),
            new Command(
                "message.pin",
                "",
                Keys.NONE,
                row -> actions.mayPin(row) && !actions.isPinned(row),
                target -> actions.pin(target.row(), true)),
            new Command(
                "message.unpin",
                "",
                Keys.NONE,
                row -> actions.mayPin(row) && actions.isPinned(row),
                target -> actions.pin(target.row(), false)),
            new Command("message.versions", "", Keys.NONE, actions::hasVersions, popups::versions),
            new Command("timeline.read-by", "", Keys.NONE, actions::hasReaders, popups::people),
            new Command(
                "message.reactions.who", "", Keys.NONE, actions::hasReactions, popups::people),
            new Command(
                "timeline.retry",
                "",
                Keys.NONE,
                actions::hasFailed,
                target -> actions.retry(target.row())),
            new Command(
                "timeline.delete",
                "",
                Keys.plain("shortcuts.delete.keys", KeyCode.DELETE),
                actions::hasFailed,
                target -> actions.discard(target.row())),
            new Command(
                "message.delete",
                "",
                Keys.plain("shortcuts.delete.keys", KeyCode.DELETE),
                actions::mayDelete,
                target -> actions.delete(target.row())));
  }

  private boolean hasText(TimelineRow row) {
    return row.content() instanceof Content.Text;
  }

  /// What can be done with one row.
  List<Command> offered(TimelineRow row) {
    return commands.stream().filter(command -> command.offered().test(row)).toList();
  }

  /// What a key does with one row.
  Optional<Command> pressed(KeyEvent press, TimelineRow row) {
    return offered(row).stream()
        .filter(command -> command.keys().matches().test(press))
        .findFirst();
  }

  /// One thing that can be done.
  ///
  /// @param key the key of its name
  /// @param icon stands in the toolbar; empty for one that is in the menu alone
  record Command(
      String key,
      String icon,
      Keys keys,
      Predicate<TimelineRow> offered,
      Consumer<MessageTarget> act) {
    String name() {
      return Messages.get(key);
    }

    /// The name with the key, as a tooltip says it.
    String hint() {
      return keys.key().isEmpty()
          ? name()
          : Messages.get("message.hint", name(), Messages.get(keys.key()));
    }

    boolean isInToolbar() {
      return !icon.isEmpty();
    }
  }

  /// A key on the keyboard.
  ///
  /// @param key the key of how it is written; empty for none
  record Keys(String key, Predicate<KeyEvent> matches) {
    static final Keys NONE = new Keys("", press -> false);
    static final Keys PLUS =
        new Keys(
            "shortcuts.react.keys",
            press ->
                !press.isShortcutDown()
                    && !press.isAltDown()
                    && (press.getCode() == KeyCode.PLUS
                        || press.getCode() == KeyCode.ADD
                        || (press.getCode() == KeyCode.EQUALS && press.isShiftDown())));

    static Keys plain(String key, KeyCode code) {
      return new Keys(
          key,
          press ->
              press.getCode() == code
                  && !press.isShortcutDown()
                  && !press.isAltDown()
                  && !press.isShiftDown());
    }

    static Keys shortcut(String key, KeyCode code) {
      return new Keys(key, press -> press.getCode() == code && press.isShortcutDown());
    }
  }
}
