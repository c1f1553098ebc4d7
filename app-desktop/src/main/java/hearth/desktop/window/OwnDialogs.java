package hearth.desktop.window;

import hearth.desktop.fx.Overlay;
import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.settings.PrivacyView;
import hearth.desktop.settings.PrivacyViewModel;
import hearth.desktop.settings.ProfileView;
import hearth.desktop.settings.ProfileViewModel;
import hearth.desktop.settings.SettingsView;
import hearth.desktop.text.DisplayText;
import hearth.protocol.UserId;
import java.util.function.Function;
import javafx.scene.Node;

/// The dialogs in which people set what is theirs: the settings, and what opens from there.
/// Confined to the FX thread.
final class OwnDialogs {
  private final ServerViewModel server;
  private final ScreenContext context;
  private final DisplayText display;
  private final Blocking blocking;

  OwnDialogs(
      ServerViewModel server, ScreenContext context, DisplayText display, Blocking blocking) {
    this.server = server;
    this.context = context;
    this.display = display;
    this.blocking = blocking;
  }

  /// Opens the settings.
  ///
  /// @param focused where the keyboard is then
  void open(String serverName, Function<SettingsView, Node> focused) {
    Overlay overlay = context.overlay();
    UserId me = server.me();
    var settings =
        new SettingsView(
            context.settings(),
            new SettingsView.Me(
                me == null ? "" : display.name(me),
                me == null ? "" : display.presence(me),
                serverName,
                context.hosting().isRunning(),
                server.offers("profile"),
                server.offers("hide")),
            new SettingsView.Ways(
                this::profile,
                this::privacy,
                new DeviceDialogs(server, context).opener(),
                context.navigation()::leave,
                overlay::close));
    overlay.open(settings.root(), focused.apply(settings));
  }

  /// Opens what this person says of themselves, in the place of the settings.
  private void profile() {
    Overlay overlay = context.overlay();
    overlay.close();
    var profile = new ProfileView(new ProfileViewModel(server, display), overlay::close);
    overlay.open(profile.root(), profile.first());
  }

  /// Opens what this person keeps from the others, in the place of the settings.
  private void privacy() {
    Overlay overlay = context.overlay();
    overlay.close();
    var privacy = new PrivacyView(new PrivacyViewModel(server, display, blocking), overlay::close);
    overlay.open(privacy.root(), privacy.first());
  }
}
