package hearth.desktop.timeline;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What the keyboard does with the messages. Confined to the FX thread.
final class TimelineKeys {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.F);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final AnchoredList<TimelineItem> list;
  private final TimelineViewModel model;
  private final MessageActions actions;
  private final MessageMenu menu;
  private final Selected selected;

  /// Which of the current row's reactions the keyboard is at; negative for none.
  private int chip = -1;

  TimelineKeys(
      AnchoredList<TimelineItem> list,
      TimelineViewModel model,
      MessageActions actions,
      MessageMenu menu,
      Selected selected) {
    this.list = list;
    this.model = model;
    this.actions = actions;
    this.menu = menu;
    this.selected = selected;
  }

  /// Another row is the current one.
  void moved() {
    chip = -1;
  }

  /// The current row is shown in this cell.
  void shown(RowFrame frame) {
    chip = frame.choose(chip);
  }

  private @Nullable RowFrame current() {
    RowCell<TimelineItem> cell = list.cellAt(list.currentProperty().get());
    return cell == null ? null : (RowFrame) cell.node();
  }

  /// A key is pressed in the list; it is consumed where it does something here.
  void press(KeyEvent press) {
    RowFrame frame = current();
    selected.key(press);
    String copied = COPY.match(press) ? selected.text() : "";
    if (!copied.isEmpty()) {
      MessagePopups.copy(copied);
    } else if (FORWARD.match(press) && selected.chosen().isAny()) {
      actions.forward(selected.chosen().rows());
    } else if (ALL.match(press) && frame != null) {
      frame.body().markAll();
    } else if (press.getCode() == KeyCode.END) {
      model.navigator().toEnd();
      list.setCurrent(model.items().size() - 1);
    } else if (press.getCode() == KeyCode.HOME) {
      model.navigator().toStart();
      list.setCurrent(0);
    } else if (frame == null || !(chips(press, frame) || command(press, frame))) {
      return;
    }
    press.consume();
  }

  /// Left and right go along the reactions of the current row; space and Enter press one.
  private boolean chips(KeyEvent press, RowFrame frame) {
    ReactionChips reactions = frame.reactions();
    if (reactions == null || press.isAltDown() || press.isShortcutDown()) {
      return false;
    }
    switch (press.getCode()) {
      case RIGHT -> chip = reactions.choose(chip + 1);
      case LEFT -> chip = reactions.choose(chip - 1);
      case SPACE, ENTER -> {
        if (chip < 0) {
          return false;
        }
        reactions.press(chip);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Opens the only link of a message; of several one has the choice.
  private void openLink(RowFrame frame) {
    List<MessageLink> links = frame.body().links();
    if (links.size() == 1) {
      actions.open(links.getFirst());
    } else {
      Bounds at = frame.anchor();
      menu.showAt(new MessageTarget(frame.row(), frame), at.getMinX() + 12, at.getMaxY());
    }
  }

  private boolean command(KeyEvent press, RowFrame frame) {
    if (press.getCode() == KeyCode.CONTEXT_MENU
        || (press.getCode() == KeyCode.F10 && press.isShiftDown())) {
      Bounds at = frame.anchor();
      menu.showAt(new MessageTarget(frame.row(), frame), at.getMinX() + 12, at.getMaxY());
      return true;
    }
    if (press.getCode() == KeyCode.ENTER && !frame.body().links().isEmpty()) {
      openLink(frame);
      return true;
    }
    var pressed = menu.commands().pressed(press, frame.row());
    pressed.ifPresent(command -> command.act().accept(new MessageTarget(frame.row(), frame)));
    return pressed.isPresent();
  }
}
