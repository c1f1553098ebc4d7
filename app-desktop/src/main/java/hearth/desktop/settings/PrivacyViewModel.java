package hearth.desktop.settings;

import hearth.client.JoinException;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Hidden;
import hearth.protocol.OwnSettings;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What this person keeps from the others: each switch is sent at once, and stands as the server
/// has it. Confined to the FX thread.
public final class PrivacyViewModel {
  private final ServerViewModel server;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  public PrivacyViewModel(ServerViewModel server) {
    this.server = server;
  }

  ReadOnlyObjectProperty<OwnSettings> ownProperty() {
    return server.ownProperty();
  }

  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
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
          Throwable cause = why instanceof CompletionException ? why.getCause() : why;
          error.set(
              cause instanceof JoinException ? Messages.get("profile.offline") : ErrorText.of(why));
          refused.run();
        });
  }
}
