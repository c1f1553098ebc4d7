package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.fx.Tone;
import hearth.desktop.richtext.TextBlock;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.protocol.Row;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/// The message that another one replies to, in up to two lines, as it is now. A click goes to it.
final class QuoteBlock extends VBox {
  private static final PseudoClass ERASED = PseudoClass.getPseudoClass("erased");
  private static final int LINES = 2;

  private final DisplayText display;
  private final Label author = new Label();
  private final TextBlock text = new TextBlock("quote-text").withLines(LINES);
  private long seq;

  /// An empty quote.
  ///
  /// @param jump goes to the message with a seq
  QuoteBlock(DisplayText display, LongConsumer jump) {
    this.display = display;
    getStyleClass().add("quote");
    author.getStyleClass().add("quote-author");
    setAccessibleRole(AccessibleRole.BUTTON);
    getChildren().addAll(author, text);
    setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            jump.accept(seq);
            click.consume();
          }
        });
  }

  void show(TimelineRow.Quote quote) {
    seq = quote.seq();
    Row row = quote.row();
    if (row == null) {
      author.setText("…");
      text.setText("…");
      pseudoClassStateChanged(ERASED, false);
      return;
    }
    Tone.of(row.author()).applyTo(this);
    author.setText(display.nameOrYou(row.author()));
    text.setText(new ActionText(display).preview(row.entry().action()));
    pseudoClassStateChanged(ERASED, row.erased());
  }
}
