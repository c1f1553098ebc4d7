package hearth.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;

class StylesTest {
  @Test
  void theCompiledStylesAreThoseOfTheSheetBesideThem() throws IOException {
    List<Rule> written = new CssParser().parse(found("hearth.css")).getRules();
    List<Rule> compiled = Stylesheet.loadBinary(found("hearth.bss")).getRules();
    assertThat(written).hasSizeGreaterThan(100);
    assertThat(compiled.stream().map(StylesTest::text))
        .containsExactlyElementsOf(written.stream().map(StylesTest::text).toList());
  }

  private static URL found(String name) {
    return Objects.requireNonNull(StylesTest.class.getResource("/hearth/desktop/css/" + name));
  }

  private static String text(Rule rule) {
    return rule.getSelectors() + " " + rule.getDeclarations().size();
  }
}
