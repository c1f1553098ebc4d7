package hearth.desktop.timeline;

import hearth.client.Row;
import hearth.desktop.text.Messages;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One chat's messages. Made for one chat, thrown away with [#close].
public final class TimelineView implements RowCell.RowActions, AutoCloseable {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final double ABOVE_DIVIDER = 0;
  private static final int NEAR_START = 12;

  private final TimelineViewModel model;
  private final ObservableValue<Boolean> attentive;
  private final AnchoredList<TimelineItem> list;
  private final Label hint = new Label();
  private final Button toEnd = new Button();
  private final Label newCount = new Label();
  private final StackPane root = new StackPane();
  private final ContextMenu menu = new ContextMenu();
  private Subscription subscriptions = Subscription.EMPTY;
  private @Nullable SelectableText marked;
  private @Nullable ScrollPosition resumed;

  /// Shows a timeline that was opened.
  ///
  /// @param attentive whether the person looks at the window
  /// @param news changes when the chat may have: new markers, new names
  public TimelineView(
      TimelineViewModel model, ObservableValue<Boolean> attentive, ObservableValue<?> news) {
    this.model = model;
    this.attentive = attentive;
    this.list = new AnchoredList<>(model.items(), () -> new RowCell(model, this));
    list.setAccessibleText(Messages.get("timeline.messages"));
    root.getStyleClass().add("timeline");
    hint.getStyleClass().add("hint");
    hint.setWrapText(true);
    hint.setMouseTransparent(true);
    toEnd.getStyleClass().addAll("to-end", "icon-button");
    toEnd.setGraphic(new FontIcon("fth-chevron-down"));
    toEnd.setOnAction(press -> list.showEnd());
    newCount.getStyleClass().addAll("badge", "to-end-badge");
    newCount.setMouseTransparent(true);
    StackPane.setAlignment(toEnd, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(newCount, Pos.BOTTOM_RIGHT);
    root.getChildren().addAll(list, hint, toEnd, newCount);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyMarked);
    list.setOnMousePressed(press -> list.requestFocus());
    subscriptions =
        Subscription.combine(
            list.firstProperty().subscribe(first -> look()),
            list.lastProperty().subscribe(last -> look()),
            list.atEndProperty().subscribe(atEnd -> look()),
            attentive.subscribe(now -> look()),
            news.subscribe(something -> refresh()),
            model.loadedProperty().subscribe(this::open));
  }

  public Parent root() {
    return root;
  }

  /// What the keyboard moves.
  public Node focusTarget() {
    return list;
  }

  public void showEnd() {
    list.showEnd();
  }

  public TimelineViewModel model() {
    return model;
  }

  public AnchoredList<TimelineItem> list() {
    return list;
  }

  private void open(boolean loaded) {
    int unread = loaded ? model.firstUnread() : -1;
    if (loaded && resumed != null) {
      resume(resumed);
    } else if (unread >= 0) {
      list.showAt(unread, ABOVE_DIVIDER);
    }
    look();
  }

  private void resume(ScrollPosition position) {
    int row = position.seq() == 0 ? -1 : model.indexOf(position.seq());
    if (row >= 0 && row < model.items().size()) {
      list.showAt(row, position.top());
    } else {
      list.showEnd();
    }
  }

  public ScrollPosition position() {
    int first = list.firstProperty().get();
    if (list.atEndProperty().get() || first >= model.items().size()) {
      return ScrollPosition.END;
    }
    TimelineItem item = model.items().get(first);
    return item.row() instanceof Row.Entry(var event)
        ? new ScrollPosition(event.seq(), list.topOf(item))
        : ScrollPosition.END;
  }

  /// Opens at this position instead of the first unread message.
  public void resumeAt(ScrollPosition position) {
    resumed = position;
    if (model.loadedProperty().get()) {
      resume(position);
    }
  }

  /// What is in sight now decides what is read, whether older rows are needed, and the button.
  private void look() {
    model.attend(attentive.getValue() && list.atEndProperty().get());
    if (attentive.getValue() && list.lastProperty().get() >= 0) {
      model.seen(list.lastProperty().get());
    }
    if (list.firstProperty().get() < NEAR_START) {
      model.nearStart();
    }
    showButton();
  }

  private void showButton() {
    var item = model.item();
    int unread = item == null ? 0 : item.unread();
    boolean away = !list.atEndProperty().get() && !model.items().isEmpty();
    toEnd.setVisible(away);
    toEnd.setAccessibleText(Messages.get("timeline.to-end", unread));
    newCount.setVisible(away && unread > 0);
    newCount.setText(unread > 99 ? "99+" : String.valueOf(unread));
    hint.setVisible(model.loadedProperty().get() && model.items().isEmpty());
    hint.setText(
        item == null ? "" : Messages.get("timeline.empty", model.display().title(item.chat())));
  }

  private void refresh() {
    list.cells().forEach(cell -> ((RowCell) cell.node()).showStage());
    look();
  }

  @Override
  public void marking(SelectableText text) {
    if (marked != null && marked != text) {
      marked.clear();
    }
    marked = text;
  }

  @Override
  public void menu(RowCell cell, Row row, double screenX, double screenY) {
    menu.hide();
    menu.getItems().clear();
    String stretch = cell.bubble().text().marked();
    MenuItem copy = new MenuItem(Messages.get("timeline.copy"));
    copy.setOnAction(press -> copy(stretch.isEmpty() ? cell.bubble().text().content() : stretch));
    menu.getItems().add(copy);
    if (model.isMine(row) && row instanceof Row.Entry) {
      MenuItem readBy = new MenuItem(Messages.get("timeline.read-by"));
      readBy.setOnAction(press -> readBy(cell.bubble(), row));
      menu.getItems().add(readBy);
    }
    if (row instanceof Row.Pending pending && pending.failed()) {
      MenuItem retry = new MenuItem(Messages.get("timeline.retry"));
      retry.setOnAction(press -> model.retry(pending));
      MenuItem delete = new MenuItem(Messages.get("timeline.delete"));
      delete.setOnAction(press -> model.discard(pending));
      menu.getItems().addAll(new SeparatorMenuItem(), retry, delete);
    }
    menu.show(cell, screenX, screenY);
  }

  @Override
  public void readBy(Node beside, Row row) {
    if (row instanceof Row.Entry entry) {
      new ReadByPopup(model, entry).showAbove(beside);
    }
  }

  private void copyMarked(KeyEvent press) {
    if (COPY.match(press) && marked != null && !marked.marked().isEmpty()) {
      copy(marked.marked());
      press.consume();
    }
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    menu.hide();
    model.close();
  }
}
