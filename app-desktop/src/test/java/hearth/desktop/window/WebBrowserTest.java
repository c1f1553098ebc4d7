package hearth.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebBrowserTest {
  @Test
  void eachSystemHasItsOpener() {
    String address = "https://example.org/a?b=c&d";
    assertThat(WebBrowser.command("Linux", address)).containsExactly("xdg-open", address);
    assertThat(WebBrowser.command("Mac OS X", address)).containsExactly("open", address);
    assertThat(WebBrowser.command("Windows 11", address))
        .containsExactly("rundll32", "url.dll,FileProtocolHandler", address);
  }
}
