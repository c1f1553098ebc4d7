package hearth.desktop.chats;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.LengthLimit;
import hearth.desktop.fx.Tone;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import hearth.protocol.User;
import hearth.protocol.UserId;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dialog that chooses people, for a new chat or for a group.
public final class PeoplePickerView {
  private final PeoplePickerViewModel model;
  private final Runnable cancel;
  private final VBox root;

  @FXML private Label heading;
  @FXML private FieldBox title;
  @FXML private TextField filter;
  @FXML private ScrollPane chipsScroll;
  @FXML private FlowPane chips;
  @FXML private Label count;
  @FXML private ListView<User> people;
  @FXML private Label nobody;
  @FXML private ErrorLabel error;
  @FXML private Button create;

  public PeoplePickerView(PeoplePickerViewModel model, Runnable cancel) {
    this.model = model;
    this.cancel = cancel;
    this.root = ViewLoader.load(this, "picker.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return title.isVisible() ? title.field() : filter;
  }

  @FXML
  void initialize() {
    switch (model.purpose()) {
      case PeoplePickerViewModel.Direct() -> show("picker.direct", "picker.create", false, false);
      case PeoplePickerViewModel.NewGroup() -> show("picker.group", "picker.create", true, true);
      case PeoplePickerViewModel.AddTo _ -> show("picker.add", "picker.add.yes", false, true);
    }
    title.bind(model.titleProperty(), model.titleErrorProperty());
    title.field().setOnAction(enter -> filter.requestFocus());
    LengthLimit.ofLine(filter);
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    error.textProperty().bind(model.errorProperty());
    people.setItems(model.people());
    people.setCellFactory(list -> new PersonCell());
    people.setOnKeyPressed(
        press -> {
          User user = people.getSelectionModel().getSelectedItem();
          if (user != null
              && (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE)) {
            model.press(user.id());
          }
        });
    model.people().addListener((ListChangeListener<User>) change -> markFirst());
    model.chosen().addListener((ListChangeListener<UserId>) change -> showChosen());
    filter.focusedProperty().subscribe(now -> markFirst());
    showChosen();
    nobody.visibleProperty().bind(Bindings.isEmpty(model.people()));
    nobody.textProperty().bind(model.filterProperty().map(this::whyNobody));
  }

  private void show(String headingKey, String buttonKey, boolean named, boolean several) {
    heading.setText(Messages.get(headingKey));
    title.setVisible(named);
    title.setManaged(named);
    create.setText(Messages.get(buttonKey));
    create.setVisible(several);
    create.setManaged(several);
  }

  private void filterKey(KeyEvent press) {
    int marked = people.getFocusModel().getFocusedIndex();
    switch (press.getCode()) {
      case ENTER -> pressMarked();
      case DOWN -> mark(marked + 1);
      case UP -> mark(marked - 1);
      case BACK_SPACE -> {
        if (!filter.getText().isEmpty()) {
          return;
        }
        model.dropLast();
      }
      default -> {
        return;
      }
    }
    press.consume();
  }

  private void pressMarked() {
    User user = people.getFocusModel().getFocusedItem();
    if (user != null) {
      model.press(user.id());
    }
  }

  /// The best match is what Enter takes.
  private void markFirst() {
    if (filter.getScene() != null && filter.equals(filter.getScene().getFocusOwner())) {
      mark(0);
    }
  }

  private void mark(int index) {
    int last = model.people().size() - 1;
    if (last >= 0) {
      int there = Math.clamp(index, 0, last);
      people.getFocusModel().focus(there);
      if (people.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
        flow.scrollTo(there);
      }
    }
  }

  private void showChosen() {
    people.refresh();
    chips.getChildren().setAll(model.chosen().stream().map(this::chip).toList());
    chipsScroll.setVisible(!model.chosen().isEmpty());
    chipsScroll.setManaged(chipsScroll.isVisible());
    count.setText(Messages.get("picker.count", model.chosen().size()));
    count.setVisible(chipsScroll.isVisible());
  }

  private Node chip(UserId person) {
    String name = model.display().name(person);
    Button chip = new Button(name, new FontIcon("fth-x"));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().add("person-chip");
    chip.setAccessibleText(Messages.get("picker.drop", name));
    chip.setOnAction(
        press -> {
          model.press(person);
          filter.requestFocus();
        });
    return chip;
  }

  private String whyNobody(String filter) {
    if (!filter.isBlank()) {
      return Messages.get("picker.nobody");
    }
    return Messages.get(model.isAlone() ? "picker.alone" : "picker.all-in");
  }

  @FXML
  void create() {
    model.finish();
  }

  @FXML
  void cancel() {
    cancel.run();
  }

  private final class PersonCell extends ListCell<User> {
    private final Avatar avatar = new Avatar(32);
    private final Label name = new Label();
    private final Label status = new Label();
    private final Label presence = new Label();
    private final FontIcon check = new FontIcon("fth-check");
    private final HBox row;

    PersonCell() {
      getStyleClass().add("person-cell");
      presence.getStyleClass().add("secondary");
      status.getStyleClass().add("secondary");
      VBox lines = new VBox(new HBox(8, name, status), presence);
      lines.setAlignment(Pos.CENTER_LEFT);
      lines.setMinWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      row = new HBox(10, avatar, lines, check);
      row.setAlignment(Pos.CENTER_LEFT);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      setOnMouseClicked(
          click -> {
            if (getItem() != null) {
              model.press(getItem().id());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable User user, boolean empty) {
      super.updateItem(user, empty);
      if (empty || user == null) {
        setGraphic(null);
        return;
      }
      avatar.show(user.name(), Tone.of(user.id()));
      avatar.showPresence(model.display().presenceNow(user.id()));
      name.setText(user.name());
      presence.setText(model.display().presenceAlone(user.id()));
      status.setText(model.display().status(user.id()));
      presence.setManaged(!presence.getText().isEmpty());
      check.setVisible(model.chosen().contains(user.id()));
      setGraphic(row);
    }
  }
}
