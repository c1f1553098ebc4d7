package hearth.desktop.richtext;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.text.Font;

/// The slanted faces of Inter, loaded with this class: when a text needs them first, so that the
/// window need not wait for them. Confined to the FX thread.
final class SlantedFonts {
  static {
    load("Italic");
    load("BoldItalic");
  }

  private SlantedFonts() {}

  /// Makes them known, once.
  static void need() {}

  private static void load(String face) {
    try (InputStream font =
        SlantedFonts.class.getResourceAsStream("/hearth/desktop/fonts/Inter-" + face + ".otf")) {
      if (font != null) {
        Font.loadFont(font, 14);
      }
    } catch (IOException missing) {
      // The system's own font does as well.
    }
  }
}
