package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Texts;
import hearth.desktop.hosting.Hosting;
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
            words(main, invitation), () -> leaveFor.accept(invitation), overlay::close);
    shown = question;
    about = invitation;
    overlay.open(question.root(), question.first());
  }

  private QuestionView.Words words(MainScreen main, Address invitation) {
    String place = main.place();
    boolean hosts = hosting.isRunning();
    return new QuestionView.Words(
        Texts.of("proposal.title", placeOf(invitation)),
        hosts
            ? Texts.of("proposal.hosting", place, main.others())
            : Texts.of("proposal.body", place),
        hosts ? Texts.of("proposal.stop") : Texts.of("proposal.yes"),
        Texts.of("proposal.no", place),
        hosts);
  }

  /// A key says for certain which server it is; without one, the address has to do.
  private boolean isIn(MainScreen main, Address invitation) {
    ServerInfo server = main.live().serverProperty().get();
    if (invitation.key() != null && server != null) {
      return invitation.key().equals(server.id());
    }
    String place = placeOf(invitation);
    Address here = main.live().addressProperty().get();
    return (here != null && place.equals(placeOf(here)))
        || (hosting.stateProperty().get() instanceof Hosting.Running running
            && running.addresses().contains(place));
  }

  private static String placeOf(Address address) {
    return new Address(address.host(), address.port()).toString();
  }
}
