package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.fx.Overlay;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.text.Messages;
import hearth.protocol.ServerInfo;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks a person who is on one server whether to join another one that a link names. Confined to
/// the FX thread.
final class JoinQuestion {
  private final Overlay overlay;
  private final Hosting hosting;
  private final Consumer<Address> leaveFor;
  private @Nullable QuestionView shown;
  private @Nullable Address about;

  /// Asks nothing yet.
  ///
  /// @param leaveFor leaves the server in view for the one at an address
  JoinQuestion(Overlay overlay, Hosting hosting, Consumer<Address> leaveFor) {
    this.overlay = overlay;
    this.hosting = hosting;
    this.leaveFor = leaveFor;
  }

  /// Asks, unless this is the server in view or what is being asked already.
  void ask(MainScreen main, Address invitation) {
    boolean asked = invitation.equals(about) && shown != null && shown.root().getScene() != null;
    if (asked || isIn(main, invitation)) {
      return;
    }
    QuestionView question =
        new QuestionView(
            question(main, invitation), () -> leaveFor.accept(invitation), overlay::close);
    shown = question;
    about = invitation;
    overlay.open(question.root(), question.first());
  }

  private QuestionView.Question question(MainScreen main, Address invitation) {
    String serverName = main.serverName();
    boolean hosts = hosting.isRunning();
    return new QuestionView.Question(
        Messages.get("join-question.title", addressOf(invitation)),
        hosts
            ? Messages.get("join-question.hosting", serverName, main.others())
            : Messages.get("join-question.body", serverName),
        hosts ? Messages.get("join-question.stop") : Messages.get("join-question.yes"),
        Messages.get("join-question.no", serverName),
        hosts);
  }

  /// A key says for certain which server it is; without one, the address has to do.
  private boolean isIn(MainScreen main, Address invitation) {
    ServerInfo server = main.live().serverProperty().get();
    if (invitation.key() != null && server != null) {
      return invitation.key().equals(server.id());
    }
    String there = addressOf(invitation);
    Address here = main.live().addressProperty().get();
    return (here != null && there.equals(addressOf(here)))
        || (hosting.stateProperty().get() instanceof Hosting.Running running
            && running.addresses().contains(there));
  }

  private static String addressOf(Address address) {
    return new Address(address.host(), address.port()).toString();
  }
}
