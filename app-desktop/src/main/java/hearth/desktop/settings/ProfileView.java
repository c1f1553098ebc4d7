package hearth.desktop.settings;

import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.FieldBox;
import hearth.desktop.fx.ViewLoader;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dialog in which this person says something of themselves: their name, a status and its end,
/// and until when they do not want to be disturbed. Confined to the FX thread.
public final class ProfileView {
  private final ProfileViewModel model;
  private final Runnable close;
  private final VBox root;

  @FXML private FieldBox profileName;
  @FXML private FieldBox profileStatus;
  @FXML private Label statusEndName;
  @FXML private MenuButton statusEnd;
  @FXML private Label quietName;
  @FXML private MenuButton quiet;
  @FXML private ErrorLabel error;
  @FXML private Button save;

  /// Makes the dialog.
  ///
  /// @param close closes it
  public ProfileView(ProfileViewModel model, Runnable close) {
    this.model = model;
    this.close = close;
    this.root = ViewLoader.load(this, "profile.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return profileStatus.field();
  }

  @FXML
  void initialize() {
    profileName.bind(model.nameProperty(), model.nameErrorProperty());
    profileStatus.bind(model.statusProperty(), model.statusErrorProperty());
    choose(statusEnd, statusEndName, model.statusEnds(), model.statusEndProperty());
    choose(quiet, quietName, model.quietEnds(), model.quietEndProperty());
    error.textProperty().bind(model.errorProperty());
    save.disableProperty().bind(model.savingProperty());
  }

  private static void choose(
      MenuButton menu, Label name, List<End> ends, ObjectProperty<End> chosen) {
    ToggleGroup group = new ToggleGroup();
    for (End end : ends) {
      RadioMenuItem item = new RadioMenuItem(end.label());
      item.setToggleGroup(group);
      item.setSelected(end.equals(chosen.get()));
      item.setOnAction(press -> chosen.set(end));
      menu.getItems().add(item);
    }
    name.setLabelFor(menu);
    chosen.subscribe(
        end -> {
          menu.setText(end.label());
          menu.setAccessibleText(name.getText() + " " + end.label());
        });
  }

  @FXML
  void save() {
    model.save(close);
  }

  @FXML
  void cancel() {
    close.run();
  }
}
