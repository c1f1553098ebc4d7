package hearth.desktop.emoji;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Draws a row of the picker.
final class PickerCell extends ListCell<PickerRow> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final EmojiPickerViewModel model;
  private final Label heading = new Label();
  private final HBox row = new HBox();
  private final List<Button> buttons = new ArrayList<>();

  PickerCell(EmojiPickerViewModel model) {
    this.model = model;
    heading.getStyleClass().add("emoji-heading");
    for (int i = 0; i < EmojiPickerViewModel.COLUMNS; i++) {
      int column = i;
      Button button = new Button();
      button.getStyleClass().add("emoji");
      button.setFocusTraversable(false);
      button.setOnMouseEntered(move -> model.point(getIndex(), column));
      button.setOnAction(
          press ->
              model
                  .at(new EmojiPickerViewModel.Place(getIndex(), column))
                  .ifPresent(model::choose));
      buttons.add(button);
    }
    row.getChildren().setAll(buttons);
    model.placeProperty().subscribe(now -> point());
  }

  @Override
  protected void updateItem(@Nullable PickerRow item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    switch (item) {
      case PickerRow.Heading(String title) -> {
        heading.setText(title);
        setGraphic(heading);
      }
      case PickerRow.Choices(List<PickerRow.Choice> emoji) -> {
        for (int i = 0; i < buttons.size(); i++) {
          Button button = buttons.get(i);
          button.setVisible(i < emoji.size());
          button.setText(i < emoji.size() ? emoji.get(i).characters() : "");
          button.setAccessibleText(i < emoji.size() ? emoji.get(i).name() : null);
        }
        setGraphic(row);
      }
    }
    point();
  }

  private void point() {
    EmojiPickerViewModel.Place place = model.placeProperty().get();
    for (int i = 0; i < buttons.size(); i++) {
      buttons
          .get(i)
          .pseudoClassStateChanged(CHOSEN, place.row() == getIndex() && place.column() == i);
    }
  }
}
