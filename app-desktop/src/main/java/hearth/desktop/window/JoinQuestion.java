package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Question;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.text.Messages;
import hearth.protocol.ServerInfo;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Asks whether to leave the server in view for another one that a link names. Confined to the FX
/// thread.
final class JoinQuestion {
  private final Overlay overlay;
  private final Hosting hosting;
  private final Consumer<Address> leaveFor;
  private @Nullable QuestionView shown;
  private @Nullable Address about;

  /// Asks nothing yet.
  ///
  /// @param leaveFor leaves the server in view and joins the one at this address
  JoinQuestion(Overlay overlay, Hosting hosting, Consumer<Address> leaveFor) {
    this.overlay = overlay;
    this.hosting = hosting;
    this.leaveFor = leaveFor;
  }

  /// Asks, unless this server is in view or the question about it is shown already.
  void ask(MainScreen main, Address invitation) {
    boolean asked = invitation.equals(about) && shown != null && shown.isShown();
    if (asked || isIn(main, invitation)) {
      return;
    }
    about = invitation;
    shown =
        QuestionView.open(overlay, question(main, invitation), () -> leaveFor.accept(invitation));
  }

  private Question question(MainScreen main, Address invitation) {
    String serverName = main.serverName();
    boolean hosts = hosting.isRunning();
    return new Question(
        Messages.get("join-question.title", addressOf(invitation)),
        hosts
            ? warned(invitation, Messages.get("join-question.hosting", serverName, main.others()))
            : warned(invitation, Messages.get("join-question.body", serverName)),
        hosts ? Messages.get("join-question.stop") : Messages.get("join-question.yes"),
        Messages.get("join-question.no", serverName),
        hosts);
  }

  private static String warned(Address invitation, String leaving) {
    return invitation.plain() ? Messages.get("join-question.plain", leaving) : leaving;
  }

  /// A key identifies a server; without one, the addresses are compared.
  private boolean isIn(MainScreen main, Address invitation) {
    ServerInfo info = main.server().serverProperty().get();
    if (invitation.key() != null && info != null) {
      return invitation.key().equals(info.id());
    }
    String there = addressOf(invitation);
    Address here = main.server().addressProperty().get();
    return (here != null && there.equals(addressOf(here)))
        || (hosting.stateProperty().get() instanceof Hosting.Running running
            && running.addresses().contains(there));
  }

  private static String addressOf(Address address) {
    return new Address(address.host(), address.port()).toString();
  }
}
