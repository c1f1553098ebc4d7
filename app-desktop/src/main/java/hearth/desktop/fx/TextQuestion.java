package hearth.desktop.fx;

import java.util.function.Consumer;
import java.util.function.Function;

/// A question that is answered with a line of text.
///
/// @param about a sentence before it; empty for none
/// @param label what the line is
/// @param before what stands there first
/// @param yes the label of the button that goes ahead
/// @param objection says what is wrong with an answer; empty for nothing
public record TextQuestion(
    String heading,
    String about,
    String label,
    String before,
    String yes,
    Function<String, String> objection) {

  /// A question without a sentence.
  public TextQuestion(
      String heading, String label, String before, String yes, Function<String, String> objection) {
    this(heading, "", label, before, yes, objection);
  }

  /// Asks a person for a text. Called on the FX thread.
  public interface Asker {
    /// Asks; `answered` gets a text that nothing is wrong with.
    void ask(TextQuestion question, Answer answered);
  }

  /// What happens with an answer.
  public interface Answer {
    /// Takes an answer.
    ///
    /// @param done closes the question
    /// @param refused says why the answer cannot be used
    void take(String text, Runnable done, Consumer<String> refused);
  }
}
