package hearth.desktop.window;

import hearth.desktop.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Stands in the place of a screen that cannot be drawn. Shows nothing of it, so it always can.
final class FailureView {
  private static final double WIDTH = 480;

  private final Button again = new Button(Messages.get("failure.again"));
  private final VBox root;

  /// A page with a way out.
  FailureView(Runnable showAgain, Runnable quit) {
    Label title = new Label(Messages.get("failure.title"));
    title.getStyleClass().add("dialog-title");
    Label body = new Label(Messages.get("failure.body"));
    body.getStyleClass().add("hint");
    body.setWrapText(true);
    body.setMaxWidth(WIDTH);
    Button end = new Button(Messages.get("failure.quit"));
    end.getStyleClass().add("wide");
    end.setOnAction(press -> quit.run());
    again.getStyleClass().addAll("wide", "accent");
    again.setOnAction(press -> showAgain.run());
    HBox buttons = new HBox(12, again, end);
    buttons.setAlignment(Pos.CENTER);
    root = new VBox(8, title, body, buttons);
    root.setId("failure");
    root.setAlignment(Pos.CENTER);
    root.getStyleClass().add("main");
  }

  Parent root() {
    return root;
  }

  Node first() {
    return again;
  }
}
