package hearth.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The failures are those of JavaFX 26 on Linux, as it words them.
class DisplayTroubleTest {
  private static final Map<String, String> X11 = Map.of("DISPLAY", ":1");

  @BeforeEach
  void english() {
    Language.ENGLISH.use();
  }

  @Test
  void noDisplayAndNoXwaylandAreDifferentThings() {
    assertThat(DisplayTrouble.missing(Map.of())).startsWith("There is no display");
    assertThat(DisplayTrouble.missing(Map.of("WAYLAND_DISPLAY", "wayland-0")))
        .contains("Install the package xwayland");
  }

  @Test
  void aDisplayThatRefusesIsNamed() {
    assertThat(said(new UnsupportedOperationException("Unable to open DISPLAY")))
        .contains("The display :1 cannot be opened");
  }

  @Test
  void gtkIsNamedWithItsPackage() {
    assertThat(said(new UnsupportedOperationException("Unable to load glass GTK library.")))
        .contains("needs GTK 3", "libgtk-3-0", "gtk3")
        .doesNotContain("no display");
  }

  @Test
  void aMissingLibraryIsNamedWithItsPackage() {
    Throwable refusal =
        new RuntimeException(
            new UnsatisfiedLinkError("no glassgtk3 in java.library.path: /usr/lib"));
    assertThat(said(refusal, "libXtst.so.6"))
        .contains("The window needs libXtst.so.6", "install libxtst6");
    assertThat(said(refusal)).contains("cannot be opened", "no glassgtk3");
  }

  private static String said(Throwable refusal, String... missing) {
    return DisplayTrouble.of(refusal, X11, List.of(missing));
  }
}
