package hearth.desktop.settings;

import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Blocked;
import hearth.protocol.Hidden;
import hearth.protocol.OwnSettings;
import hearth.protocol.UserId;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What this person keeps from the others, and whom they have blocked: each switch is sent at once,
/// and stands as the server has it. Confined to the FX thread.
public final class PrivacyViewModel {
  private final ServerViewModel server;
  private final DisplayText display;
  private final Blocking blocking;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  public PrivacyViewModel(ServerViewModel server, DisplayText display, Blocking blocking) {
    this.server = server;
    this.display = display;
    this.blocking = blocking;
  }

  ReadOnlyObjectProperty<OwnSettings> ownProperty() {
    return server.ownProperty();
  }

  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Whether people can be blocked on this server.
  boolean offersBlocking() {
    return server.offers("block");
  }

  String name(Blocked person) {
    return display.name(person.user());
  }

  /// Since when somebody is blocked.
  String since(Blocked person) {
    return Messages.get("privacy.blocked.since", display.times().shortly(person.since()));
  }

  void unblock(UserId person) {
    error.set("");
    blocking.unblock(person, error::set);
  }

  /// Keeps something from the others, or no longer.
  ///
  /// @param refused called where the server did not take it
  void hide(Hidden what, boolean on, Runnable refused) {
    error.set("");
    server.whenDone(
        server.client().account().setHidden(what, on),
        done -> {},
        why -> {
          error.set(ErrorText.ofOwn(why));
          refused.run();
        });
  }
}
