package hearth.desktop.fx;

/// A question with two answers.
///
/// @param yes the label of the button that goes ahead
/// @param no the label of the other button
/// @param harm whether a yes is destructive
public record Question(String heading, String body, String yes, String no, boolean harm) {

  /// Asks a person before something happens. Called on the FX thread.
  public interface Asker {
    /// Asks; `confirmed` runs after a yes.
    void ask(Question question, Runnable confirmed);
  }
}
