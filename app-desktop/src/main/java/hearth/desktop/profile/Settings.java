package hearth.desktop.profile;

import hearth.desktop.fx.ThemeManager;
import hearth.protocol.Limits;
import org.jspecify.annotations.Nullable;

/// What the app remembers of itself, beside its servers.
///
/// @param name what the person was last called
/// @param lastServer the id of the server that was open last; empty for none
public record Settings(
    ThemeManager.Theme theme, @Nullable Bounds window, String name, String lastServer, Host host) {

  public static final Settings FRESH =
      new Settings(
          ThemeManager.Theme.SYSTEM, null, "", "", new Host(false, "", Limits.DEFAULT_PORT, ""));

  /// Where the window was.
  public record Bounds(double x, double y, double width, double height, boolean maximized) {}

  /// What this profile hosts.
  ///
  /// @param on whether it hosts at the next start
  /// @param place what the server is called
  /// @param serverId the id of the server in this profile's folder; empty where none was hosted
  public record Host(boolean on, String place, int port, String serverId) {}

  public Settings withTheme(ThemeManager.Theme now) {
    return new Settings(now, window, name, lastServer, host);
  }

  /// The next server that is hosted listens on this port, 0 for any free one.
  public Settings withPort(int port) {
    return new Settings(
        theme, window, name, lastServer, new Host(host.on, host.place, port, host.serverId));
  }

  public Settings withWindow(Bounds now) {
    return new Settings(theme, now, name, lastServer, host);
  }

  /// The person is on this server under this name.
  public Settings on(String serverId, String asName) {
    return new Settings(theme, window, asName, serverId, host);
  }

  public Settings hosting(String place, int port, String serverId) {
    return new Settings(theme, window, name, lastServer, new Host(true, place, port, serverId));
  }

  /// No server is to be opened at the next start.
  public Settings nowhere() {
    return new Settings(
        theme, window, name, "", new Host(false, host.place, host.port, host.serverId));
  }
}
