package hearth.desktop.chats;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The rows of the chat list. The chat in view is the selected one; the keyboard, or the best hit
/// while filtering, is at the marked one, which is the list's focused item. Moving the mark opens
/// nothing, so that nothing is read in passing. Confined to the FX thread.
final class ChatList {
  private static final int PAGE = 8;
  private static final PseudoClass FILTERED = PseudoClass.getPseudoClass("filtered");

  private final ListView<ChatRow> list;
  private final ChatsViewModel model;
  private final ContextMenu menu = new ContextMenu();
  private ChatRow.@Nullable Target marked;

  ChatList(ListView<ChatRow> list, ChatsViewModel model) {
    this.list = list;
    this.model = model;
    list.setItems(model.rows());
    list.setCellFactory(view -> new ChatCell(model::open, this::showMenu));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.focusedProperty().subscribe(this::focused);
    model.rows().addListener((ListChangeListener<ChatRow>) change -> show());
    model.server().currentProperty().subscribe(now -> showCurrent());
    model.filterProperty().subscribe(now -> filtered());
  }

  private void showMenu(ChatRow row, Node node, double screenX, double screenY) {
    if (fillMenu(row)) {
      menu.show(node, screenX, screenY);
    }
  }

  private boolean fillMenu(ChatRow row) {
    menu.hide();
    menu.getItems()
        .setAll(
            model.commands(row).stream()
                .map(
                    command -> {
                      MenuItem item = new MenuItem(command.label());
                      item.setOnAction(press -> command.act().run());
                      return item;
                    })
                .toList());
    return !menu.getItems().isEmpty();
  }

  private void showMenuOfMarked() {
    ChatRow row = list.getFocusModel().getFocusedItem();
    if (row != null && fillMenu(row)) {
      list.lookupAll(".chat-cell").stream()
          .filter(node -> node instanceof ChatCell cell && row.equals(cell.getItem()))
          .findFirst()
          .ifPresent(cell -> menu.show(cell, Side.BOTTOM, 56, -8));
    }
  }

  /// Moves the mark by an arrow or a page.
  ///
  /// @return whether the key does that
  boolean move(KeyEvent press) {
    if (press.isAltDown() || press.isShortcutDown() || press.isShiftDown()) {
      return false;
    }
    int now = list.getFocusModel().getFocusedIndex();
    switch (press.getCode()) {
      case UP -> mark(now - 1);
      case DOWN -> mark(now + 1);
      case PAGE_UP -> mark(now - PAGE);
      case PAGE_DOWN -> mark(now + PAGE);
      default -> {
        return false;
      }
    }
    return true;
  }

  void openMarked() {
    ChatRow row = list.getFocusModel().getFocusedItem();
    if (row != null) {
      model.open(row);
    }
  }

  private void key(KeyEvent press) {
    boolean plain = !press.isAltDown() && !press.isShortcutDown() && !press.isShiftDown();
    if (plain && press.getCode() == KeyCode.HOME) {
      mark(0);
    } else if (plain && press.getCode() == KeyCode.END) {
      mark(model.rows().size() - 1);
    } else if (plain && (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE)) {
      openMarked();
    } else if (press.getCode() == KeyCode.CONTEXT_MENU
        || (press.getCode() == KeyCode.F10 && press.isShiftDown())) {
      showMenuOfMarked();
    } else if (!move(press)) {
      return;
    }
    press.consume();
  }

  /// The keyboard begins at the chat in view.
  private void focused(boolean now) {
    if (now) {
      mark(Math.max(0, indexOfCurrent()));
    }
  }

  private void filtered() {
    list.pseudoClassStateChanged(FILTERED, model.isFiltered());
    marked = null;
    show();
    scrollTo(list.getFocusModel().getFocusedIndex());
  }

  private void showCurrent() {
    if (!model.isFiltered()) {
      marked = null;
    }
    show();
    scrollTo(indexOfCurrent());
  }

  /// Selects the chat in view, however it came into view, and puts the mark back where it was.
  private void show() {
    int current = indexOfCurrent();
    if (current < 0) {
      list.getSelectionModel().clearSelection();
    } else if (list.getSelectionModel().getSelectedIndex() != current) {
      list.getSelectionModel().clearAndSelect(current);
    }
    list.getFocusModel().focus(indexOfMarked(current));
  }

  private int indexOfMarked(int current) {
    for (int i = 0; marked != null && i < model.rows().size(); i++) {
      if (model.rows().get(i).target().equals(marked)) {
        return i;
      }
    }
    return model.isFiltered() ? 0 : current;
  }

  private int indexOfCurrent() {
    return model.indexOf(model.server().currentProperty().get());
  }

  private void mark(int index) {
    int last = model.rows().size() - 1;
    if (last >= 0) {
      int there = Math.clamp(index, 0, last);
      marked = model.rows().get(there).target();
      list.getFocusModel().focus(there);
      scrollTo(there);
    }
  }

  /// Scrolls as little as needed to bring a row into sight.
  private void scrollTo(int index) {
    if (index >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      list.layout(); // until then it knows only the rows before
      flow.scrollTo(index);
    }
  }
}
