package hearth.desktop.details;

import hearth.client.model.ChatItem;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pinned messages of the chat, the one that was pinned last first. A press goes to the
/// message. Confined to the FX thread.
final class PinList extends VBox {
  private final DetailsViewModel model;
  private final LongConsumer jump;
  private List<Long> pins = List.of();

  /// An empty list.
  ///
  /// @param jump goes to the message with a seq
  PinList(DetailsViewModel model, LongConsumer jump) {
    this.model = model;
    this.jump = jump;
    getStyleClass().add("pin-list");
  }

  /// How many there are.
  int count() {
    return pins.size();
  }

  void show(ChatItem item) {
    List<Long> now = item.chat().settings().pins().reversed();
    if (!now.equals(pins) || getChildren().isEmpty()) {
      pins = now;
      getChildren().setAll(now.stream().map(this::line).toList());
    }
  }

  /// Another chat is in view: its pins are other messages.
  void forget() {
    pins = List.of();
    getChildren().clear();
  }

  private Hyperlink line(long seq) {
    Hyperlink line = new Hyperlink("…", new FontIcon("fth-bookmark"));
    line.getStyleClass().add("small");
    line.setMaxWidth(Double.MAX_VALUE);
    line.setOnAction(press -> jump.accept(seq));
    model.row(seq, line::setText);
    return line;
  }
}
