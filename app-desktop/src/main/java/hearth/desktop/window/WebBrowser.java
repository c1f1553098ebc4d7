package hearth.desktop.window;

import hearth.desktop.fx.FxMailbox;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens addresses in the person's browser. Safe from any thread.
final class WebBrowser {
  private static final Logger LOG = LoggerFactory.getLogger(WebBrowser.class);

  /// An opener that still runs then has become the browser.
  private static final int SECONDS = 5;

  private final FxMailbox mailbox;

  WebBrowser(FxMailbox mailbox) {
    this.mailbox = mailbox;
  }

  /// Opens an address.
  ///
  /// @param address `http` or `https`
  /// @param failed called on the FX thread if nothing opens it
  void open(String address, Runnable failed) {
    Thread.startVirtualThread(
        () -> {
          if (!opens(address)) {
            mailbox.post(failed);
          }
        });
  }

  private static boolean opens(String address) {
    try {
      Process opener =
          new ProcessBuilder(command(System.getProperty("os.name", ""), address))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return !opener.waitFor(SECONDS, TimeUnit.SECONDS) || opener.exitValue() == 0;
    } catch (IOException none) {
      LOG.warn("No browser can be started", none);
      return false;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  static List<String> command(String system, String address) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
