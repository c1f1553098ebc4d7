package hearth.desktop.timeline;

import hearth.desktop.text.Messages;
import hearth.protocol.Emoji;
import hearth.protocol.FaultException;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Emoji to react with: six at hand, some more, and a field for any other.
final class EmojiChoice {
  private static final List<String> QUICK = List.of("👍", "❤️", "😂", "😮", "😢", "🎉");
  private static final List<String> MORE =
      List.of(
          "😀", "😊", "😍", "🤔", "😅", "😭", "🙏", "👏", "👀", "🔥", "💯", "✅", "❌", "👎", "🚀",
          "☕", "🎂", "💡");
  private static final int COLUMNS = 6;
  private static final double SIZE = 36;

  private final Consumer<String> chosen;
  private final VBox root;
  private final Node first;

  /// The choice.
  ///
  /// @param chosen told one emoji
  EmojiChoice(Consumer<String> chosen) {
    this.chosen = chosen;
    HBox quick = new HBox();
    QUICK.forEach(emoji -> quick.getChildren().add(button(emoji)));
    first = quick.getChildren().getFirst();
    FlowPane more = new FlowPane();
    more.setPrefWrapLength(COLUMNS * SIZE);
    MORE.forEach(emoji -> more.getChildren().add(button(emoji)));
    TextField any = new TextField();
    any.getStyleClass().add("any-emoji");
    any.setPromptText(Messages.get("message.reactions.any"));
    any.setAccessibleText(Messages.get("message.reactions.any"));
    any.setPrefWidth(COLUMNS * SIZE);
    any.textProperty().subscribe(this::typed);
    root = new VBox(quick, more, any);
    root.getStyleClass().addAll("popup-box", "emoji-choice");
  }

  Region root() {
    return root;
  }

  Node first() {
    return first;
  }

  private Button button(String emoji) {
    Button button = new Button(emoji);
    button.getStyleClass().add("emoji");
    button.setOnAction(press -> chosen.accept(emoji));
    return button;
  }

  private void typed(String text) {
    try {
      if (!text.isBlank()) {
        chosen.accept(Emoji.checked(text.strip()));
      }
    } catch (FaultException notYet) {
      // the field waits until an emoji is in it
    }
  }
}
