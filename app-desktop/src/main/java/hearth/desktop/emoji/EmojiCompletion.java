package hearth.desktop.emoji;

import hearth.desktop.fx.Completion;
import hearth.emoji.NamedEmoji;
import java.util.Optional;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Completes the short names of emoji in a field: `:smi` shows what may be meant, and `:smile:`
/// becomes the emoji at its last colon. Confined to the FX thread.
public final class EmojiCompletion {
  private final TextInputControl field;
  private final EmojiHabits habits;
  private final Completion completion;

  public EmojiCompletion(TextInputControl field, EmojiHabits habits) {
    this.field = field;
    this.habits = habits;
    this.completion = new Completion(field, this::find);
    field.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /// Takes the keys that the list is for while it is shown.
  ///
  /// @return whether it took this one
  public boolean takes(KeyEvent press) {
    return completion.takes(press);
  }

  private Optional<Completion.Found> find(String before) {
    return ShortNames.begun(before)
        .map(
            begun ->
                new Completion.Found(
                    begun.start(), begun.found().stream().map(this::choice).toList()));
  }

  private Completion.Choice choice(NamedEmoji emoji) {
    String characters = emoji.in(habits.tone().get());
    return new Completion.Choice(
        characters + "  :" + emoji.shortName() + ":",
        emoji.name(),
        characters,
        () -> habits.use(characters));
  }

  private void typed(KeyEvent typed) {
    if (typed.getCharacter().equals(":") && field.getSelection().getLength() == 0) {
      int caret = field.getCaretPosition();
      String text = field.getText();
      String before = text == null ? "" : text.substring(0, Math.min(caret, text.length()));
      ShortNames.whole(before + ":")
          .ifPresent(
              whole -> {
                Completion.Choice choice = choice(whole.found().getFirst());
                completion.hide();
                choice.used().run();
                field.replaceText(whole.start(), caret, choice.text());
                typed.consume();
              });
    }
  }
}
