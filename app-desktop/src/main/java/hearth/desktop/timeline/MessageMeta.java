package hearth.desktop.timeline;

import hearth.desktop.fx.DeliverySign;
import hearth.desktop.fx.Ticks;
import hearth.desktop.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// What stands small at the end of a message: that it was edited, its time, how far it has come.
final class MessageMeta extends HBox {
  private final Label time = new Label();
  private final Part<Label> edited;
  private final Part<Ticks> ticks;

  /// Empty at first.
  ///
  /// @param versions shows the earlier versions
  /// @param readers shows who has read the message
  MessageMeta(Runnable versions, Runnable readers) {
    super(4);
    setAlignment(Pos.CENTER_RIGHT);
    time.getStyleClass().add("message-time");
    time.setMinWidth(USE_PREF_SIZE);
    getChildren().add(time);
    edited = Part.first(getChildren(), () -> pressable(newEdited(), versions));
    ticks = Part.last(getChildren(), () -> pressable(new Ticks(), readers));
  }

  private static Label newEdited() {
    Label edited = new Label(Messages.get("message.edited"));
    edited.getStyleClass().addAll("message-time", "edited");
    edited.setMinWidth(USE_PREF_SIZE);
    return edited;
  }

  private static <N extends Node> N pressable(N node, Runnable act) {
    node.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            act.run();
          }
        });
    return node;
  }

  void show(boolean wasEdited, String at, DeliverySign sign) {
    if (wasEdited) {
      var _ = edited.show();
    } else {
      edited.hide();
    }
    time.setText(at);
    show(sign);
  }

  /// Shows how far the message has come.
  void show(DeliverySign sign) {
    if (sign == DeliverySign.NONE) {
      ticks.hide();
    } else {
      ticks.show().show(sign);
    }
  }
}
