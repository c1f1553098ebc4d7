package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.welcome.WelcomeView;
import hearth.desktop.welcome.WelcomeViewModel;
import java.util.Optional;

/// What the window shows. Each state holds what ends with it.
sealed interface WindowState {

  /// The server that was open last is being opened; nothing is shown yet.
  ///
  /// @param next an invitation that arrived in the meantime
  record Opening(Optional<Address> next) implements WindowState {}

  /// The welcome screen.
  record Welcome(WelcomeViewModel model, WelcomeView view) implements WindowState {
    /// Fills in the address of an invitation.
    void show(Address invitation) {
      model.address().textProperty().set(invitation.toString());
      view.focus();
    }
  }

  /// The welcome screen while a server is being joined or started.
  ///
  /// @param next an invitation that arrived in the meantime
  record Joining(Welcome from, Optional<Address> next) implements WindowState {}

  /// The main screen of a server.
  record OnServer(MainScreen screen) implements WindowState {}

  /// The window has closed.
  ///
  /// @param last the server that was shown; its client may still be closing
  record Closed(Optional<ServerViewModel> last) implements WindowState {}

  /// The main screen, if it is shown.
  default Optional<MainScreen> mainScreen() {
    return switch (this) {
      case OnServer(MainScreen screen) -> Optional.of(screen);
      case Opening _, Welcome _, Joining _, Closed _ -> Optional.empty();
    };
  }

  /// An invitation to show when the current step has ended.
  default Optional<Address> nextInvitation() {
    return switch (this) {
      case Opening(Optional<Address> next) -> next;
      case Joining(Welcome _, Optional<Address> next) -> next;
      case Welcome _, OnServer _, Closed _ -> Optional.empty();
    };
  }

  /// The server whose client must be closed when the app ends.
  default Optional<ServerViewModel> server() {
    return switch (this) {
      case OnServer(MainScreen screen) -> Optional.of(screen.server());
      case Closed(Optional<ServerViewModel> last) -> last;
      case Opening _, Welcome _, Joining _ -> Optional.empty();
    };
  }
}
