package hearth.desktop.richtext;

import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The links of a block: the mouse shows that they can be pressed, and where they lead. Confined to
/// the FX thread.
public final class TextLinks {
  private final TextBlock block;
  private final BiConsumer<String, String> pressed;
  private final Tooltip tooltip = new Tooltip();
  private @Nullable Span under;

  /// The links of a block whose text can be selected.
  ///
  /// @param pressed what happens with the words and the target of a link that is pressed
  public TextLinks(TextBlock block, BiConsumer<String, String> pressed) {
    this.block = block;
    this.pressed = pressed;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
    block.addEventHandler(MouseEvent.MOUSE_MOVED, move -> at(linkAt(move)));
    block.addEventHandler(MouseEvent.MOUSE_EXITED, move -> at(null));
    block.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
  }

  private @Nullable Span linkAt(MouseEvent mouse) {
    return block.linkAt(mouse.getX(), mouse.getY()).orElse(null);
  }

  private void at(@Nullable Span now) {
    if (Objects.equals(now, under)) {
      return;
    }
    if (under != null) {
      Tooltip.uninstall(block, tooltip);
    }
    under = now;
    block.setCursor(now == null ? Cursor.TEXT : Cursor.HAND);
    if (now != null) {
      tooltip.setText(now.look().link());
      Tooltip.install(block, tooltip);
    }
  }

  private void click(MouseEvent click) {
    Span link = linkAt(click);
    boolean plain =
        click.getButton() == MouseButton.PRIMARY
            && click.getClickCount() == 1
            && click.isStillSincePress();
    if (plain && link != null && link.look().link() != null) {
      pressed.accept(block.text().substring(link.start(), link.end()), link.look().link());
      click.consume();
    }
  }
}
