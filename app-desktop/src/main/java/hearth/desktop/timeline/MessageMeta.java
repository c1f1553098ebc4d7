package hearth.desktop.timeline;

import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Ticks;
import hearth.desktop.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// What stands small at the end of a message: that it was edited, its time, how far it has come.
final class MessageMeta extends HBox {
  private final Label edited = new Label(Messages.get("message.edited"));
  private final Label time = new Label();
  private final Ticks ticks = new Ticks();

  /// Empty at first.
  ///
  /// @param versions shows the earlier versions
  /// @param readers shows who has read the message
  MessageMeta(Runnable versions, Runnable readers) {
    super(4);
    setAlignment(Pos.CENTER_RIGHT);
    edited.getStyleClass().addAll("message-time", "edited");
    time.getStyleClass().add("message-time");
    edited.setMinWidth(USE_PREF_SIZE);
    time.setMinWidth(USE_PREF_SIZE);
    edited.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            versions.run();
          }
        });
    ticks.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            readers.run();
          }
        });
    getChildren().addAll(edited, time, ticks);
  }

  void show(boolean wasEdited, String at, DeliverySign sign) {
    edited.setVisible(wasEdited);
    edited.setManaged(wasEdited);
    time.setText(at);
    ticks.show(sign);
  }

  Ticks ticks() {
    return ticks;
  }
}
