package hearth.desktop.emoji;

import hearth.desktop.text.Messages;
import hearth.emoji.EmojiCatalog;
import hearth.emoji.EmojiGroup;
import hearth.emoji.SkinTone;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The emoji picker. The cursor stays in its search field: arrows go from emoji to emoji, Enter
/// chooses. Confined to the FX thread.
public final class EmojiPickerView {
  private static final String HAND = "✋";
  private static final double WIDTH = 356;
  private static final double HEIGHT = 264;

  private final EmojiPickerViewModel model;
  private final VBox root = new VBox();
  private final TextField search = new TextField();
  private final ListView<PickerRow> list = new ListView<>();
  private final Label large = new Label();
  private final Label name = new Label();

  public EmojiPickerView(EmojiPickerViewModel model) {
    this.model = model;
    search.getStyleClass().add("emoji-search");
    search.setPromptText(Messages.get("emoji.search"));
    search.textProperty().bindBidirectional(model.queryProperty());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.getStyleClass().add("emoji-list");
    list.setFocusTraversable(false);
    list.setPrefSize(WIDTH, HEIGHT);
    list.setItems(model.rows());
    list.setCellFactory(view -> new PickerCell(model));
    model.placeProperty().subscribe(this::show);
    large.getStyleClass().add("emoji-large");
    name.getStyleClass().add("secondary");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox foot = new HBox(8, large, name, tones());
    foot.getStyleClass().add("emoji-foot");
    root.getStyleClass().add("emoji-picker");
    root.getChildren().setAll(search, groups(), list, foot);
  }

  public Region root() {
    return root;
  }

  /// What gets the focus.
  public Node first() {
    return search;
  }

  private Node groups() {
    HBox groups = new HBox();
    groups.getStyleClass().add("emoji-groups");
    for (EmojiGroup group : EmojiGroup.values()) {
      Button button =
          new Button(EmojiCatalog.in(Locale.getDefault()).of(group).getFirst().characters());
      button.getStyleClass().add("emoji");
      button.setFocusTraversable(false);
      button.setTooltip(new Tooltip(EmojiWords.title(group)));
      button.setAccessibleText(EmojiWords.title(group));
      button.setOnAction(press -> list.scrollTo(model.showGroup(group)));
      groups.getChildren().add(button);
    }
    return groups;
  }

  private Node tones() {
    HBox tones = new HBox();
    ToggleGroup group = new ToggleGroup();
    for (SkinTone tone : SkinTone.values()) {
      ToggleButton button = new ToggleButton(HAND + tone.characters());
      button.getStyleClass().add("emoji-tone");
      button.setToggleGroup(group);
      button.setSelected(tone == model.toneProperty().get());
      String words = EmojiWords.title(tone);
      button.setAccessibleText(words);
      button.setTooltip(new Tooltip(words));
      button.setOnAction(
          press -> {
            button.setSelected(true);
            model.setTone(tone);
          });
      tones.getChildren().add(button);
    }
    return tones;
  }

  private void show(EmojiPickerViewModel.Place place) {
    var current = model.at(place);
    large.setText(current.map(PickerRow.Choice::characters).orElse(""));
    name.setText(
        current
            .map(
                choice ->
                    choice.shortName().isEmpty()
                        ? choice.name()
                        : choice.name() + "\n:" + choice.shortName() + ":")
            .orElse(""));
    search.setAccessibleText(
        current
            .map(choice -> Messages.get("emoji.spoken", choice.name()))
            .orElse(Messages.get("emoji.search")));
  }

  private void key(KeyEvent press) {
    if (press.isShortcutDown() || press.isAltDown() || press.isShiftDown()) {
      return;
    }
    switch (press.getCode()) {
      case DOWN -> model.across(1);
      case UP -> model.across(-1);
      case RIGHT -> {
        if (search.getCaretPosition() < search.getLength()) {
          return;
        }
        model.along(1);
      }
      case LEFT -> {
        if (!search.getText().isEmpty()) {
          return;
        }
        model.along(-1);
      }
      case ENTER -> model.chooseCurrent();
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, model.placeProperty().get().row() - 2));
    press.consume();
  }
}
