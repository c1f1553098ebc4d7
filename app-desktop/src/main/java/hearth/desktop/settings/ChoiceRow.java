package hearth.desktop.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.Property;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A setting with a few values: its name above one toggle button for each. The button of a value
/// has the id `<row>-<value>`, such as `theme-dark`.
final class ChoiceRow<E extends Enum<E>> extends VBox {
  private final String row;
  private final Property<E> setting;
  private final HBox buttons = new HBox();

  /// Shows a setting and sets it.
  ///
  /// @param row the first part of the ids
  /// @param choices in their order, at least two
  ChoiceRow(String row, String name, Property<E> setting, List<Choice<E>> choices) {
    this.row = row;
    this.setting = setting;
    getStyleClass().add("setting");
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    buttons.getStyleClass().add("choice");
    ToggleGroup group = new ToggleGroup();
    for (Choice<E> choice : choices) {
      ToggleButton button = new ToggleButton(choice.text());
      button.setId(id(choice.value()));
      button.setToggleGroup(group);
      button.setSelected(choice.value() == setting.getValue());
      button.setOnAction(
          press -> {
            button.setSelected(true); // a second press must not leave none selected
            setting.setValue(choice.value());
          });
      buttons.getChildren().add(button);
    }
    buttons.getChildren().forEach(button -> button.getStyleClass().add("center-pill"));
    replacePill(buttons.getChildren().getFirst(), "left-pill");
    replacePill(buttons.getChildren().getLast(), "right-pill");
    getChildren().addAll(label, buttons);
  }

  /// The button of the value that is set.
  Node chosen() {
    String id = id(setting.getValue());
    return buttons.getChildren().stream()
        .filter(button -> id.equals(button.getId()))
        .findFirst()
        .orElseThrow();
  }

  private String id(E value) {
    return row + "-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void replacePill(Node button, String pill) {
    button.getStyleClass().remove("center-pill");
    button.getStyleClass().add(pill);
  }

  /// A value and what the person calls it.
  record Choice<E>(E value, String text) {}
}
