import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/// Compiles a style sheet to the form that JavaFX reads instead of it, where both are side by side:
/// the window need not parse it before its first frame.
///
/// `java --class-path JAVAFX CompileStyles.java SHEET.css`
final class CompileStyles {
  private CompileStyles() {}

  public static void main(String... arguments) throws IOException {
    String sheet = arguments[0];
    String compiled = sheet.substring(0, sheet.lastIndexOf('.')) + ".bss";
    Stylesheet.convertToBinary(new File(sheet), new File(compiled));
  }
}
