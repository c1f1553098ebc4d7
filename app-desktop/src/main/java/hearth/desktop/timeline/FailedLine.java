package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Fault;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Why a message was not sent, and what can be done.
final class FailedLine extends HBox {
  private final Label reason = new Label();
  private @Nullable TimelineRow failed;

  FailedLine(Consumer<TimelineRow> retry, Consumer<TimelineRow> discard) {
    super(8);
    setAlignment(Pos.CENTER_RIGHT);
    reason.getStyleClass().add("error");
    getChildren().addAll(reason, link("timeline.retry", retry), link("timeline.delete", discard));
  }

  /// Why a row was not sent; null where nothing failed.
  static @Nullable Fault why(TimelineRow row) {
    return row instanceof TimelineRow.Unsent unsent ? unsent.pending().failure() : null;
  }

  void show(TimelineRow row, Fault why) {
    failed = row;
    reason.setText(Messages.get("timeline.failed", ErrorText.of(why)));
  }

  private Hyperlink link(String key, Consumer<TimelineRow> act) {
    Hyperlink link = new Hyperlink(Messages.get(key));
    link.getStyleClass().add("small");
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(
        press -> {
          if (failed != null) {
            act.accept(failed);
          }
        });
    return link;
  }
}
