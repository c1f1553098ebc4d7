package hearth.desktop.timeline;

import hearth.desktop.emoji.EmojiHabits;
import hearth.desktop.emoji.EmojiPickerView;
import hearth.desktop.emoji.EmojiPickerViewModel;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Emoji to react with: six at hand, and the picker of all.
final class EmojiChoice {
  private static final List<String> QUICK = List.of("👍", "❤️", "😂", "😮", "😢", "🎉");

  private final EmojiHabits habits;
  private final Consumer<String> chosen;
  private final VBox root;
  private final Node first;

  /// The choice.
  ///
  /// @param chosen told one emoji
  EmojiChoice(EmojiHabits habits, Consumer<String> chosen) {
    this.habits = habits;
    this.chosen = chosen;
    HBox quick = new HBox();
    quick.getStyleClass().add("emoji-quick");
    QUICK.forEach(emoji -> quick.getChildren().add(button(emoji)));
    first = quick.getChildren().getFirst();
    root = new VBox(quick, new EmojiPickerView(new EmojiPickerViewModel(habits, chosen)).root());
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
    button.setAccessibleText(emoji);
    button.setOnAction(
        press -> {
          habits.use(emoji);
          chosen.accept(emoji);
        });
    return button;
  }
}
