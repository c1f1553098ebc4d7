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
                "command.reply",
                "fth-corner-up-left",
                Keys.plain("R", KeyCode.R),
                actions::mayReply,
                target -> actions.reply(target.row())),
            new Command("command.react", "fth-smile", Keys.PLUS, actions::mayReact, popups::emoji),
            new Command(
                "command.edit",
                "fth-edit-2",
                Keys.plain("E", KeyCode.E),
                actions::mayEdit,
                target -> actions.edit(target.row())),
            new Command(
                "command.copy", "", Keys.shortcut("C", KeyCode.C), this::hasText, popups::copy),
            new Command("command.versions", "", Keys.NONE, actions::hasVersions, popups::versions),
            new Command("command.people", "", Keys.NONE, actions::hasPeople, popups::people),
            new Command(
                "command.retry",
                "",
                Keys.NONE,
                actions::hasFailed,
                target -> actions.retry(target.row())),
            new Command(
                "command.discard",
                "",
                Keys.plain("Del", KeyCode.DELETE),
                actions::hasFailed,
                target -> actions.discard(target.row())),
            new Command(
                "command.delete",
                "",
                Keys.plain("Del", KeyCode.DELETE),
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
      return keys.label().isEmpty() ? name() : Messages.get("command.hint", name(), keys.label());
    }

    boolean isInToolbar() {
      return !icon.isEmpty();
    }
  }

  /// A key, and how it is written.
  record Keys(String label, Predicate<KeyEvent> matches) {
    static final Keys NONE = new Keys("", press -> false);
    static final Keys PLUS =
        new Keys(
            "+",
            press ->
                !press.isShortcutDown()
                    && !press.isAltDown()
                    && (press.getCode() == KeyCode.PLUS
                        || press.getCode() == KeyCode.ADD
                        || (press.getCode() == KeyCode.EQUALS && press.isShiftDown())));

    static Keys plain(String label, KeyCode code) {
      return new Keys(
          label,
          press ->
              press.getCode() == code
                  && !press.isShortcutDown()
                  && !press.isAltDown()
                  && !press.isShiftDown());
    }

    static Keys shortcut(String label, KeyCode code) {
      return new Keys(
          Messages.get("keys.shortcut", label),
          press -> press.getCode() == code && press.isShortcutDown());
    }
  }
}
