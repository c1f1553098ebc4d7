package hearth.desktop.welcome;

import hearth.desktop.fx.ViewLoader;
import hearth.desktop.profile.ProfileTrouble;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;

/// The page that says why nothing can be kept in the profile's folder, and offers to try again or
/// to go on without. Confined to the FX thread.
public final class ProfileTroubleView {
  private final Actions actions;
  private final ScrollPane root;

  @FXML private Label sentence;
  @FXML private Button again;

  public ProfileTroubleView(ProfileTrouble trouble, Actions actions) {
    this.actions = actions;
    this.root = ViewLoader.load(this, "profile-trouble.fxml", ScrollPane.class);
    show(trouble);
  }

  public Parent root() {
    return root;
  }

  public Node first() {
    return again;
  }

  /// It was tried again, in vain.
  public void show(ProfileTrouble trouble) {
    sentence.setText(trouble.sentence());
    again.setDisable(false);
    again.requestFocus();
  }

  @FXML
  void again() {
    again.setDisable(true);
    actions.again();
  }

  @FXML
  void goOn() {
    actions.goOnWithoutSaving();
  }

  @FXML
  void quit() {
    actions.quit();
  }

  /// The ways on.
  public interface Actions {
    void again();

    void goOnWithoutSaving();

    void quit();
  }
}
