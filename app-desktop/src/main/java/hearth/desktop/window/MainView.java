package hearth.desktop.window;

import hearth.desktop.chats.ChatsView;
import hearth.desktop.chats.ChatsViewModel;
import hearth.desktop.details.DetailsView;
import hearth.desktop.timeline.ChatPaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The layout of the main screen: chats, conversation and details side by side in a wide window,
/// one at a time in a narrow one.
final class MainView {
  static final double NARROW = 720;
  private static final double ROOM_FOR_THREE = 960;
  private static final double LIST = 320;
  private static final double LIST_LEAST = 240;
  private static final double DETAILS = 280;

  private final ChatsViewModel model;
  private final ChatsView chats;
  private final ChatPaneView conversation;
  private final Supplier<DetailsView> detailsMaker;
  private final Runnable chooseDay;
  private final SplitPane split = new SplitPane();
  private final BorderPane right = new BorderPane();
  private final BorderPane root = new BorderPane();
  private double listWidth = LIST;
  private @Nullable DetailsView details;

  /// The parts side by side.
  ///
  /// @param details makes the details, when they are wanted for the first time
  /// @param chooseDay asks for the day to go to
  MainView(
      ChatsViewModel model,
      ChatsView chats,
      ChatPaneView conversation,
      Supplier<DetailsView> details,
      Runnable chooseDay) {
    this.model = model;
    this.chooseDay = chooseDay;
    this.chats = chats;
    this.conversation = conversation;
    this.detailsMaker = details;
    root.getStyleClass().add("main");
    split.getStyleClass().add("columns");
    right.setMinWidth(0);
    SplitPane.setResizableWithParent(chats.root(), false);
    chats.root().widthProperty().subscribe(this::keepListWidth);
    root.widthProperty().subscribe(now -> arrange());
    model.server().currentProperty().subscribe(now -> arrangeAndFocus());
    conversation.detailsShownProperty().subscribe(now -> arrangeAndFocus());
    chats.list().addEventHandler(MouseEvent.MOUSE_CLICKED, click -> focus());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  Parent root() {
    return root;
  }

  private DetailsView details() {
    DetailsView made = details;
    if (made == null) {
      made = detailsMaker.get();
      made.root().setPrefWidth(DETAILS);
      made.root().setMinWidth(Region.USE_PREF_SIZE);
      details = made;
    }
    return made;
  }

  /// Moves the focus to where the person is likely to continue.
  void focus() {
    if (model.server().currentProperty().get() == null) {
      chats.list().requestFocus();
    } else if (conversation.root().getScene() != null) {
      conversation.focusComposer();
    } else {
      details().focusTarget().requestFocus();
    }
  }

  private void arrangeAndFocus() {
    arrange();
    focus();
  }

  private boolean isNarrow() {
    return root.getWidth() > 0 && root.getWidth() < NARROW;
  }

  private void keepListWidth(Number width) {
    if (split.getItems().size() == 2 && split.equals(root.getCenter()) && width.doubleValue() > 1) {
      listWidth = width.doubleValue();
    }
  }

  /// Arranges the parts for the current width. The focus stays where it was if that part is still
  /// shown.
  private void arrange() {
    double width = root.getWidth();
    if (width <= 0) {
      return;
    }
    Node before = root.getScene().getFocusOwner();
    place(width);
    if (before == null || before.getScene() == null) {
      focus();
    } else if (!before.isFocused()) {
      before.requestFocus();
    }
  }

  private void place(double width) {
    boolean chosen = model.server().currentProperty().get() != null;
    boolean wantsDetails = conversation.detailsShownProperty().get() && chosen;
    boolean three = width >= ROOM_FOR_THREE;
    conversation.showBack(isNarrow());
    if (!three) {
      right.setRight(null); // a pane cannot stand in two places
    }
    right.setCenter(wantsDetails && !three ? details().root() : conversation.root());
    right.setRight(wantsDetails && three ? details().root() : null);
    if (isNarrow()) {
      split.getItems().clear();
      chats.root().setMaxWidth(Double.MAX_VALUE);
      chats.root().setMinWidth(0);
      root.setCenter(chosen ? right : chats.root());
    } else if (!split.equals(root.getCenter())) {
      root.setCenter(null);
      chats.root().setMinWidth(LIST_LEAST);
      split.getItems().setAll(chats.root(), right);
      root.setCenter(split);
      split.applyCss(); // until then its items are not in the scene and cannot take the focus
      split.setDividerPositions(listWidth / width);
    }
  }

  private void key(KeyEvent press) {
    if (press.isAltDown() && press.getCode() == KeyCode.UP) {
      model.step(-1, press.isShiftDown());
    } else if (press.isAltDown() && press.getCode() == KeyCode.DOWN) {
      model.step(1, press.isShiftDown());
    } else if (press.isShortcutDown() && press.getCode() == KeyCode.K) {
      jump();
    } else if (press.isShortcutDown() && press.getCode() == KeyCode.J) {
      chooseDay.run();
    } else if (press.getCode() == KeyCode.F6) {
      nextPane(press.isShiftDown() ? -1 : 1);
    } else if (press.getCode() == KeyCode.ESCAPE && !chats.isFiltering()) {
      conversation.escape();
      focus();
    } else {
      return;
    }
    press.consume();
  }

  private void jump() {
    if (isNarrow()) {
      model.server().currentProperty().set(null);
    }
    chats.focusFilter();
  }

  private void nextPane(int direction) {
    List<Node> panes = new ArrayList<>();
    panes.add(chats.list());
    Node messages = conversation.messages();
    if (messages != null) {
      panes.add(messages);
      panes.add(conversation.composerField());
    }
    if (details != null && details.root().getScene() != null) {
      panes.add(details.focusTarget());
    }
    panes.removeIf(pane -> pane.getScene() == null);
    int now = panes.indexOf(root.getScene().getFocusOwner());
    if (!panes.isEmpty()) {
      panes.get(Math.floorMod(now + direction, panes.size())).requestFocus();
    }
  }
}
