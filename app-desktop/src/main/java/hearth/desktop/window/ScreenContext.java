package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.Overlay;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.settings.SettingProperties;
import java.time.Clock;

/// What a main screen needs from the app.
record ScreenContext(
    Hosting hosting,
    FxClock clock,
    Clock time,
    SettingProperties settings,
    Overlay overlay,
    Navigation navigation) {

  /// Leads from the main screen to another screen.
  interface Navigation {
    /// Back to the welcome screen, from a server that does not know this device any more.
    ///
    /// @param anyKey whether the server may have another key than before
    void joinAgain(boolean anyKey);

    /// Back to the welcome screen; hosting stops.
    void leave();

    /// Opens a link: a server's address in this window, anything else in the browser.
    void open(String target);

    /// Hosts on another port.
    void hostOn(int port);
  }
}
