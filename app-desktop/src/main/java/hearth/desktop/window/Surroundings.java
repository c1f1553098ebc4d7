package hearth.desktop.window;

import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.Look;
import hearth.desktop.fx.Overlay;
import hearth.desktop.hosting.Hosting;
import java.time.Clock;

/// What a screen stands in.
record Surroundings(
    Hosting hosting, FxClock clock, Clock time, Look look, Overlay overlay, Ways ways) {

  /// The ways out of the main screen.
  interface Ways {
    /// Back to the welcome screen, from a server that does not know this device any more.
    ///
    /// @param anyKey whether the server may have another key than before
    void joinAgain(boolean anyKey);

    /// Back to the welcome screen; what is hosted stops.
    void leave();

    /// Hosts on another port.
    void hostOn(int port);
  }
}
