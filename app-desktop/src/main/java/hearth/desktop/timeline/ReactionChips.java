package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.protocol.Reaction;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The reactions under a message: emoji and count, a press sets or takes back one's own, and a plus
/// for another one. Confined to the FX thread.
final class ReactionChips extends FlowPane {
  private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final DisplayText display;
  private final Consumer<String> toggle;
  private final Runnable more;
  private List<Reaction> shown = List.of();
  private boolean mayReact;

  /// No reactions at first.
  ///
  /// @param toggle sets or takes back one's own reaction with an emoji
  /// @param more asks for another emoji
  ReactionChips(DisplayText display, Consumer<String> toggle, Runnable more) {
    super(4, 4);
    this.display = display;
    this.toggle = toggle;
    this.more = more;
    getStyleClass().add("reactions");
  }

  /// The reactions of a row.
  static List<Reaction> of(TimelineRow row) {
    return row instanceof TimelineRow.Committed committed ? committed.row().reactions() : List.of();
  }

  /// Shows a message's reactions.
  void show(TimelineRow row, boolean react) {
    List<Reaction> now = of(row);
    if (!now.equals(shown) || react != mayReact) {
      shown = now;
      mayReact = react;
      getChildren().setAll(now.stream().map(this::chip).toList());
      if (react && !now.isEmpty()) {
        getChildren().add(plus());
      }
    }
    pseudoClassStateChanged(
        PENDING, row instanceof TimelineRow.Committed committed && committed.pending());
  }

  /// Points one of them out for the keyboard.
  ///
  /// @param index from 0; negative for none
  /// @return the index that is pointed out now
  int choose(int index) {
    int chosen = Math.clamp(index, -1, getChildren().size() - 1);
    for (int i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == chosen);
    }
    return chosen;
  }

  void press(int index) {
    if (index >= 0 && index < getChildren().size()) {
      ((Button) getChildren().get(index)).fire();
    }
  }

  private Button chip(Reaction reaction) {
    Button chip = button(reaction.emoji() + " " + reaction.users().size());
    String names = new ActionText(display).names(reaction.users());
    chip.setTooltip(new Tooltip(names));
    boolean own = reaction.users().stream().anyMatch(display::isMe);
    int count = reaction.users().size();
    chip.setAccessibleText(
        own
            ? Messages.get("message.reactions.yours", reaction.emoji(), count)
            : Messages.get("message.reactions.spoken", reaction.emoji(), count));
    chip.pseudoClassStateChanged(OWN, own);
    chip.setDisable(!mayReact);
    chip.setOnAction(press -> toggle.accept(reaction.emoji()));
    return chip;
  }

  private Button plus() {
    Button plus = button("");
    plus.setGraphic(new FontIcon("fth-plus"));
    plus.setAccessibleText(Messages.get("message.react"));
    plus.setOnAction(press -> more.run());
    return plus;
  }

  private static Button button(String text) {
    Button button = new Button(text);
    button.getStyleClass().add("reaction");
    button.setFocusTraversable(false);
    return button;
  }
}
