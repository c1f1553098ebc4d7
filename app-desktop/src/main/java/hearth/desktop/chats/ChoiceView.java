package hearth.desktop.chats;

import hearth.desktop.chats.ChoiceViewModel.Choice;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.LengthLimit;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The dialog in which one of many things is chosen by its name.
public final class ChoiceView {
  private final ChoiceViewModel model;
  private final Runnable cancel;
  private final VBox root;

  @FXML private Label heading;
  @FXML private TextField filter;
  @FXML private ListView<Choice> list;
  @FXML private Label nothing;
  @FXML private ErrorLabel error;

  public ChoiceView(ChoiceViewModel model, Runnable cancel) {
    this.model = model;
    this.cancel = cancel;
    this.root = ViewLoader.load(this, "choice.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return filter;
  }

  @FXML
  void initialize() {
    heading.setText(model.texts().heading());
    filter.setPromptText(model.texts().filter());
    filter.setAccessibleText(model.texts().filter());
    list.setAccessibleText(model.texts().heading());
    LengthLimit.ofLine(filter);
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    list.setItems(model.shown());
    list.setCellFactory(view -> new ChoiceCell());
    list.setOnKeyPressed(
        press -> {
          if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
            takeMarked();
            press.consume();
          }
        });
    model.shown().addListener((ListChangeListener<Choice>) change -> mark(0));
    mark(0);
    error.textProperty().bind(model.errorProperty());
    nothing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::whyNothing, model.loadingProperty(), model.filterProperty()));
    nothing.visibleProperty().bind(Bindings.isEmpty(model.shown()));
  }

  private String whyNothing() {
    if (model.loadingProperty().get()) {
      return Messages.get("choice.loading");
    }
    return model.filterProperty().get().isBlank()
        ? model.texts().nothing()
        : Messages.get("choice.no-match");
  }

  private void filterKey(KeyEvent press) {
    int marked = list.getFocusModel().getFocusedIndex();
    switch (press.getCode()) {
      case ENTER -> takeMarked();
      case DOWN -> mark(marked + 1);
      case UP -> mark(marked - 1);
      default -> {
        return;
      }
    }
    press.consume();
  }

  private void takeMarked() {
    Choice choice = list.getFocusModel().getFocusedItem();
    if (choice != null) {
      model.take(choice);
    }
  }

  private void mark(int index) {
    int last = model.shown().size() - 1;
    if (last >= 0) {
      int there = Math.clamp(index, 0, last);
      list.getFocusModel().focus(there);
      if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
        flow.scrollTo(there);
      }
    }
  }

  @FXML
  void cancel() {
    cancel.run();
  }

  private final class ChoiceCell extends ListCell<Choice> {
    private final Avatar avatar = new Avatar(32);
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox row;

    ChoiceCell() {
      getStyleClass().add("person-cell");
      about.getStyleClass().add("secondary");
      VBox lines = new VBox(title, about);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      row = new HBox(10, avatar, lines);
      row.setAlignment(Pos.CENTER_LEFT);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      setOnMouseClicked(
          click -> {
            if (getItem() != null && click.getButton() == MouseButton.PRIMARY) {
              model.take(getItem());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      avatar.show(choice.title(), choice.tone());
      title.setText(choice.title());
      about.setText(choice.about());
      about.setManaged(!choice.about().isEmpty());
      setAccessibleText(choice.title() + " " + choice.about());
      setGraphic(row);
    }
  }
}
